"""Conditions an author writes, such as `trust >= 35 and said apologise`, made into functions."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import attrgetter
from typing import Any

from dialogues.diagnostics import did_you_mean
from state_machines.acts import VARIABLES
from state_machines.mood import MOODS
from state_machines.relationship import STAGES

COUNTS = ("turn", "harm", "force")
NUMBERS = (*VARIABLES, *COUNTS)
HAPPENED = {"said": "said", "did": "did", "met": "met", "told": "told", "event": "events"}
"""Words before a name (act said, deed done, need met, topic told in full, event happened), each
with the set of `Facts` that holds such names."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What conditions can ask about: the encounter as it stands after a turn.

    `turn` counts moves from 1; `harm` counts harmful acts so far, `force` deeds of force;
    `told` holds the topics whose open answer was given.
    """

    arousal: float
    fear: float
    trust: float
    hopelessness: float
    turn: int
    harm: int
    force: int
    mood: str
    stage: str
    said: frozenset[str] = frozenset()
    did: frozenset[str] = frozenset()
    met: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()


Condition = Callable[[Facts], bool]
Value = float | str | bool


class ConditionError(ValueError):
    """A condition that cannot be read; the message says why and what could be written."""


@dataclass(frozen=True, slots=True)
class Term:
    """One term: `left` is a number, `mood`, `stage` or one of HAPPENED; `text` is as written."""

    left: str
    op: str
    right: str
    text: str

    @property
    def dimension(self) -> tuple[str, str]:
        """What the term constrains; terms on different dimensions never exclude each other."""
        return (self.left, self.right if self.left in HAPPENED else "")

    def allows(self, value: Value) -> bool:
        """Whether the term holds when its dimension has this value."""
        if self.left in HAPPENED:
            return value == (self.op == "is")
        compare = _COMPARE[self.op]
        if self.left == "stage":
            return compare(STAGES.index(str(value)), STAGES.index(self.right))
        return compare(value, self.right if self.left == "mood" else float(self.right))

    def holds(self, facts: Facts) -> bool:
        """Whether the term is true now."""
        if self.left in HAPPENED:
            return self.allows(self.right in getattr(facts, HAPPENED[self.left]))
        return self.allows(getattr(facts, self.left))


_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
    "==": operator.eq,
    "!=": operator.ne,
}
_OPS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(NUMBERS, tuple(_COMPARE)),
    "mood": ("==", "!="),
    "stage": (">=", "=="),
}
_NAMES: Mapping[str, tuple[str, ...]] = {"mood": MOODS, "stage": STAGES}
_COMPARISON = re.compile(r"([a-z_]+)\s*(>=|<=|==|!=|>|<)\s*(\S+)")
_HAPPENING = re.compile(r"(not\s+)?([a-z_]+)\s+([a-z][a-z0-9_]*)")
_NUMBER = re.compile(r"\d{1,4}(\.\d{1,4})?", re.ASCII)


def _comparison(text: str, left: str, op: str, right: str) -> Term:
    if left not in _OPS:
        raise ConditionError(f"unknown `{left}`{did_you_mean(left, (*_OPS, *HAPPENED))}")
    if op not in _OPS[left]:
        raise ConditionError(f"`{left}` takes {' or '.join(_OPS[left])}, not {op}")
    names = _NAMES.get(left)
    if names is None and not _NUMBER.fullmatch(right):
        raise ConditionError(f"`{text}` must compare with a number, such as `{left} {op} 35`")
    if names is not None and right not in names:
        raise ConditionError(f"unknown {left} `{right}`{did_you_mean(right, names)}")
    return Term(left, op, right, text)


def _term(text: str) -> Term:
    comparison = _COMPARISON.fullmatch(text)
    if comparison:
        return _comparison(text, *comparison.groups())
    happening = _HAPPENING.fullmatch(text)
    if not happening:
        raise ConditionError(
            f"`{text}` is not a term; write one such as `trust >= 35` or `not said threaten`"
        )
    negated, left, name = happening.groups()
    if left not in HAPPENED:
        raise ConditionError(f"unknown `{left}`{did_you_mean(left, (*HAPPENED, *_OPS))}")
    return Term(left, "is not" if negated else "is", name, text)


@lru_cache(maxsize=4096)
def parse_condition(text: str) -> tuple[Term, ...]:
    """The terms of a condition; all of them must hold.

    Raises:
        ConditionError: the text is not `term and term ...`.
    """
    if re.search(r"\bor\b|[()]", text):
        raise ConditionError("only `and` joins terms; for `or`, write two entries")
    parts = re.split(r"\band\b", " ".join(text.split()))
    return tuple(_term(part.strip()) for part in parts)


@lru_cache(maxsize=4096)
def compile_condition(text: str) -> Condition:
    """The condition as a function of the facts; compiled once for each text.

    Raises:
        ConditionError: the text is not `term and term ...`.
    """
    return reduce(_both, map(_compiled, parse_condition(text)))


def _both(one: Condition, other: Condition) -> Condition:
    return lambda facts: one(facts) and other(facts)


def _compiled(term: Term) -> Condition:
    """One term as a function that looks at one thing only."""
    if term.left in HAPPENED:
        happened, wanted = attrgetter(HAPPENED[term.left]), term.op == "is"
        return lambda facts: (term.right in happened(facts)) == wanted
    if term.left in NUMBERS:
        value, compare, limit = attrgetter(term.left), _COMPARE[term.op], float(term.right)
        return lambda facts: bool(compare(value(facts), limit))
    return term.holds
