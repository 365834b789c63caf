"""Corrections of readings: kept as proposed, used once accepted, learnt from once reviewed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, func, insert, select, update

from bot.store.errors import StoreError
from bot.store.tables import STATES_OF_CORRECTIONS
from bot.store.tables import correction as table
from bot.store.vault import packed, unpacked
from bot.store.work import Tx

PROPOSED, ACCEPTED, REVIEWED, REJECTED = STATES_OF_CORRECTIONS
IN_USE = (ACCEPTED, REVIEWED)
"""States in which a correction decides how near-identical words are read."""


@dataclass(frozen=True, slots=True)
class Correction:
    """Words, what they were read as, and what was meant. Times are UTC epoch milliseconds."""

    id: int
    person_id: int
    """Who said the words and corrected the reading."""
    encounter_id: int
    turn: int
    lang: str
    text: str
    previous: str
    """What the subject had said just before."""
    old_acts: tuple[str, ...]
    new_acts: tuple[str, ...]
    state: str
    made_at: int
    judged_at: int | None
    was: Mapping[str, Any] | None = None
    """The turn's record as it was first read, where the turn was taken again as it was meant."""

    @property
    def corrects(self) -> bool:
        """Whether something else was meant than was read; else there is nothing to judge."""
        return self.old_acts != self.new_acts


def propose(
    tx: Tx,
    person_id: int,
    encounter_id: int,
    turn: int,
    *,
    lang: str,
    text: str,
    previous: str,
    old_acts: tuple[str, ...],
    new_acts: tuple[str, ...],
    was: Mapping[str, Any] | None = None,
) -> None:
    """Keeps what the trainee meant, sealed with what was said and, in `was`, the turn it replaces.

    A second thought about the same turn takes the place of the first, but what was read at first
    stays: the acts and the record. The same thought again changes nothing, nor its judgement.

    Raises:
        StoreError: the person was erased.
    """
    before = of_turn(tx, encounter_id, turn)
    if before is not None:
        if before.new_acts == new_acts and (before.was or not was):
            return
        old_acts, was = before.old_acts, before.was or was
        withdraw(tx, encounter_id, turn)
    content = {"text": text, "previous": previous} | ({"was": dict(was)} if was else {})
    tx.connection.execute(
        insert(table).values(
            person_id=person_id,
            encounter_id=encounter_id,
            turn=turn,
            lang=lang,
            old_acts="+".join(old_acts),
            new_acts="+".join(new_acts),
            content=tx.vault.seal(table.c.content, person_id, packed(content)),
            state=PROPOSED,
            made_at=tx.now,
        )
    )


def withdraw(tx: Tx, encounter_id: int, turn: int) -> None:
    """Takes back what was said to be meant in a turn; nothing of it is kept."""
    tx.connection.execute(delete(table).where(_same(encounter_id, turn)))


def of_turn(tx: Tx, encounter_id: int, turn: int) -> Correction | None:
    """The correction of one turn, or None."""
    row = tx.connection.execute(select(table).where(_same(encounter_id, turn))).one_or_none()
    return None if row is None else _correction(tx, row)


def of_encounter(tx: Tx, encounter_id: int) -> list[Correction]:
    """The corrections of one encounter, in the order of its turns."""
    rows = tx.connection.execute(
        select(table).where(table.c.encounter_id == encounter_id).order_by(table.c.turn)
    )
    return [_correction(tx, row) for row in rows]


def _same(encounter_id: int, turn: int) -> ColumnElement[bool]:
    return (table.c.encounter_id == encounter_id) & (table.c.turn == turn)


def judge(tx: Tx, correction_id: int, state: str) -> None:
    """Gives a correction its state; only an accepted one can be reviewed.

    Raises:
        StoreError: there is no such correction, or it was not accepted before its review.
    """
    here = table.c.id == correction_id
    was = tx.connection.scalar(select(table.c.state).where(here))
    if state == REVIEWED and was is not None and was not in IN_USE:
        raise StoreError(f"correction {correction_id} is {was}; accept it before its review")
    changed = tx.connection.execute(update(table).where(here).values(state=state, judged_at=tx.now))
    if changed.rowcount != 1:
        raise StoreError(f"there is no correction {correction_id}; list them to see which are")


def having(tx: Tx, *states: str) -> list[Correction]:
    """The corrections in any of these states, oldest first; not those that correct nothing."""
    corrects = table.c.old_acts != table.c.new_acts
    rows = tx.connection.execute(
        select(table).where(table.c.state.in_(states), corrects).order_by(table.c.id)
    )
    return [_correction(tx, row) for row in rows]


def stamp(tx: Tx) -> tuple[int, int]:
    """Changes whenever the corrections in use change: how many they are and the last judgement."""
    row = tx.connection.execute(
        select(func.count(), func.max(table.c.judged_at)).where(table.c.state.in_(IN_USE))
    ).one()
    return row[0], row[1] or 0


def _correction(tx: Tx, row: Row[Any]) -> Correction:
    values = row._asdict()
    content = unpacked(tx.vault.open(table.c.content, row.person_id, values.pop("content")))
    for name in ("old_acts", "new_acts"):
        values[name] = tuple(filter(None, values[name].split("+")))
    return Correction(**values, **content)
