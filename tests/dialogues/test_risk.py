"""What can be observed of the risk at a moment, and when a scenario asks for it."""

from dataclasses import replace

import pytest

from dialogues.policies import POLICIES
from dialogues.rehearse import played as rehearsed
from dialogues.risk import CHANGES, observe, present
from state_machines.behaviour import LEVELS
from state_machines.emotion import Feelings
from tests.plays import SCENARIOS, moved, opened, played, prepared

PLAY = prepared()
HEADINGS = {"situational", "behaviour", "perception", "tactical"}


def test_factors_come_and_go_with_what_happens():
    before = present(PLAY.factors, opened())
    after = present(PLAY.factors, played(PLAY, [moved(PLAY, deeds=("clear_onlookers",))])[-1].scene)
    assert set(before) - set(after) == {"crowd"}


@pytest.mark.parametrize(("points", "changed"), [(20, "easing"), (0, "steady"), (-20, "rising")])
def test_what_changed_is_told_from_the_last_look(points, changed):
    scene = opened()
    now = scene.subject.feelings
    before = Feelings(now.arousal + points, now.fear + points, now.trust, now.hopelessness)
    assert observe(PLAY, scene, before).changed == changed


def test_the_level_is_that_of_what_can_be_seen():
    scene = opened()
    angry = replace(scene, subject=replace(scene.subject, mood="assaultive"))
    assert observe(PLAY, angry, scene.subject.feelings).level in ("assaultive", "grievous")


@pytest.mark.parametrize("name", SCENARIOS)
def test_each_check_comes_once_and_finds_factors_under_every_heading(name):
    play = prepared(name)
    assert {factor.of for factor in play.scenario.factors.values()} == HEADINGS
    for seed in range(6):
        due = []
        before = opened(name).subject.feelings
        for outcome in rehearsed(play, POLICIES["novice"], seed):
            if outcome.check:
                due.append(outcome.check)
                seen = observe(play, outcome.scene, before)
                assert seen.level in LEVELS and seen.changed in CHANGES
                assert len(seen.factors) >= 3
        assert due and len(due) == len(set(due)) <= 4


@pytest.mark.parametrize("name", SCENARIOS)
def test_danger_can_become_imminent_or_the_subject_cannot_be_dangerous(name):
    """Where a subject can become assaultive, staying safe is possible: room, shelter or help."""
    play = prepared(name)
    if "assaultive" not in play.setting.moods:
        return
    shelter = {"use_cover", "keep_distance", "call_backup", "call_security", "clear_onlookers"}
    assert len(shelter & set(play.deeds)) >= 2
    assert any("assaultive" in condition for condition in play.scenario.risk_checks.values())
