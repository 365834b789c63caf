"""The inbox: every update is kept before Telegram is told it arrived, and is taken once, in order.

An update is open, then done (its content is deleted), or dead (its content stays sealed for the
operator). One that cannot be read at all is dead from the start and holds nothing up.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, delete, func, select, update

from bot.store.errors import StoreConflict, StoreError
from bot.store.inserting import insert_new
from bot.store.tables import IS_OPEN, inbox
from bot.store.updates import channel_of, update_id_of
from bot.store.vault import packed, unpacked
from bot.store.work import Tx

REDELIVERED_MS = 3 * 24 * 3600 * 1000
"""Telegram delivers again for 24 hours; after 7 silent days its numbers begin anew."""
SHOWN = 4000
"""Characters kept of something that is not an update at all."""


@dataclass(frozen=True, slots=True)
class InboxRow:
    """An open update."""

    serial: int
    bot_id: int
    update_id: int
    chat: str
    """Keyed hash of the chat; empty when the update belongs to none."""
    payload: dict[str, Any]
    """The update as Telegram sent it."""
    received_at: int


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """An update that could not be handled, for the operator."""

    serial: int
    received_at: int
    error: str
    payload: Any
    """The update, or what came in its place; None when it is damaged."""


def accept(tx: Tx, bot_id: int, updates: Sequence[dict[str, Any]]) -> int:
    """Keeps the updates that are not here yet, in their order; gives the number of new rows.

    Whatever is not an update becomes a dead letter; nothing is refused.
    """
    return sum(_accept(tx, bot_id, item) for item in updates)


def next_open(tx: Tx, exclude_chats: Collection[str] = ()) -> InboxRow | None:
    """The oldest open update whose chat has no older one, or None.

    On PostgreSQL its chat is locked for this transaction, and chats that other workers have
    locked are passed over: take the turn in the same transaction.
    """
    passed = set(exclude_chats)
    while True:
        chat = tx.connection.scalar(
            select(inbox.c.chat)
            .where(IS_OPEN, inbox.c.chat.not_in(passed))
            .order_by(inbox.c.serial)
            .limit(1)
        )
        if chat is None:
            return None
        row = _first_of(tx, chat) if _lock(tx, chat) else None
        if row is not None:
            return row
        passed.add(chat)


def done(tx: Tx, serial: int) -> None:
    """The update was taken; its content is deleted.

    Raises:
        StoreConflict: it was taken already. (One that was erased meanwhile is no conflict.)
    """
    _finish(tx, serial, state="done", payload=None)


def dead(tx: Tx, serial: int, error: str) -> None:
    """The update cannot be handled; it stays sealed with the reason, and its chat goes on.

    Raises:
        StoreConflict: it was taken already.
    """
    chat = tx.connection.scalar(select(inbox.c.chat).where(inbox.c.serial == serial))
    if chat is not None:
        sealed = tx.vault.seal_for_chat(inbox.c.error, chat, packed(error))
        _finish(tx, serial, state="dead", error=sealed)


def counts(tx: Tx) -> dict[str, int]:
    """How many updates are open, done and dead."""
    found = tx.connection.execute(select(inbox.c.state, func.count()).group_by(inbox.c.state))
    return {"open": 0, "done": 0, "dead": 0} | {row[0]: row[1] for row in found}


def dead_letters(tx: Tx, limit: int = 100) -> list[DeadLetter]:
    """The newest updates that could not be handled, unsealed."""
    rows = tx.connection.execute(
        select(inbox).where(inbox.c.state == "dead").order_by(inbox.c.serial.desc()).limit(limit)
    )
    return [
        DeadLetter(
            row.serial,
            row.received_at,
            _opened(tx, inbox.c.error, row.chat, row.error),
            _opened(tx, inbox.c.payload, row.chat, row.payload),
        )
        for row in rows
    ]


def highest_update_id(tx: Tx, bot_id: int) -> int | None:
    """The highest number of the last three days; ask Telegram for one more than that.

    Older ones do not count, because Telegram's numbers may have begun anew.
    """
    recent = inbox.c.received_at > tx.now - REDELIVERED_MS
    same = inbox.c.bot_id == bot_id
    found: int | None = tx.connection.scalar(
        select(func.max(inbox.c.update_id)).where(same, recent)
    )
    return found


def purge(tx: Tx, older_than_ms: int = REDELIVERED_MS) -> int:
    """Deletes updates that were done more than this many milliseconds ago; gives how many.

    Keep at least a day, within which Telegram may deliver again, and less than seven, after
    which an old number could be mistaken for a new one. Dead letters stay.
    """
    old = inbox.c.finished_at < tx.now - older_than_ms
    return tx.connection.execute(delete(inbox).where(inbox.c.state == "done", old)).rowcount


def _accept(tx: Tx, bot_id: int, item: object) -> bool:
    update_id, channel = update_id_of(item), channel_of(item)
    chat = "" if channel is None else tx.vault.chat(channel)
    error = None if update_id is not None else "no usable update_id"
    try:
        content = packed(item)
    except (TypeError, ValueError, RecursionError) as problem:
        error = f"not JSON: {type(problem).__name__}"
        content = packed({"unreadable": _glimpse(item)})
    return insert_new(
        tx.connection,
        inbox,
        bot_id=bot_id,
        update_id=update_id,
        chat=chat,
        payload=tx.vault.seal_for_chat(inbox.c.payload, chat, content),
        state="open" if error is None else "dead",
        error=error and tx.vault.seal_for_chat(inbox.c.error, chat, packed(error)),
        received_at=tx.now,
        finished_at=None if error is None else tx.now,
    )


def _glimpse(item: object) -> str:
    try:
        return repr(item)[:SHOWN]
    except RecursionError:
        return type(item).__name__


def _lock(tx: Tx, chat: str) -> bool:
    """SQLite has one writer, so its transaction is the lock already."""
    if tx.connection.dialect.name == "sqlite":
        return True
    key = func.hashtextextended(chat, 0)
    return bool(tx.connection.scalar(select(func.pg_try_advisory_xact_lock(key))))


def _first_of(tx: Tx, chat: str) -> InboxRow | None:
    """Read again under the lock: another worker may just have finished what we saw."""
    oldest = select(inbox).where(IS_OPEN, inbox.c.chat == chat).order_by(inbox.c.serial).limit(1)
    while (row := tx.connection.execute(oldest).one_or_none()) is not None:
        payload = _opened(tx, inbox.c.payload, chat, row.payload)
        if payload is not None:
            return InboxRow(row.serial, row.bot_id, row.update_id, chat, payload, row.received_at)
        dead(tx, row.serial, "damaged in the database")
    return None


def _opened(tx: Tx, column: Column[Any], chat: str, sealed: bytes) -> Any:
    """None for what does not open, so that one damaged row holds nothing up."""
    try:
        return unpacked(tx.vault.open_for_chat(column, chat, sealed))
    except StoreError:
        return None


def _finish(tx: Tx, serial: int, **values: Any) -> None:
    same = inbox.c.serial == serial
    changed = tx.connection.execute(
        update(inbox).where(same, IS_OPEN).values(finished_at=tx.now, **values)
    )
    if changed.rowcount != 1 and tx.connection.scalar(select(inbox.c.serial).where(same)):
        raise StoreConflict(f"update {serial} was taken already; leave it")
