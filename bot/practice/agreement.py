"""Being assessed: what the trainee agrees to before it begins, and what is kept of that."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pydantic import TypeAdapter, ValidationError

from bot.practice.cards import Section
from bot.store.encounters import Encounter
from bot.texts import text

ASSESS = "assess"
"""The mode in which an instructor can read an encounter that came to its end."""
VERSION = 1
"""Raise it when the agreement changes in substance: an older button then shows it anew."""


@dataclass(frozen=True, slots=True)
class Assessed:
    """Kept with an encounter that is assessed. Times are UTC epoch milliseconds."""

    agreed: int
    """The version of the agreement."""
    agreed_at: int
    first_read_at: int | None = None
    """When an instructor first read it; None while nobody has."""
    last_read_at: int | None = None

    def read(self, at: int) -> Assessed:
        """The same, read at that time."""
        first = at if self.first_read_at is None else self.first_read_at
        return replace(self, first_read_at=first, last_read_at=at)


_KEPT: TypeAdapter[Assessed | None] = TypeAdapter(Assessed | None)


def assessed_of(row: Encounter) -> Assessed | None:
    """What is kept of the agreement where an encounter is assessed; None where it is not.

    It takes both the mode and the agreement, which counts only as far as it can be understood.
    """
    if row.mode != ASSESS:
        return None
    try:
        return _KEPT.validate_python(row.state.get("assessed"))
    except ValidationError:
        return None


def handed_over(row: Encounter) -> tuple[Section, ...]:
    """What stands under the debrief of an assessed encounter: its token, and whom to give it to."""
    if assessed_of(row) is None:
        return ()
    lang = row.lang
    lines = (text(lang, "assess.token", token=row.token), text(lang, "assess.token_give"))
    return (Section(text(lang, "assess.token_title"), lines),)
