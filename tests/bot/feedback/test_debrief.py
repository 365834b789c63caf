"""The debrief: its parts in order, the numbers right, nothing claimed that it may not claim."""

from __future__ import annotations

import re

import pytest

from bot.feedback.caption import LONGEST, caption
from bot.feedback.curves import Curves, curves
from bot.feedback.debrief import Part, debrief
from bot.feedback.facts import opening
from bot.texts import FOLDER
from dialogues.prepared import draw
from state_machines.acts import Move
from state_machines.mood import MOODS
from tests.bot.feedback.encounters import EN, FR, said, simulated, told

HEADINGS = {
    "en": [
        "Your own view",
        "What happened",
        "Turning",
        "Turning",
        "What law",
        "One",
        "Out of",
        "Take",
    ],
    "fr": [
        "Votre impression",
        "Ce qui",
        "Moment",
        "Moment",
        "Ce que la loi",
        "Une",
        "Hors",
        "À retenir",
    ],
}


def shown(play, *moves, rating=4):
    start, turns = told(play, *moves)
    return debrief(start, turns, play, rating, draw(play.scenario, 3))


def lines(found):
    return [line for part in found.sections for line in (part.heading, *part.lines, part.quote)]


def short_encounter(play):
    words = {
        "en": (
            "Good evening, I'm Alex, a nurse here.",
            "It's only been a few hours, sir.",
            "I'm sorry nobody came to you.",
        ),
        "fr": (
            "Bonsoir, je suis Alex, infirmière ici.",
            "Ça fait seulement quelques heures, monsieur.",
            "Je suis désolée que personne ne soit venu.",
        ),
    }[play.lang]
    hello, small, sorry = words
    return (
        Move(said(play, hello, "introduce")),
        Move(said(play, small, "minimise")),
        Move(said(play, sorry, "apologise"), deeds=("get_update",)),
        Move(deeds=("disengage",)),
    )


@pytest.mark.parametrize("play", [EN, FR], ids=["en", "fr"])
def test_a_short_encounter_is_debriefed(play, snapshot):
    found = shown(play, *short_encounter(play))
    assert lines(found) == snapshot
    assert found.caption == snapshot
    assert found.picture.startswith(b"\x89PNG")


@pytest.mark.parametrize("play", [EN, FR], ids=["en", "fr"])
def test_the_parts_come_in_the_order_of_a_debrief(play):
    headings = [part.heading for part in shown(play, *short_encounter(play)).sections]
    assert len(headings) == len(HEADINGS[play.lang])
    for heading, beginning in zip(headings, HEADINGS[play.lang], strict=True):
        assert heading.startswith(beginning)


@pytest.mark.parametrize("play", [EN, FR], ids=["en", "fr"])
def test_what_stands_beside_it_comes_right_before_the_take_away(play):
    start, turns = told(play, *short_encounter(play))
    part = Part("Beside", ("A line.",))
    without, beside = (debrief(start, turns, play, 4, beside=one) for one in (None, part))
    assert beside.sections == (*without.sections[:-1], part, without.sections[-1])


def test_the_self_rating_is_shown_back_and_only_there():
    one, five = (shown(EN, *short_encounter(EN), rating=value) for value in (1, 5))
    assert "You gave it 1 out of 5." in one.sections[0].lines
    assert "You gave it 5 out of 5." in five.sections[0].lines
    assert one.sections[1:] == five.sections[1:]
    none = shown(EN, *short_encounter(EN), rating=None)
    assert none.sections[0].lines == ("You did not give a rating.",)


def test_facts_count_what_the_record_holds():
    facts = shown(EN, *short_encounter(EN)).sections[1].lines
    assert facts[0] == "Ending: You step away"
    assert facts[1] == "4 turns"
    assert "2 techniques that help, 1 that harms" in facts[3]
    assert facts[4] == "While tense: about 7 words a turn."
    assert "name or role said, reason for being there not said" in facts[5]


def test_abstained_words_count_for_nothing():
    reading = said(EN, "Shut up or else", "threaten", abstained="unsure")
    facts = shown(EN, Move(reading)).sections[1].lines
    assert any("0 techniques that help, 0 that harm" in line for line in facts)


def test_a_reason_given_after_the_first_words_is_not_part_of_the_opening():
    filler = Move(said(EN, "word " * 50, "open_question"))
    late = Move(said(EN, "I'm here because you called.", "give_reason"))
    assert "give_reason" in opening(told(EN, late, filler)[1])
    assert "give_reason" not in opening(told(EN, filler, late)[1])


def test_the_duty_is_shown_as_done_or_not_and_never_judged():
    without, done = (
        shown(EN, Move(said(EN, "Hello.", "introduce"))),
        shown(EN, Move(said(EN, "I don't know yet.", "inform"))),
    )
    part = next(p for p in without.sections if p.heading.startswith("What law"))
    assert "“Inform honestly”: the record does not show it." in part.lines
    part = next(p for p in done.sections if p.heading.startswith("What law"))
    assert "“Inform honestly”: the record shows it in turn 1." in part.lines
    assert part.lines[-1] == "This is practice: no legal judgement and no certification."
    assert part.lines[0] == EN.words.duty


def test_the_subject_speaks_out_of_role_of_what_was_done():
    part = shown(EN, *short_encounter(EN)).sections[-2]
    assert part.heading == "Out of role: Mr. Singh"
    assert f"When you said “It's only been a few hours, sir.”: {EN.words.felt['minimise']}" in (
        part.lines
    )
    assert any(EN.words.felt["get_update"] in line for line in part.lines)
    assert 2 <= len(part.lines) <= 4
    assert part.lines[-1] == f"And at the end: {EN.words.endings['left'].felt}"


def test_one_thing_is_taken_along_from_what_hurt_most():
    part = shown(EN, *short_encounter(EN)).sections[-1]
    assert part.lines == (
        "Instead of “Minimize the problem”: "
        "Say how big it is for them, even if it looks small to you.",
    )


def test_without_harm_what_law_asks_for_is_taken_along():
    part = shown(EN, Move(said(EN, "I'm sorry.", "apologise"))).sections[-1]
    assert part.lines[0].startswith("Next time, do not leave this out: Inform honestly.")


def test_an_encounter_of_no_turns_can_be_debriefed():
    start, _ = told(EN)
    found = debrief(start, [], EN, None)
    assert "No single turn moved much." in lines(found)
    assert "0 turns" in lines(found)


@pytest.mark.parametrize("policy", ["expert", "novice", "hostile", "silent", "spam"])
@pytest.mark.parametrize("play", [EN, FR], ids=["en", "fr"])
def test_every_debrief_fits_a_message_and_leaves_no_placeholder(play, policy):
    start, turns = simulated(play, policy)
    for drawn in (draw(play.scenario, 3), {}):
        found = debrief(start, turns, play, 3, drawn)
        text = "\n".join(lines(found))
        assert len(text) <= 3800
        assert not re.search(r"[{}]", text)
        assert len(found.caption) <= LONGEST


def test_a_caption_holds_the_numbers_of_the_picture():
    found = Curves((60, 70, 30), (50, 55, 40), (20, 10, 45), (40, 44, 35), ("hostile", "uneasy"))
    assert caption(found, "en").splitlines() == [
        "2 turns, on a scale of 0 to 100",
        "Arousal: start 60, lowest 30, highest 70, end 30",
        "Fear: start 50, lowest 40, highest 55, end 40",
        "Trust: start 20, lowest 10, highest 45, end 45",
        "Hopelessness: start 40, lowest 35, highest 44, end 35",
        "Mood: hostile → uneasy",
    ]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_longest_caption_fits_under_a_picture(lang):
    turns = 80
    series = (0.0, *([100.0] * turns))
    moods = tuple(MOODS[turn % len(MOODS)] for turn in range(turns))
    found = caption(Curves(series, series, series, series, moods), lang)
    assert len(found) <= LONGEST
    assert "…" in found


def test_the_start_of_one_turn_in_french_is_singular():
    start, turns = simulated(FR, "novice", most=1)
    assert caption(curves(start, turns), "fr").startswith("1 tour,")


def test_nothing_praises_force_or_infers_the_trainees_feelings():
    for lang in ("en", "fr"):
        said_by_us = (FOLDER / lang / "feedback.po").read_text(encoding="utf-8").lower()
        for word in ("you felt", "you feel", "vous avez ressenti", "vous ressentez", "badge"):
            assert word not in said_by_us
        for word in ("certified", "lawful", "licite", "légal ", "win", "bravo"):
            assert word not in said_by_us
