"""A fork: the same course up to a turn, other words in it, and the rest as far as it goes."""

from __future__ import annotations

import struct
from dataclasses import replace

import pytest

from bot.feedback import chart
from bot.feedback.curves import curves
from bot.feedback.fork_picture import fork_caption, fork_picture, strips, svg
from bot.feedback.forking import (
    ForkError,
    Origin,
    forked,
    heard_before,
    scene_before,
    taken_again,
)
from bot.feedback.lettering import width
from bot.feedback.picture import MOST_BYTES
from bot.texts import LANGS, text
from dialogues.records import turn_of
from dialogues.turn import begin
from state_machines.acts import VARIABLES, Move
from tests.bot.feedback.encounters import EN, FR, said, simulated, told
from tests.plays import moved

PLAYS = {"en": EN, "fr": FR}
KIND = said(EN, "I'm sorry nobody came.", "apologise", "open_question")
RUDE = said(EN, "Calm down.", "calm_down")


def origin(play, turns, seed=3):
    return Origin(play, seed, "usual", turns)


@pytest.fixture(scope="module")
def rude():
    """Five turns of the same rudeness."""
    return origin(EN, told(EN, *[Move(RUDE)] * 5)[1])


@pytest.mark.parametrize("policy", ["expert", "novice", "hostile", "silent"])
@pytest.mark.parametrize("play", [EN, FR])
def test_the_same_words_again_lead_to_the_very_same_course(play, policy):
    turns = simulated(play, policy)[1]
    for turn in turns:
        if not set(turn.move.deeds) & {"wait"}:
            found = forked(origin(play, turns), turn.number, turn.move.reading)
            assert list(found.turns) == turns
            assert found.ending == turns[-1].ending and found.left_out == ()


@pytest.mark.parametrize("number", [1, 3, 5])
def test_other_words_change_that_turn_and_nothing_before_it(rude, number):
    before = tuple(rude.turns)
    found = forked(rude, number, KIND)
    assert found.turns[: number - 1] == before[: number - 1]
    assert found.turn.move.reading == KIND
    assert found.turn.change.after.arousal < before[number - 1].change.after.arousal
    assert [t.move.reading for t in found.turns[number:]] == [RUDE] * (5 - number)
    assert tuple(rude.turns) == before and forked(rude, number, KIND) == found


def test_body_and_deeds_stay_and_only_waiting_in_silence_falls_away():
    turns = told(EN, replace(moved(EN, deeds=("wait",), hands="open")), Move(RUDE))[1]
    found = forked(origin(EN, turns), 1, KIND)
    assert (found.turn.move.posture, found.turn.move.deeds) == ({"hands": "open"}, ())
    turns = told(EN, replace(moved(EN, deeds=("bring_water",)), reading=RUDE), Move(RUDE))[1]
    assert forked(origin(EN, turns), 1, KIND).turn.move.deeds == ("bring_water",)


def test_a_later_move_that_cannot_be_done_any_more_is_skipped_and_named():
    turns = told(EN, Move(RUDE), Move(RUDE), moved(EN, deeds=("bring_water",)), Move(RUDE))[1]
    locked = replace(
        EN, deeds={**EN.deeds, "bring_water": lambda known: "apologise" not in known.said}
    )
    found = forked(origin(locked, turns), 1, KIND)
    assert found.left_out == ((3, "bring_water"),)
    assert [t.move.reading for t in found.turns] == [KIND, RUDE, RUDE]
    spoken = [*turns[:2], replace(turns[2], move=replace(turns[2].move, reading=RUDE)), turns[3]]
    found = forked(origin(locked, spoken), 1, KIND)
    assert found.left_out == ((3, "bring_water"),) and len(found.turns) == 4
    assert found.turns[2].move == Move(RUDE)


def test_a_fork_stops_at_its_ending():
    turns = simulated(EN, "expert")[1]
    ends = replace(EN, endings={next(iter(EN.endings)): lambda known: "calm_down" in known.said})
    found = forked(origin(ends, turns[:-1]), 2, RUDE)
    assert len(found.turns) == 2 and found.ending == found.turn.ending != ""


def test_the_newest_turn_is_taken_again_with_all_else_of_its_move():
    move = replace(moved(EN, deeds=("bring_water", "wait"), hands="open"), reading=RUDE)
    turns = told(EN, Move(KIND), move)[1]
    outcome = taken_again(origin(EN, turns), KIND)
    assert turn_of(taken_again(origin(EN, turns), RUDE)) == turns[1]
    assert outcome.move == replace(move, reading=KIND)
    assert outcome.change.before == turns[0].change.after
    assert turn_of(outcome).number == 2
    assert turn_of(taken_again(origin(EN, turns[:1]), RUDE)).move.reading == RUDE


@pytest.mark.parametrize("number", [1, 5])
def test_nothing_is_taken_again_where_a_turn_no_longer_goes_as_it_did(rude, number):
    change = rude.turns[number - 1].change
    other = replace(change, after=replace(change.after, arousal=1.0))
    turns = [*rude.turns]
    turns[number - 1] = replace(turns[number - 1], change=other)
    with pytest.raises(ForkError):
        taken_again(replace(rude, turns=turns), KIND)
    with pytest.raises(ForkError):
        taken_again(replace(rude, turns=()), KIND)


@pytest.mark.parametrize("number", [-1, 0, 6])
def test_there_is_no_other_turn(rude, number):
    for ask in (heard_before, scene_before, lambda o, n: forked(o, n, KIND)):
        with pytest.raises(ForkError):
            ask(rude, number)


def test_what_no_longer_goes_as_it_did_is_not_compared(rude):
    change = rude.turns[0].change
    other = replace(change, after=replace(change.after, arousal=1.0))
    turns = [replace(rude.turns[0], change=other), *rude.turns[1:]]
    assert forked(replace(rude, turns=turns), 1, KIND)
    with pytest.raises(ForkError):
        forked(replace(rude, turns=turns), 2, KIND)


def test_the_level_and_the_seed_are_those_of_the_encounter(rude):
    for level, seed in (("harder", 3), ("usual", 8)):
        other = replace(rude, level=level, seed=seed)
        scene = scene_before(other, 1)
        assert (scene.level, scene.seed) == (level, seed)
        assert heard_before(other, 1) == begin(EN, seed, level)[1]
    assert heard_before(rude, 3) == rude.turns[1].reply


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("policy", "number"), [("novice", 1), ("silent", 20), ("spam", 36)])
def test_the_picture_is_small_and_always_the_same(lang, policy, number):
    start, turns = simulated(PLAYS[lang], policy)
    number = min(number, len(turns))
    found = forked(origin(PLAYS[lang], turns), number, KIND)
    both = curves(start, turns), curves(start, found.turns)
    png = fork_picture(*both, number, lang)
    assert struct.unpack(">II", png[16:24]) == (780, 1040)
    assert len(png) <= MOST_BYTES and png == fork_picture(*both, number, lang)


@pytest.mark.parametrize("lang", LANGS)
def test_the_picture_and_its_words_carry_both_courses(rude, lang):
    start, _ = begin(EN, 3)
    found = forked(rude, 2, KIND)
    was, now = (
        curves(start.subject.feelings, rude.turns),
        curves(start.subject.feelings, found.turns),
    )
    drawn, told_ = svg(was, now, 2, lang), fork_caption(was, now, 2, lang)
    assert len(told_) <= 900
    for strip, line in zip(strips(was, now, 2, lang), told_.splitlines()[1:], strict=True):
        before, after = was[strip.variable], now[strip.variable]
        assert line.startswith(strip.name) and strip.name in drawn
        for value in (before[1], before[2], before[-1], after[2], after[-1]):
            assert str(round(value)) in line
        assert strip.was.label == text(lang, "whatif.label_was", value=round(before[-1]))
        assert strip.now.label == text(lang, "whatif.label_now", value=round(after[-1]))
        assert strip.was.points != strip.now.points
        assert abs(strip.was.label_y - strip.now.label_y) >= 31
    assert [*VARIABLES] == [strip.variable for strip in strips(was, now, 2, lang)]


def test_the_labels_of_the_picture_stay_inside_it():
    for lang in LANGS:
        for key in ("whatif.label_was", "whatif.label_now"):
            label = text(lang, key, value=100)
            assert chart.RIGHT + chart.LABEL_AT + width(label, chart.SMALL + 2) <= chart.WIDTH
        assert chart.MARGIN + 80 + width(text(lang, "whatif.legend_now"), chart.SMALL) < (
            chart.WIDTH
        )
        assert chart.MARGIN + 80 + width(text(lang, "whatif.legend_was"), chart.SMALL) < (
            chart.RIGHT - 44
        )
