"""Slots: the messages of a person's chat that are edited rather than sent again, by name."""

from __future__ import annotations

from sqlalchemy import Table, delete, insert, select

from bot.store import tables
from bot.store.work import Tx

SLOT: Table = tables.slot


def slot(tx: Tx, person_id: int, name: str) -> int | None:
    """The id of the message in the slot, or None when it is empty."""
    found: int | None = tx.connection.scalar(
        select(SLOT.c.message_id).where(SLOT.c.person_id == person_id, SLOT.c.name == name)
    )
    return found


def set_slot(tx: Tx, person_id: int, name: str, message_id: int) -> None:
    """Puts a message into the slot, in place of the one that was there."""
    clear_slot(tx, person_id, name)
    tx.connection.execute(
        insert(SLOT).values(person_id=person_id, name=name, message_id=message_id)
    )


def clear_slot(tx: Tx, person_id: int, name: str) -> None:
    """Empties the slot; an empty one stays empty."""
    tx.connection.execute(delete(SLOT).where(SLOT.c.person_id == person_id, SLOT.c.name == name))
