"""What had been seen and heard of the subject before a turn."""

from dataclasses import replace

import pytest

from bot.feedback.heard import last_said, replies_before, said_before
from dialogues.records import turn_of
from dialogues.reply import Reply
from tests.plays import moved, played, prepared

OPENING = Reply(said="Six hours.", cue="He paces.")


@pytest.fixture(scope="module")
def turns():
    """Four turns; nothing was said in answer to the second and the third."""
    play = prepared()
    outcomes = played(play, [moved(play, "open_question")] * 4)
    said = ("Leave me.", "", "", "Fine.")
    return [
        replace(turn_of(outcome), reply=Reply(said=words, cue="He sits."))
        for outcome, words in zip(outcomes, said, strict=True)
    ]


def test_before_the_first_turn_there_is_the_opening(turns):
    assert replies_before(OPENING, turns, 1) == (OPENING,)
    assert last_said(OPENING, turns, 1) == "Six hours."


def test_what_comes_back_in_a_turn_is_not_heard_before_it(turns):
    assert replies_before(OPENING, turns, 2) == (OPENING, turns[0].reply)
    assert said_before(OPENING, turns, 5) == ("Six hours.", "Leave me.", "Fine.")


def test_after_silence_the_last_words_are_those_of_longer_ago(turns):
    assert last_said(OPENING, turns, 4) == "Leave me."
    assert replies_before(OPENING, turns, 4)[-1].said == ""


def test_where_nothing_was_ever_said_there_are_no_last_words(turns):
    assert last_said(Reply(cue="He paces."), turns, 1) == ""
