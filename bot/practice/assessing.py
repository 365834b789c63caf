"""What an instructor can see of assessed encounters: which there are, and each of them to read.

Only an encounter that its trainee agreed to have assessed, that came to an ending and that they
rated themselves can be read, and reading it is always recorded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.feedback.assessment import Assessment
from bot.feedback.stock import Stocktaking
from bot.practice.after import OVER
from bot.practice.agreement import ASSESS, Assessed
from bot.practice.ending import SELF_RATING
from bot.practice.explain import role_of
from bot.practice.exporting import made_of
from bot.practice.history import day_at, day_of
from bot.practice.session import Session, keep, load, turns
from bot.practice.skills import scored
from bot.practice.tools import Tools
from bot.store import corrections, encounters
from bot.store.encounters import Encounter
from bot.store.work import Tx
from dialogues.records import Turn

Refusal = Literal["unknown", "practice", "running", "stopped", "unrated"]
"""Why an encounter cannot be read."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One assessed encounter in the list; days are YYYY-MM-DD where this program runs."""

    token: str
    scenario: str
    lang: str
    day: str
    turns: int
    ending: str
    own_rating: int
    total: float | None
    read: str | None
    """The day it was first read, or None."""


def listed(tx: Tx, tools: Tools, *, unread: bool = False) -> list[Listed]:
    """The assessed encounters that can be read, oldest first; or those nobody has read yet."""
    rows = encounters.in_mode(tx, ASSESS, OVER)
    sessions = [load(tx, tools, row) for row in rows if refusal(tx, row) is None]
    return [
        _listed(tx, session)
        for session in sessions
        if not (unread and session.assessed and session.assessed.first_read_at)
    ]


def refusal(tx: Tx, row: Encounter | None) -> Refusal | None:
    """Why this encounter cannot be read; None when it can."""
    if row is None:
        return "unknown"
    if row.mode != ASSESS or not row.state.get("assessed"):
        return "practice"
    if row.ended_at is None:
        return "running"
    if not row.ending or row.phase not in OVER:
        return "stopped"
    return None if SELF_RATING in encounters.ratings(tx, row.id) else "unrated"


def read(tx: Tx, tools: Tools, token: str) -> Assessment | Refusal:
    """The encounter to read, marked as read at this moment; or why it cannot be read."""
    row = encounters.by_token(tx, token)
    refused = refusal(tx, row)
    if row is None or refused is not None:
        return refused or "unknown"
    session = load(tx, tools, row)
    if session.assessed is None:
        return "practice"
    marked = keep(tx, replace(session, assessed=session.assessed.read(tx.now)))
    return _assessment(tx, marked)


def _listed(tx: Tx, session: Session) -> Listed:
    row = session.row
    return Listed(
        token=row.token,
        scenario=row.scenario_id,
        lang=row.lang,
        day=day_of(row).isoformat(),
        turns=row.turn,
        ending=row.ending or "",
        own_rating=_own(tx, row),
        total=scored(tx, session).total,
        read=_first_read(session.assessed),
    )


def _own(tx: Tx, row: Encounter) -> int:
    return encounters.ratings(tx, row.id)[SELF_RATING]


def _first_read(kept: Assessed | None) -> str | None:
    if kept is None or kept.first_read_at is None:
        return None
    return day_at(kept.first_read_at).isoformat()


def _assessment(tx: Tx, session: Session) -> Assessment:
    played = turns(tx, session)
    return Assessment(
        made=made_of(tx, session),
        token=session.row.token,
        role=role_of(session),
        own=_own(tx, session.row),
        good=bool(session.ended_well),
        turns=tuple(played),
        meant=_meant(tx, session, played),
        looks=tuple(
            Stocktaking(look.turn, look.level, look.factors, look.changed, look.seen)
            for look in session.looks
        ),
    )


def _meant(tx: Tx, session: Session, played: Sequence[Turn]) -> dict[int, tuple[str, ...]]:
    """What the trainee says was meant, for each turn whose reading they contest."""
    known = ((t.number, corrections.of_turn(tx, session.row.id, t.number)) for t in played)
    return {number: one.new_acts for number, one in known if one is not None}
