"""Checks that a scenario holds what a class needs: risk to weigh, dated law, topics apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import get_args

from dialogues.checks.sheet import BEHAVIOUR, Line, Sheet
from dialogues.conditions import ConditionError, Term, parse_condition
from dialogues.diagnostics import Problem
from dialogues.play import LANGS
from dialogues.scenario import Factor

HEADINGS = get_args(Factor.model_fields["of"].annotation)
FEWEST_FACTORS, FEWEST_CHECKS = 6, 2
ALIKE = 0.85
"""Share of all words that two questions of different topics may have in common."""
LONGEST_SENTENCE = 40
"""Words; a sentence beyond it cannot be taken in at one reading, or said in one breath."""
TO_WRITE = {"en": "To write", "fr": "À écrire"}
"""How a line begins that a new scenario leaves to its author."""
WEAPONS = frozenset(
    {"oc_spray", "baton", "cew_display", "cew_use", "firearm_drawn", "firearm_used"}
)
"""Deeds that may be justified and are never what a good ending waits for."""
_DATE = re.compile(r"\b20\d\d\b")
_AID = {"en": re.compile(r"training aid", re.I), "fr": re.compile(r"aide à la formation", re.I)}
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\s*\*\s*")


def check(sheet: Sheet) -> Iterator[Problem]:
    """What is missing, or must not be there, for a scenario to teach."""
    yield from _risk(sheet)
    yield from _duty(sheet)
    yield from _weapons(sheet)
    yield from _topics(sheet)
    yield from _sentences(sheet)
    yield from _unwritten(sheet)
    for lang in LANGS:
        if not sheet.words[lang].reminders:
            yield sheet.at_key("D112", lang, ())
        if not sheet.words[lang].misheard:
            yield sheet.at_key("D115", lang, ())


def _risk(sheet: Sheet) -> Iterator[Problem]:
    scenario = sheet.scenario
    headings = {factor.of for factor in scenario.factors.values()}
    missing = [heading for heading in HEADINGS if heading not in headings]
    few = len(scenario.factors) < FEWEST_FACTORS or len(scenario.risk_checks) < FEWEST_CHECKS
    if few or missing:
        yield sheet.at_key(
            "D111",
            BEHAVIOUR,
            ("factors",) if scenario.factors else (),
            factors=len(scenario.factors),
            checks=len(scenario.risk_checks),
            missing=f", none under {', '.join(missing)}" if missing else "",
        )


def _duty(sheet: Sheet) -> Iterator[Problem]:
    for lang in LANGS:
        words = sheet.words[lang].duty
        if not (_DATE.search(words) and _AID[lang].search(words)):
            yield sheet.at_value("D051", lang, ("duty",))


def _weapons(sheet: Sheet) -> Iterator[Problem]:
    for name, ending in sheet.scenario.endings.items():
        for term in _terms(ending.when) if ending.good else ():
            if term.left == "did" and term.op == "is" and term.right in WEAPONS:
                keys = ("endings", name, "when")
                yield sheet.at_value("D052", BEHAVIOUR, keys, deed=term.right)


def _terms(condition: str) -> tuple[Term, ...]:
    try:
        return parse_condition(condition)
    except ConditionError:
        return ()


def _topics(sheet: Sheet) -> Iterator[Problem]:
    """Example questions so alike that nobody could tell which topic is meant."""
    asked: dict[str, list[tuple[Line, frozenset[str]]]] = {lang: [] for lang in LANGS}
    for line in sheet.lines:
        if line.keys[0] == "topics" and line.keys[-1] == "ask":
            asked[line.lang].append((line, frozenset(_WORD.findall(line.text.casefold()))))
    for questions in asked.values():
        for (first, ours), (second, theirs) in combinations(questions, 2):
            if first.keys[1] != second.keys[1] and _overlap(ours, theirs) >= ALIKE:
                place, topic = first.place[0], first.keys[1]
                yield sheet.at_line("D113", second, first=place, topic=topic)


def _overlap(ours: frozenset[str], theirs: frozenset[str]) -> float:
    return len(ours & theirs) / max(1, len(ours | theirs))


def _sentences(sheet: Sheet) -> Iterator[Problem]:
    for line in sheet.lines:
        if line.keys[0] == "credits":
            continue
        longest = max(len(_WORD.findall(part)) for part in _SENTENCE.split(line.text))
        if longest > LONGEST_SENTENCE:
            yield sheet.at_line("D114", line, words=longest, limit=LONGEST_SENTENCE)


def _unwritten(sheet: Sheet) -> Iterator[Problem]:
    """Lines as the skeleton left them, once for each language."""
    for lang in LANGS:
        lines = [line for line in sheet.lines if line.lang == lang]
        left = [line for line in lines if line.text.startswith(TO_WRITE[lang])]
        if left:
            yield sheet.at_line("D202", left[0], count=len(left), lines=len(lines))
