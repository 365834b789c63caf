"""Coverage: what a mix of simulated trainees reaches, counted once, and what is never reached."""

from dataclasses import replace

from dialogues.coverage import MIX, coverage, never, pools_of
from dialogues.play import Play
from dialogues.policies import POLICIES
from dialogues.prepared import prepare
from tests.plays import prepared


def test_every_line_has_one_place_and_reached_and_unreached_add_up():
    play = prepared()
    places = dict(pools_of(play))
    report = coverage(play, 40, seed=0)
    missed = sum(len(lines) for lines in report["unreached"].values())
    assert report["lines"]["total"] == sum(len(pool) for pool in places.values())
    assert report["lines"]["reached"] + missed == report["lines"]["total"]
    for place, lines in report["unreached"].items():
        assert set(lines) <= {saying.text for saying in places[place]}


def test_the_same_seeds_reach_the_same_and_more_runs_reach_more():
    play = prepared()
    few, again = (coverage(play, 30, seed=5) for _ in range(2))
    assert few == again
    assert coverage(play, 90, seed=5)["lines"]["reached"] > few["lines"]["reached"]


def test_every_encounter_has_one_ending_and_no_line_twice():
    report = coverage(prepared(), 60, seed=0)
    assert sum(report["endings"].values()) == 60
    assert report["repeats"] == 0


def test_the_caller_is_told_after_each_encounter():
    told = []
    coverage(prepared(), 20, seed=0, after_each=lambda: told.append(1))
    assert len(told) == 20


def test_what_nobody_can_reach_is_named(tiny: Play):
    hidden = tiny.scenario.model_copy(
        update={
            "events": {
                "lights_out": tiny.scenario.events["lights_out"].model_copy(
                    update={"when": "trust >= 99 and mood == hostile"}
                )
            }
        }
    )
    report = coverage(prepare(_with(tiny, hidden), "en"), 20, seed=0)
    assert "event lights_out" in never(report)


def _with(play: Play, scenario):
    return replace(play, scenario=scenario, hash="another revision")


def test_the_mix_has_every_way_to_play():
    assert set(MIX) == set(POLICIES)
