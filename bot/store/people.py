"""People: known by a keyed hash, reachable by a sealed id, and gone for good when erased."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any, TypedDict, Unpack

from sqlalchemy import Row, delete, select
from sqlalchemy import update as update_rows

from bot.store.errors import StoreConflict
from bot.store.inserting import insert_new
from bot.store.tables import correction, encounter, inbox, outbox, person, rating, slot, turn
from bot.store.work import Tx

ID_BITS = 62


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who practises. Times are UTC epoch milliseconds."""

    id: int
    channel_id: int
    """The Telegram chat to write to; sealed in the database."""
    lang: str = ""
    """Empty until chosen."""
    consented_at: int | None = None
    consent_version: int = 0
    """The notice agreed to; 0 is none."""
    mode: str = ""
    level: str = ""
    """The level of difficulty chosen; empty follows the person's results."""
    unreachable_at: int | None = None
    """Since when Telegram refuses to deliver, or None."""


class Changes(TypedDict, total=False):
    """What can be changed of a person."""

    lang: str
    consented_at: int | None
    consent_version: int
    mode: str
    level: str
    unreachable_at: int | None


def find_or_create(tx: Tx, channel_id: int) -> Person:
    """The person behind a Telegram chat; a new one, with a new data key, if unknown."""
    known = _find(tx, channel_id)
    if known is not None:
        return known
    _create(tx, channel_id)
    found = _find(tx, channel_id)
    if found is None:
        raise StoreConflict("the person was erased this very moment; try again")
    return found


def update(tx: Tx, person_id: int, **changes: Unpack[Changes]) -> None:
    """Changes what is named and leaves the rest; nothing happens to a person who is gone."""
    if changes:
        same = person.c.id == person_id
        tx.connection.execute(update_rows(person).where(same).values(**changes))


def erase(tx: Tx, person_id: int) -> None:
    """Destroys the person's data key and all their rows; doing it twice changes nothing.

    That includes the update that asked for it and every message not sent yet: a goodbye needs
    a person made afresh by `find_or_create`, or is sent without the outbox.
    """
    theirs = select(encounter.c.id).where(encounter.c.person_id == person_id)
    chat = select(person.c.channel_hash).where(person.c.id == person_id)
    tx.vault.destroy_key(person_id)
    for table, owned in (
        (correction, correction.c.person_id == person_id),
        (rating, rating.c.encounter_id.in_(theirs)),
        (turn, turn.c.encounter_id.in_(theirs)),
        (encounter, encounter.c.person_id == person_id),
        (slot, slot.c.person_id == person_id),
        (outbox, outbox.c.person_id == person_id),
        (inbox, inbox.c.chat.in_(chat)),
        (person, person.c.id == person_id),
    ):
        tx.connection.execute(delete(table).where(owned))


def _find(tx: Tx, channel_id: int) -> Person | None:
    same = person.c.channel_hash == tx.vault.chat(channel_id)
    row = tx.connection.execute(select(person).where(same)).one_or_none()
    return None if row is None else _person(tx, row)


def _create(tx: Tx, channel_id: int) -> None:
    """The row needs the key and the key needs the row, so both come or neither does."""
    fresh = secrets.randbits(ID_BITS)
    key = tx.vault.new_key(fresh)
    added = insert_new(
        tx.connection,
        person,
        id=fresh,
        channel_hash=tx.vault.chat(channel_id),
        channel=tx.vault.seal(person.c.channel, fresh, str(channel_id).encode()),
        lang="",
        consent_version=0,
        mode="",
        created_at=tx.now,
    )
    if added:
        tx.vault.keep_key(fresh, key)


def _person(tx: Tx, row: Row[Any]) -> Person:
    return Person(
        id=row.id,
        channel_id=int(tx.vault.open(person.c.channel, row.id, row.channel)),
        lang=row.lang,
        consented_at=row.consented_at,
        consent_version=row.consent_version,
        mode=row.mode,
        level=row.level,
        unreachable_at=row.unreachable_at,
    )
