"""Every scenario, in both languages, under simulated trainees with fixed seeds."""

import pytest

from dialogues.policies import POLICIES
from dialogues.rehearse import run, simulate
from tests.plays import EVERY, SCENARIOS, prepared


def good_share(name, policy, runs=100, lang="en"):
    report = simulate(prepared(name, lang), policy, runs, seed=0)
    return sum(row["count"] for row in report["endings"] if row["good"]) / runs


@pytest.mark.parametrize(("name", "lang"), EVERY)
def test_the_expert_resolves_it(name, lang):
    assert good_share(name, "expert", lang=lang) >= 0.95


@pytest.mark.parametrize("name", SCENARIOS)
@pytest.mark.parametrize(("policy", "most"), [("hostile", 0.02), ("spam", 0.2), ("silent", 0.1)])
def test_hostility_empathy_spam_and_silence_do_not(name, policy, most):
    assert good_share(name, policy) <= most


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_novice_stands_between(name):
    assert good_share(name, "hostile") <= good_share(name, "novice") < good_share(name, "expert")


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_expert_needs_more_than_a_handful_of_turns(name):
    turns = [run(prepared(name), POLICIES["expert"], seed).turns for seed in range(50)]
    assert 6 <= sum(turns) / len(turns) <= 20


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_language_changes_nothing_but_the_words(name):
    for policy in POLICIES:
        english = simulate(prepared(name, "en"), policy, 20, seed=1)
        assert english == simulate(prepared(name, "fr"), policy, 20, seed=1)


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_same_seeds_give_the_same_report(name):
    report = simulate(prepared(name), "random", 30, seed=3)
    assert report == simulate(prepared(name), "random", 30, seed=3)
    assert report != simulate(prepared(name), "random", 30, seed=4)


@pytest.mark.parametrize("name", SCENARIOS)
def test_no_state_reached_by_bad_play_is_a_dead_end(name):
    """After five clumsy turns that did not end it, the expert still brings most to a good end."""
    play = prepared(name)
    recovered = tried = 0
    for seed in range(40):
        scene = run(play, POLICIES["novice"], seed, most_turns=5).scene
        if not scene.ending:
            tried += 1
            recovered += _finished_well(play, scene, seed)
    assert tried >= 20 and recovered / tried >= 0.9


def _finished_well(play, scene, seed):
    from random import Random

    from dialogues.turn import advance

    chance = Random(seed)
    while not scene.ending and scene.subject.turn < 60:
        scene = advance(scene, POLICIES["expert"](scene, play, chance), play).scene
    return bool(scene.ending) and play.scenario.endings[scene.ending].good
