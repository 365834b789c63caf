"""The coach's note: what was read, what it did and why, never longer than it may be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.feedback.coach import LONGEST, coach
from dialogues.catalogue import catalogue_text
from state_machines.acts import MEANT, Move, Polarity, Reading
from tests.bot.feedback.encounters import EN, FR, said, simulated, told


def note(move, play=EN):
    return coach(told(play, move)[1][0], play)


def test_a_good_turn(snapshot):
    assert note(Move(said(EN, "I'm sorry nobody came to you.", "apologise"))) == snapshot


def test_a_bad_turn_in_both_languages(snapshot):
    assert note(Move(said(EN, "Calm down, sir.", "calm_down"))) == snapshot
    assert note(Move(said(FR, "Calmez-vous, monsieur.", "calm_down")), FR) == snapshot


@pytest.mark.parametrize("why", ["unsure", "two_ways", "not_addressed"])
def test_an_abstained_reading_scores_no_words(why):
    reading = said(EN, "The the of.", "threaten", abstained=why)
    found = note(Move(reading))
    assert "scored" in found
    assert "threat" not in found.lower()
    assert "Better" not in found


def test_an_act_that_was_claimed_is_told_as_such():
    reading = said(EN, "I'm sorry nobody came to you.", "apologise")
    claimed = replace(reading, acts=tuple(replace(one, source=MEANT) for one in reading.acts))
    found, as_read = note(Move(claimed)), note(Move(reading))
    told = "Say sorry “I'm sorry nobody came to you.”"
    assert f"Taken as you meant it: {told}" in found and f"Read as: {told}" in as_read


def test_two_acts_in_one_sentence_quote_it_once():
    reading = said(EN, "You must be scared for her.", "label_emotion", "validate")
    found = note(Move(reading))
    assert found.count("You must be scared for her.") == 1
    names = catalogue_text("en").acts
    assert f"{names['label_emotion'].name} + {names['validate'].name}" in found


def test_silence_is_not_judged():
    found = note(Move())
    assert "Silence in itself is neither good nor bad here." in found
    assert "Better" not in found


def test_words_without_a_technique_say_so():
    reading = Reading(text="It is raining.", polarity=Polarity.NEUTRAL, words=3)
    assert "nothing in these words" in note(Move(reading))


def test_deeds_and_stances_are_named():
    found = note(Move(posture={"hands": "open"}, deeds=("bring_chair",)))
    assert "Done: Bring a chair, Open hands" in found
    assert "You said nothing" not in found


def test_a_pointing_hand_is_told_with_the_better_stance():
    found = note(Move(posture={"hands": "pointing"}))
    assert "accuses" in found and "Open hands" in found


def test_a_needless_safety_command_is_told_as_the_order_it_was():
    found = note(Move(said(EN, "Get back!", "safety_command")))
    assert "Read as: Give orders “Get back!”" in found
    assert "Would you come over here with me" in found


def test_harm_is_never_hidden_by_help_in_the_same_turn():
    move = Move(said(EN, "I'm sorry. Now sit down.", "apologise", "command"), deeds=("get_update",))
    found = note(move)
    assert "Better:" in found


@pytest.mark.parametrize("policy", ["expert", "novice", "hostile", "silent", "spam"])
def test_no_note_is_too_long_or_empty(policy):
    for play in (EN, FR):
        for turn in simulated(play, policy, most=25)[1]:
            assert 0 < len(coach(turn, play)) <= LONGEST


def test_even_the_fullest_turn_fits():
    acts = ("threaten", "insult", "command")
    long = " ".join(["interminable"] * 70)
    reading = said(FR, long, *acts)
    posture = {"hands": "pointing", "distance": "close", "voice": "loud", "gaze": "stare"}
    found = note(replace(Move(reading, posture, ("get_update",))), FR)
    assert len(found) <= LONGEST
    assert "Mieux" in found
