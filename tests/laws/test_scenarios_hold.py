"""Every scenario, in both languages, under simulated trainees with fixed seeds."""

from functools import cache
from random import Random

import pytest

from bot.understanding import rules_reader
from dialogues.policies import POLICIES
from dialogues.rehearse import good_share as reached_well
from dialogues.rehearse import run, simulate
from dialogues.turn import advance, available_deeds, begin
from state_machines.acts import Move
from tests.plays import SCENARIOS, prepared

RUNS = 500
ALIKE = 40
"""Runs of the policies that leave nothing to chance: every seed plays alike but for the names."""


@cache
def good_share(name, policy, runs=RUNS):
    return reached_well(simulate(prepared(name), policy, runs, seed=0))


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_expert_resolves_it(name):
    assert good_share(name, "expert") >= 0.95


@pytest.mark.parametrize("name", SCENARIOS)
def test_hostility_does_not(name):
    assert good_share(name, "hostile") <= 0.02


@pytest.mark.parametrize("name", SCENARIOS)
@pytest.mark.parametrize(("policy", "most"), [("spam", 0.2), ("silent", 0.1)])
def test_neither_does_the_same_kind_phrase_again_and_again_nor_silence(name, policy, most):
    assert good_share(name, policy, ALIKE) <= most


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_novice_stands_between(name):
    assert good_share(name, "hostile") < good_share(name, "novice") < good_share(name, "expert")


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_wrong_style_does_far_worse_than_the_right_one(name):
    right = prepared(name).style
    wrong = {"supportive": "directive", "directive": "supportive"}[right]
    assert good_share(name, wrong, 150) <= good_share(name, right, 150) - 0.3


def test_two_people_at_least_are_not_reached_by_listening_alone():
    assert sum(prepared(name).style == "directive" for name in SCENARIOS) >= 2


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_expert_needs_more_than_a_handful_of_turns(name):
    turns = [run(prepared(name), POLICIES["expert"], seed).turns for seed in range(50)]
    assert 6 <= sum(turns) / len(turns) <= 20


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_language_changes_nothing_but_the_words(name):
    for policy in POLICIES:
        english = simulate(prepared(name, "en"), policy, 10, seed=1)
        assert english == simulate(prepared(name, "fr"), policy, 10, seed=1)


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
    chance = Random(seed)
    while not scene.ending and scene.subject.turn < 60:
        scene = advance(scene, POLICIES["expert"](scene, play, chance), play).scene
    return bool(scene.ending) and play.scenario.endings[scene.ending].good


PASTED = {
    "en": (
        "I'm sorry. Thank you. It makes sense that you are upset.",
        "As promised, I checked with the doctor. You are next. Take care.",
    ),
    "fr": (
        "Je suis désolé. Merci. C'est normal d'être fâché.",
        "Comme promis, j'ai vérifié avec le médecin. Vous êtes le prochain. Prenez soin de vous.",
    ),
}


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_two_good_messages_pasted_in_turn_do_not_win(lang):
    play = prepared("er_waiting_room", lang)
    scene, _ = begin(play, 1)
    for turn in range(30):
        text = PASTED[lang][turn % 2]
        reading = rules_reader().read(text, lang=lang, previous=scene.lately[-1])
        deeds = ("get_update",) if turn == 1 else ()
        scene = advance(scene, Move(reading, deeds=deeds), play).scene
        if scene.ending:
            break
    assert not (scene.ending and play.scenario.endings[scene.ending].good)


@pytest.mark.parametrize("name", SCENARIOS)
def test_waiting_alone_neither_settles_nor_wins_trust(name):
    play = prepared(name)
    start = scene = begin(play, 1)[0]
    while not scene.ending and scene.subject.turn < 40:
        deeds = ("wait",) if "wait" in available_deeds(play, scene) else ()
        scene = advance(scene, Move(deeds=deeds), play).scene
    assert not (scene.ending and play.scenario.endings[scene.ending].good)
    assert scene.subject.feelings.trust < start.subject.feelings.trust + 15
