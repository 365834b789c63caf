"""Which ended encounter the next typed words belong to, if a page of one waits for them."""

from __future__ import annotations

from bot.store import encounters
from bot.store.encounters import Encounter
from bot.store.work import Tx

LOOK_BACK = 30
"""Encounters; whatever waits in an older one is forgotten."""


def awaiting(tx: Tx, person_id: int) -> Encounter | None:
    """The newest encounter with a page that waits for words, or None."""
    rows = encounters.latest(tx, person_id, LOOK_BACK)
    return next((row for row in rows if row.state.get("awaits")), None)


def leave(tx: Tx, person_id: int, but: int = 0) -> bool:
    """Nothing waits for words any more, save in the encounter with the id `but`.

    True when something did.
    """
    rows = encounters.latest(tx, person_id, LOOK_BACK)
    waiting = [row for row in rows if row.state.get("awaits") and row.id != but]
    for row in waiting:
        patch(tx, row, awaits="")
    return bool(waiting)


def patch(tx: Tx, row: Encounter, **changes: object) -> None:
    """Changes a few of the things kept of an encounter, without playing it."""
    state = {**row.state, **changes}
    encounters.save(tx, row, phase=row.phase, turn=row.turn, state=state)
