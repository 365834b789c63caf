"""The outbox: what is to be shown to each person, strictly in order, at least once.

A call is pending, then started, then sent (its content is deleted); or dead (its content stays
sealed for the operator), or discarded. While one is unfinished, nothing later of that person's
is due.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, exists, insert, select, update

from bot.store.errors import StoreConflict, StoreError
from bot.store.slots import clear_slot, set_slot, slot
from bot.store.tables import IS_PENDING, IS_UNSENT, PENDING, STARTED, outbox, person
from bot.store.vault import packed, unpacked
from bot.store.work import Tx

__all__ = [
    "Call",
    "OutboxRow",
    "clear_slot",
    "dead",
    "discard_for",
    "due",
    "later",
    "purge",
    "put",
    "restart",
    "sent",
    "set_slot",
    "slot",
    "started",
]


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the Bot API; a slot remembers the id of the message it makes."""

    method: str
    params: Mapping[str, Any]
    slot: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """A call that is due now."""

    serial: int
    person_id: int
    channel_id: int
    method: str
    params: dict[str, Any]
    files: dict[str, bytes]
    slot: str
    attempts: int
    """How often it was started before."""


def put(tx: Tx, person_id: int, inbox_serial: int, calls: Sequence[Call]) -> None:
    """Adds the calls that answer one update, in order.

    Raises:
        StoreConflict: out of `transact`, when the update has been answered already.
        StoreError: the person was erased.
    """
    rows = [
        {
            "person_id": person_id,
            "inbox_serial": inbox_serial,
            "seq": seq,
            "body": tx.vault.seal(outbox.c.body, person_id, _body(call)),
            "slot": call.slot,
            "state": "pending",
            "attempts": 0,
            "not_before": 0,
            "created_at": tx.now,
        }
        for seq, call in enumerate(calls)
    ]
    if rows:
        tx.connection.execute(insert(outbox), rows)


def due(tx: Tx, limit: int) -> list[OutboxRow]:
    """The first unfinished call of each person, where it may be sent now; oldest first.

    Mark them started in the same transaction: on PostgreSQL, rows that another worker is
    about to start are passed over. A damaged one is dead and holds nothing up.
    """
    earlier = outbox.alias("earlier")
    behind = exists().where(
        earlier.c.person_id == outbox.c.person_id,
        earlier.c.serial < outbox.c.serial,
        earlier.c.state.in_((PENDING, STARTED)),
    )
    rows = tx.connection.execute(
        select(outbox, person.c.channel)
        .join(person, person.c.id == outbox.c.person_id)
        .where(IS_PENDING, outbox.c.not_before <= tx.now, ~behind)
        .order_by(outbox.c.serial)
        .limit(limit)
        .with_for_update(skip_locked=True, of=outbox)
    )
    return [call for row in rows.all() if (call := _row(tx, row)) is not None]


def started(tx: Tx, serial: int) -> None:
    """The call is about to be made.

    Raises:
        StoreConflict: it is not pending any more, so leave it alone.
    """
    changed = tx.connection.execute(
        update(outbox)
        .where(outbox.c.serial == serial, IS_PENDING)
        .values(state="started", started_at=tx.now, attempts=outbox.c.attempts + 1)
    )
    if changed.rowcount != 1:
        raise StoreConflict(f"call {serial} is not pending any more; leave it")


def sent(tx: Tx, serial: int, message_id: int | None) -> None:
    """The call was answered; its content is deleted and its slot remembers the message."""
    unsent = _unsent(tx, serial)
    if unsent is None:
        return
    person_id, name = unsent
    _change(tx, outbox.c.serial == serial, state="sent", body=None, finished_at=tx.now)
    if name and message_id is not None:
        set_slot(tx, person_id, name, message_id)


def later(tx: Tx, serial: int, not_before_ms: int, error: str) -> None:
    """Try the call again, but not before this time; the person's later calls wait behind it."""
    _fail(tx, serial, error, state="pending", not_before=not_before_ms)


def dead(tx: Tx, serial: int, error: str) -> None:
    """The call cannot be made; it stays sealed with the reason, and later ones go on."""
    _fail(tx, serial, error, state="dead", finished_at=tx.now)


def discard_for(tx: Tx, person_id: int, reason: str) -> int:
    """Drops everything unsent of a person who cannot be reached; gives how many calls."""
    theirs = outbox.c.person_id == person_id
    if not tx.connection.scalar(select(outbox.c.serial).where(theirs, IS_UNSENT).limit(1)):
        return 0
    sealed = tx.vault.seal(outbox.c.error, person_id, packed(reason))
    return _change(tx, theirs, state="discarded", body=None, error=sealed, finished_at=tx.now)


def restart(tx: Tx, *, started_before: int | None = None) -> int:
    """Calls that were started and never finished are pending again; gives how many.

    Each may be shown twice. With several workers, name a time before which a call must have
    started (UTC epoch ms), lest another worker's call in flight is repeated.
    """
    old: ColumnElement[bool] = outbox.c.state == "started"
    if started_before is not None:
        old &= outbox.c.started_at < started_before
    return _change(tx, old, state="pending")


def purge(tx: Tx, older_than_ms: int) -> int:
    """Deletes calls sent or discarded more than this many milliseconds ago; gives how many."""
    finished = outbox.c.state.in_(("sent", "discarded"))
    old = outbox.c.finished_at < tx.now - older_than_ms
    return tx.connection.execute(delete(outbox).where(finished, old)).rowcount


def _body(call: Call) -> bytes:
    files = {name: b64encode(content).decode() for name, content in call.files.items()}
    return packed({"method": call.method, "params": dict(call.params), "files": files})


def _row(tx: Tx, row: Row[Any]) -> OutboxRow | None:
    try:
        body = unpacked(tx.vault.open(outbox.c.body, row.person_id, row.body))
        channel_id = int(tx.vault.open(person.c.channel, row.person_id, row.channel))
    except StoreError:
        _change(tx, outbox.c.serial == row.serial, state="dead", finished_at=tx.now)
        return None
    return OutboxRow(
        serial=row.serial,
        person_id=row.person_id,
        channel_id=channel_id,
        method=body["method"],
        params=body["params"],
        files={name: b64decode(content) for name, content in body["files"].items()},
        slot=row.slot,
        attempts=row.attempts,
    )


def _unsent(tx: Tx, serial: int) -> tuple[int, str] | None:
    """Whose the call is and its slot; None once it is finished, discarded or erased."""
    row = tx.connection.execute(
        select(outbox.c.person_id, outbox.c.slot).where(outbox.c.serial == serial, IS_UNSENT)
    ).one_or_none()
    return None if row is None else (row.person_id, row.slot)


def _fail(tx: Tx, serial: int, error: str, **values: Any) -> None:
    unsent = _unsent(tx, serial)
    if unsent is not None:
        sealed = tx.vault.seal(outbox.c.error, unsent[0], packed(error))
        _change(tx, outbox.c.serial == serial, error=sealed, **values)


def _change(tx: Tx, which: ColumnElement[bool], **values: Any) -> int:
    return tx.connection.execute(update(outbox).where(which, IS_UNSENT).values(**values)).rowcount
