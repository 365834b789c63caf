"""Questions in words that the scenario never gave find their topic, and none is found in passing.

The lines were written by somebody who had read only the scenario's example questions, and were
told to use other words.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from bot.practice.tools import questions
from bot.understanding import Reader, learnt_reader, rules_reader
from dialogues.library import Library
from dialogues.prepared import prepare
from dialogues.turn import advance, begin
from state_machines.acts import Move

LINES = Path(__file__).parent / "topics"
NONE = "-"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return learnt_reader()


def lines(lang: str) -> list[tuple[str, str]]:
    rows = (LINES / f"{lang}.txt").read_text(encoding="utf-8").splitlines()
    return [(topic.strip(), text.strip()) for topic, _, text in (r.partition("|") for r in rows)]


def found(reader: Reader, lang: str) -> dict[str, list[tuple[str, ...]]]:
    """The topics found in the lines of each topic."""
    topics = questions(prepare(Library().load("er_waiting_room"), lang))
    table = defaultdict(list)
    for topic, text in lines(lang):
        table[topic].append(reader.read(text, lang=lang, topics=topics).topics)
    return table


def share(table: dict[str, list[tuple[str, ...]]]) -> float:
    """Share of the lines whose first topic is theirs."""
    firsts = [seen[:1] == (topic,) for topic, rows in table.items() for seen in rows]
    return sum(firsts) / len(firsts)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_meaning_finds_twice_what_shared_words_find(reader: Reader, lang: str) -> None:
    by_meaning, by_words = found(reader, lang), found(rules_reader(), lang)
    passing = by_meaning.pop(NONE), by_words.pop(NONE)
    assert share(by_meaning) >= 0.45 and share(by_meaning) >= 2 * share(by_words)
    assert sum(map(bool, passing[0])) <= sum(map(bool, passing[1])) + 8


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_name_is_given_however_it_is_asked(reader: Reader, lang: str) -> None:
    prepared = prepare(Library().load("er_waiting_room"), lang)
    scene, _ = begin(prepared, 7)
    asked = [text for topic, text in lines(lang) if topic == "name"]
    replies = [
        advance(scene, Move(reader.read(text, lang=lang, topics=questions(prepared))), prepared)
        for text in asked
    ]
    named = [outcome for outcome in replies if "Singh" in outcome.reply.said]
    assert len(named) >= 0.75 * len(asked)


ANOTHERS = {
    "en": ["What's your daughter's name?", "What is her name?", "And her name is?"],
    "fr": ["Comment s'appelle votre fille?", "C'est quoi le prénom de votre fille?"],
}


@pytest.mark.parametrize(("lang", "text"), [(k, t) for k, v in ANOTHERS.items() for t in v])
def test_the_name_of_somebody_else_is_not_the_subjects_own(reader, lang, text):
    prepared = prepare(Library().load("er_waiting_room"), lang)
    scene, _ = begin(prepared, 7)
    read = reader.read(text, lang=lang, topics=questions(prepared))
    assert advance(scene, Move(read), prepared).reply.topic != "name"


def test_what_his_daughter_is_called_is_about_her(reader):
    prepared = prepare(Library().load("er_waiting_room"), "en")
    read = reader.read("What's your daughter's name?", lang="en", topics=questions(prepared))
    assert advance(begin(prepared, 7)[0], Move(read), prepared).reply.topic == "daughter"


def test_a_summary_takes_up_earlier_lines_too(reader: Reader) -> None:
    said = "Your shift got cut, and then the landlord changed the locks."
    earlier = ("They cut my shift on Monday.", "I came home and the landlord changed the locks.")
    alone = reader.read(said, lang="en", previous="I just want to sleep.").echo
    with_all = reader.read(said, lang="en", previous="I just want to sleep.", earlier=earlier).echo
    assert with_all > 0.8 > alone


def test_a_paraphrase_in_other_words_takes_up_what_was_said(reader: Reader) -> None:
    before = "I've been sitting in this hallway since supper and no one has looked at my mother."
    close = reader.read(
        "Hours of waiting, and your mom is still unseen.", lang="en", previous=before
    )
    aside = reader.read("I need you to fill in this form.", lang="en", previous=before)
    assert close.echo > 0.5 > aside.echo
