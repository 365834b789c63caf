"""Checks that conditions can hold, that things can happen and that endings can be reached."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from dialogues.checks.names import conditions
from dialogues.checks.sheet import BEHAVIOUR, Sheet
from dialogues.conditions import (
    COUNTS,
    HAPPENED,
    ConditionError,
    Term,
    Value,
    parse_condition,
)
from dialogues.diagnostics import Problem
from dialogues.prepared import moods_of
from dialogues.reader import Keys
from dialogues.scenario import Scenario
from state_machines.calibration import CALIBRATION
from state_machines.mood import MOODS
from state_machines.relationship import STAGES

Terms = tuple[Term, ...]
Dimension = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Limits:
    """What trust (points) and stage cannot pass in a scenario, for want of needs to meet."""

    trust: float = 100.0
    stages: tuple[str, ...] = STAGES
    moods: tuple[str, ...] = MOODS


def limits(scenario: Scenario) -> Limits:
    """The ceiling that the number of needs sets; a start above it stays."""
    ceiling = CALIBRATION.ceiling + CALIBRATION.per_need * len(scenario.needs)
    trust = min(100.0, max(scenario.start.trust, ceiling))
    climbed = sum(trust >= at for at in CALIBRATION.stage_enter)
    whole = climbed == len(CALIBRATION.stage_enter)
    return Limits(trust, STAGES if whole else STAGES[: climbed + 1], moods_of(scenario))


def check(sheet: Sheet) -> Iterator[Problem]:
    """Contradictions, things nothing can bring about, endings in the shadow of earlier ones."""
    parsed = dict(_parsed(sheet.scenario))
    reachable = limits(sheet.scenario)
    hopeless = set()
    for keys, terms in parsed.items():
        why = impossible(terms, reachable)
        if why:
            hopeless.add(keys)
            when = " and ".join(term.text for term in terms)
            yield sheet.at_value("D040", BEHAVIOUR, keys, when=when, why=why)
    possible = {keys: terms for keys, terms in parsed.items() if keys not in hopeless}
    yield from _never_happens(sheet, possible)
    yield from _shadowed(sheet, possible, reachable)
    if not any(ending.good for ending in sheet.scenario.endings.values()):
        yield sheet.at_key("D042", BEHAVIOUR, ("endings",))


def _parsed(scenario: Scenario) -> Iterator[tuple[Keys, Terms]]:
    for keys, text in conditions(scenario):
        try:
            yield keys, parse_condition(text)
        except ConditionError:
            continue


def _samples(dimension: Dimension, terms: Terms, reachable: Limits) -> frozenset[Value]:
    """Enough values of a dimension to tell conditions apart: each threshold and around it."""
    left = dimension[0]
    if left in HAPPENED:
        return frozenset({True, False})
    if left == "mood":
        return frozenset(reachable.moods)
    if left == "stage":
        return frozenset(reachable.stages)
    marks = sorted(float(term.right) for term in terms if term.dimension == dimension)
    if left in COUNTS:
        near = {float(int(mark) + step) for mark in marks for step in (-1, 0, 1)}
        least = 1 if left == "turn" else 0
        return frozenset({least, *(value for value in near if value >= least)})
    most = reachable.trust if left == "trust" else 100.0
    edges = sorted({0.0, *(mark for mark in marks if mark <= most), most})
    between = {(low + high) / 2 for low, high in pairwise(edges)}
    return frozenset({*edges, *between})


def _allowed(terms: Terms, dimension: Dimension, samples: frozenset[Value]) -> set[Value]:
    mine = [term for term in terms if term.dimension == dimension]
    return {value for value in samples if all(term.allows(value) for term in mine)}


def impossible(terms: Terms, reachable: Limits) -> str:
    """Why a condition can never hold; empty when it can."""
    for dimension in dict.fromkeys(term.dimension for term in terms):
        name = " ".join(part for part in dimension if part)
        if not _allowed(terms, dimension, _samples(dimension, terms, Limits())):
            return f"no value of `{name}` fits"
        if not _allowed(terms, dimension, _samples(dimension, terms, reachable)):
            if name == "mood":
                return "this subject never comes into such a mood; see `subject.moods`"
            most = f"{reachable.trust:g}" if name == "trust" else reachable.stages[-1]
            return f"with so few needs `{name}` cannot pass {most}"
    return ""


def implies(narrow: Terms, wide: Terms, reachable: Limits) -> bool:
    """True when `wide` holds whenever `narrow` does; exact, as terms only join by `and`."""
    both = (*narrow, *wide)
    for dimension in {term.dimension for term in wide}:
        samples = _samples(dimension, both, reachable)
        if not _allowed(narrow, dimension, samples) <= _allowed(wide, dimension, samples):
            return False
    return True


def _shadowed(sheet: Sheet, parsed: dict[Keys, Terms], reachable: Limits) -> Iterator[Problem]:
    names = [name for name in sheet.scenario.endings if _ending(name) in parsed]
    for index, name in enumerate(names):
        for earlier in names[:index]:
            if implies(parsed[_ending(name)], parsed[_ending(earlier)], reachable):
                yield sheet.at_value("D041", BEHAVIOUR, _ending(name), earlier=earlier)
                break


def _ending(name: str) -> Keys:
    return ("endings", name, "when")


_CAUSE = {"told": ("topics", "open"), "event": ("events", "when"), "did": ("deeds", "when")}
_NEVER = {
    "told": "topic `{0}` can never be told in full",
    "event": "event `{0}` can never happen",
    "did": "deed `{0}` can never be done",
}


def _never_happens(sheet: Sheet, possible: dict[Keys, Terms]) -> Iterator[Problem]:
    """Terms that wait for something which itself waits for ever, alone or in a circle."""
    happens = _happening(sheet.scenario, possible)
    for keys, terms in possible.items():
        for term in terms:
            known = term.left in _CAUSE and term.right in getattr(
                sheet.scenario, _CAUSE[term.left][0]
            )
            if known and term.op == "is" and (term.left, term.right) not in happens:
                why = _NEVER[term.left].format(term.right)
                yield sheet.at_value("D023", BEHAVIOUR, keys, term=term.text, why=why)


def _happening(scenario: Scenario, possible: dict[Keys, Terms]) -> set[tuple[str, str]]:
    """Every (told, topic), (event, name) and (did, deed) that can come about."""
    happens = {("did", name) for name, deed in scenario.deeds.items() if deed.when is None}
    waiting = {
        (left, name): possible[keys]
        for left, (group, condition) in _CAUSE.items()
        for name in getattr(scenario, group)
        if (keys := (group, name, condition)) in possible
    }
    while True:
        fresh = {
            thing
            for thing, terms in waiting.items()
            if thing not in happens and all(_can_hold(term, happens) for term in terms)
        }
        if not fresh:
            return happens
        happens |= fresh


def _can_hold(term: Term, happens: set[tuple[str, str]]) -> bool:
    return term.left not in _CAUSE or term.op != "is" or (term.left, term.right) in happens
