"""What each sentence of an account shows: marks, and who does what."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.feedback.articulation.account import SPOKEN, Sentence
from bot.feedback.articulation.lexicon import Lexicon

THEIRS, OURS = frozenset({"act", "response"}), frozenset({"talk"})
"""Marks that count only where the writer is not the one who does it, and only where they are."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with the different wordings of each mark in it."""

    sentence: Sentence
    marks: Mapping[str, frozenset[str]]

    def has(self, *names: str) -> bool:
        return any(self.marks.get(name) for name in names)


def mark(found: Sequence[Sentence], words: Lexicon) -> tuple[Marked, ...]:
    """Every sentence with its marks, in order."""
    return tuple(Marked(one, _marks(one.plain, words)) for one in found)


def _marks(plain: str, words: Lexicon) -> dict[str, frozenset[str]]:
    marks = {
        name: frozenset(
            hit[0] for hit in pattern.finditer(plain) if _counts(name, plain, hit.start(), words)
        )
        for name, pattern in words.marks.items()
    }
    return {**marks, **_quotes(plain, words)}


def _counts(name: str, plain: str, at: int, words: Lexicon) -> bool:
    if name in THEIRS:
        return _last(words.me, plain[:at]) <= _last(words.other, plain[:at])
    return name not in OURS or _last(words.me, plain[:at]) > _last(words.somebody, plain[:at])


def _quotes(plain: str, words: Lexicon) -> dict[str, frozenset[str]]:
    """The places of the writer's own quotations and of others'; both where nobody is named."""
    own, theirs = set(), set()
    for hit in re.finditer(SPOKEN, plain):
        said, rest = plain[: hit.start()], plain[hit.end() :]
        before = _last(words.me, said), _last(words.somebody, said)
        after = _first(words.me, rest), _first(words.somebody, rest)
        mine = before[0] > before[1] if max(before) >= 0 else after[0] < after[1]
        unknown = max(before) < 0 and min(after) > len(plain)
        if mine or unknown:
            own.add(str(hit.start()))
        if not mine or unknown:
            theirs.add(str(hit.start()))
    return {"own_quote": frozenset(own), "their_quote": frozenset(theirs)}


def is_somebody_else(plain: str, at: int, words: Lexicon) -> bool:
    """Whether the subject of what is told at this place is somebody other than the writer."""
    return _last(words.somebody, plain[:at]) > _last(words.me, plain[:at])


def _last(pattern: re.Pattern[str], plain: str) -> int:
    return max((hit.start() for hit in pattern.finditer(plain)), default=-1)


def _first(pattern: re.Pattern[str], plain: str) -> int:
    hit = pattern.search(plain)
    return hit.start() if hit else 1_000_000
