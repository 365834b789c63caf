"""What a finder hands over: an act it saw, where, and how sure it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause as said, its plain words for matching, and the language they are in.

    `spelt` is the clause with its spelling mended, which both are read from.
    """

    text: str
    plain: str
    lang: str
    spelt: str = ""

    @property
    def asks(self) -> bool:
        """Whether it ends as a question in writing."""
        return self.plain.endswith("?")


@dataclass(frozen=True, slots=True)
class Evidence:
    """An act seen in one clause. `start` and `end` are places in the clause's plain words.

    `alone` marks a rule whose form defines the act, so that it needs no second opinion.
    """

    act: str
    confidence: float
    clause: int
    start: int
    end: int
    source: str
    feeling: str = ""
    severe: bool = False
    alone: bool = False

    def overlaps(self, other: Evidence) -> bool:
        """Whether both read the same words."""
        return self.clause == other.clause and self.start < other.end and other.start < self.end


Finder = Callable[[Sequence[Clause], str], Iterable[Evidence]]
"""Anything that sees acts in clauses, given what the subject said just before: the rules of this
package, or a learnt head beside them."""
