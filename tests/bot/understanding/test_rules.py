"""Every rule proves itself on its own examples, and no pattern can explode."""

from __future__ import annotations

import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

import pytest

from bot.understanding import Reader, combining
from bot.understanding.finding import COMPILED
from bot.understanding.languages import plain
from bot.understanding.reader import heard
from bot.understanding.rules import Compiled, needed
from bot.understanding.splitting import clauses
from bot.understanding.training import seeds
from dialogues.catalogue import load_catalogue

READY = [(lang, ready) for lang, rules in COMPILED.items() for ready in rules]
EXAMPLES = [(lang, r, text) for lang, r in READY for text in r.rule.examples]
COUNTERS = [(lang, r, text) for lang, r in READY for text in r.rule.counter_examples]
ACTS = load_catalogue().acts


def _meets(lang: str, ready: Compiled, text: str) -> bool:
    return any(ready.search(plain(clause, lang)) for clause in clauses(text))


@pytest.mark.parametrize(("lang", "ready", "text"), EXAMPLES, ids=lambda v: str(v)[:60])
def test_an_example_is_found_by_its_rule_and_read_as_its_act(
    reader: Reader, lang: str, ready: Compiled, text: str
) -> None:
    assert _meets(lang, ready, text)
    reading = reader.read(text, lang=lang)
    assert ready.rule.act in {act.act for act in reading.acts}
    assert not reading.abstained


@pytest.mark.parametrize(("lang", "ready", "text"), COUNTERS, ids=lambda v: str(v)[:60])
def test_a_counter_example_is_left_alone(lang: str, ready: Compiled, text: str) -> None:
    assert not _meets(lang, ready, text)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_act_but_piled_up_questions_has_a_rule_in_each_language(lang: str) -> None:
    covered = {ready.rule.act for ready in COMPILED[lang]} | {"question_stack"}
    assert covered == set(ACTS)


def test_rule_ids_are_unique_and_name_their_language_and_act() -> None:
    ids = [ready.rule.id for _, ready in READY]
    assert len(ids) == len(set(ids))
    assert all(r.rule.id.startswith(f"{lang}.{r.rule.act}.") for lang, r in READY)


def test_every_rule_brings_examples_and_a_sensible_confidence() -> None:
    assert all(ready.rule.examples and ready.rule.counter_examples for _, ready in READY)
    assert all(0.5 <= ready.rule.confidence <= 1 for _, ready in READY)


def test_which_act_wins_is_never_a_circle() -> None:
    order = TopologicalSorter({act: set(less) for act, less in combining.WINS_OVER.items()})
    assert set(order.static_order()) <= set(ACTS)


def _repeats(tree: object, inside: bool = False) -> Iterator[tuple[bool, bool]]:
    """(inside an unbounded repeat, itself unbounded) of every repeat in a parsed pattern."""
    for code, value in tree:  # type: ignore[attr-defined]
        here = inside
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
            unbounded = value[1] is codes.MAXREPEAT
            yield inside, unbounded
            here = inside or unbounded
        for part in _parts(code, value):
            yield from _repeats(part, here)


def _parts(code: object, value: object) -> list[object]:
    if code is codes.BRANCH:
        return list(value[1])  # type: ignore[index]
    if code in (codes.ASSERT, codes.ASSERT_NOT):
        return [value[1]]  # type: ignore[index]
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.SUBPATTERN):
        return [value[-1]]  # type: ignore[index]
    return []


def _nests(pattern: str) -> bool:
    return any(inside and unbounded for inside, unbounded in _repeats(parser.parse(pattern)))


def test_the_inspector_sees_a_nested_repeat() -> None:
    assert _nests(r"(?:so,?\s*)*x")
    assert _nests(r"(a+b)+")
    assert not _nests(r"(?:\S+ ){0,4}x+")


def test_no_rule_nests_one_unbounded_repeat_in_another() -> None:
    patterns: list[re.Pattern[str]] = [
        p for _, r in READY for p in (*(pattern for _, pattern in r.patterns), *r.unless)
    ]
    assert [p.pattern for p in patterns if _nests(p.pattern)] == []


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        (r"\bmy name is\b(?! (?:on|in)\b)", "my name is"),
        (r"colou?r scheme", "r scheme"),
        (r"^(?:so |and ){0,2}calm down", "calm down"),
        (r"stop|wait", ""),
        (r"(?:stop|wait) there", " there"),
        (r"a{2,3} b[cd]ee", " b"),
        (r"no\.? way", " way"),
    ],
)
def test_the_letters_a_pattern_cannot_do_without(pattern: str, letters: str) -> None:
    assert needed(pattern) == letters


def test_looking_for_those_letters_first_changes_no_search() -> None:
    for row in seeds.rows_of("validation"):
        for clause in heard(row.text, row.lang):
            for ready in COMPILED[clause.lang]:
                for letters, pattern in ready.patterns:
                    assert letters in clause.plain or not pattern.search(clause.plain)
