"""An account held against the encounter: ten elements, and what to look at again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.feedback.articulation.account import sentences
from bot.feedback.articulation.elements import Found, find
from bot.feedback.articulation.flags import Flag, absent, conclusions, later
from bot.feedback.articulation.lexicon import lexicon
from bot.feedback.articulation.marking import mark
from bot.feedback.articulation.record import Record

POLICE = "police"


@dataclass(frozen=True, slots=True)
class Review:
    """What was found in an account."""

    elements: tuple[Found, ...]
    flags: tuple[Flag, ...] = ()

    @property
    def total(self) -> int:
        """Points, 0 to 20."""
        return sum(element.points for element in self.elements)


def review(account: Mapping[str, str], found: Record, lang: str, role: str) -> Review:
    """The review of an account by part, written by somebody in this role.

    A sentence that claims what the record does not show, or tells what was learnt only later,
    counts for no element (domain.md S127).
    """
    words = lexicon(lang)
    written = sentences(account)
    unfounded = (*absent(written, found, words), *later(written, found, words, lang))
    left_out = {flag.sentence for flag in unfounded}
    marked = mark(written, words)
    counted = [one for one in marked if one.sentence.text not in left_out]
    return Review(find(counted, police=role == POLICE), (*conclusions(marked, words), *unfounded))
