"""What a finder hands over: an act it saw, where, and how sure it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause as said, its plain words for matching, and the language they are in."""

    text: str
    plain: str
    lang: str

    @property
    def asks(self) -> bool:
        """Whether it ends as a question in writing."""
        return self.plain.endswith("?")


@dataclass(frozen=True, slots=True)
class Evidence:
    """An act seen in one clause. `start` and `end` are places in the clause's plain words."""

    act: str
    confidence: float
    clause: int
    start: int
    end: int
    source: str
    feeling: str = ""
    severe: bool = False

    def overlaps(self, other: Evidence) -> bool:
        """Whether both read the same words."""
        return self.clause == other.clause and self.start < other.end and other.start < self.end


Finder = Callable[[Sequence[Clause], str], Iterable[Evidence]]
"""Anything that sees acts in clauses, given what the subject said just before: the rules of this
package, or a learnt head beside them."""
