"""What an instructor can see of assessed encounters: which there are, and each of them to read.

Only an encounter that its trainee agreed to have assessed, that came to an ending and that they
rated themselves can be read, and reading it here is always recorded. The list holds no result: a
figure without the words is not what a person should judge by.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from bot.feedback.assessment import Assessment
from bot.feedback.stock import Stocktaking
from bot.practice.after import OVER
from bot.practice.agreement import ASSESS, Assessed, assessed_of
from bot.practice.ending import SELF_RATING
from bot.practice.explain import role_of
from bot.practice.exporting import made_of
from bot.practice.history import day_at, day_of
from bot.practice.restoring import restored
from bot.practice.session import Session, keep, turns
from bot.practice.tools import Tools
from bot.store import corrections, encounters
from bot.store.encounters import Encounter
from bot.store.work import Tx

Refusal = Literal["unknown", "practice", "running", "stopped", "unrated", "lost"]
"""Why an encounter cannot be read; `lost` is one whose scenario does not open any more."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One assessed encounter in the list; days are YYYY-MM-DD where this program runs."""

    token: str
    scenario: str
    lang: str
    day: str
    turns: int
    read: str | None
    """The day it was first read, or None."""


def listed(tx: Tx, *, unread: bool = False) -> list[Listed]:
    """The assessed encounters that can be read, oldest first; or those nobody has read yet."""
    rows = encounters.rated_in_mode(tx, ASSESS, OVER, SELF_RATING)
    found = [_listed(row) for row in rows if refusal(row, rated=True) is None]
    return [one for one in found if not (unread and one.read)]


def refusal(row: Encounter | None, *, rated: bool) -> Refusal | None:
    """Why this encounter cannot be read; None when it can."""
    if row is None:
        return "unknown"
    if assessed_of(row) is None:
        return "practice"
    if row.ended_at is None:
        return "running"
    if not row.ending or row.phase not in OVER:
        return "stopped"
    return None if rated else "unrated"


def read(tx: Tx, tools: Tools, token: str) -> Assessment | Refusal:
    """The encounter to read, marked as read at this moment; or why it cannot be read.

    What makes of it what a person sees belongs into the same transaction: an encounter that
    could not be shown is then not marked.
    """
    row = encounters.by_token(tx, token)
    own = encounters.ratings(tx, row.id).get(SELF_RATING) if row else None
    refused = refusal(row, rated=own is not None)
    if row is None or own is None or refused:
        return refused or "unknown"
    session = restored(tx, tools, row)
    if session is None:
        return "lost"
    return _assessment(tx, _marked(tx, session), own)


def _marked(tx: Tx, session: Session) -> Session:
    kept = session.assessed
    return keep(tx, replace(session, assessed=kept and kept.read(tx.now)))


def _listed(row: Encounter) -> Listed:
    return Listed(
        token=row.token,
        scenario=row.scenario_id,
        lang=row.lang,
        day=day_of(row).isoformat(),
        turns=row.turn,
        read=_first_read(assessed_of(row)),
    )


def _first_read(kept: Assessed | None) -> str | None:
    if kept is None or kept.first_read_at is None:
        return None
    return day_at(kept.first_read_at).isoformat()


def _assessment(tx: Tx, session: Session, own: int) -> Assessment:
    played = turns(tx, session)
    return Assessment(
        made=made_of(session, played),
        token=session.row.token,
        role=role_of(session),
        own=own,
        good=bool(session.ended_well),
        turns=tuple(played),
        meant={one.turn: one.new_acts for one in corrections.of_encounter(tx, session.row.id)},
        looks=tuple(
            Stocktaking(look.turn, look.level, look.factors, look.changed, look.seen)
            for look in session.looks
        ),
    )
