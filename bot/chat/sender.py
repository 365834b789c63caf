"""Shows people what the outbox holds: each chat in order, one call at a time, at least once."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from time import monotonic
from typing import Any, Final

from telegram import Bot

from bot.chat.attempt import (
    TYPING,
    Later,
    Outcome,
    Refused,
    Shown,
    SlotLost,
    Unreachable,
    attempt,
)
from bot.chat.connection import waited
from bot.chat.log import LOG, one_line
from bot.chat.pace import Meter
from bot.store import outbox, people
from bot.store.outbox import OutboxRow
from bot.store.work import Store, StoreError, Tx

AT_ONCE: Final = 50
LOOK_S: Final = 1.0
"""Another worker may have put something into the outbox without waking this one."""
DRAIN_S: Final = 8.0
"""How long a clean stop may take to send what is due."""
_COUNTED: Final = frozenset({"sendMessage", "sendPhoto", "sendDocument", "editMessageText"})
"""What Telegram counts against its limits: edits too (telegram.md 2.2)."""


@dataclass(frozen=True, slots=True)
class _Claimed:
    """A call about to be made, for the message that its slot holds now."""

    row: OutboxRow
    method: str
    params: Mapping[str, Any]
    skip: bool


class Sender:
    """Sends what is due whenever it is woken, until nothing more will come."""

    def __init__(self, bot: Bot, store: Store, meter: Meter) -> None:
        self._bot, self._store, self._meter = bot, store, meter
        self._sending: set[asyncio.Task[None]] = set()
        self.wake = asyncio.Event()

    async def run(self, last: asyncio.Event) -> None:
        """Send until `last` says that nothing more will be put in; then send what is due."""
        while not last.is_set():
            self.wake.clear()
            await self._start_due()
            await waited(self.wake, LOOK_S)
        await self._drain()

    async def _drain(self) -> None:
        end = monotonic() + DRAIN_S
        while monotonic() < end and (await self._start_due() or self._sending):
            await asyncio.wait(
                self._sending, timeout=end - monotonic(), return_when=asyncio.FIRST_COMPLETED
            )
        await asyncio.gather(*self._sending)

    async def _start_due(self) -> int:
        """Begin every call that is due; gives how many."""
        try:
            claims = await self._store.transact(_claim)
        except StoreError as error:
            LOG.error("The outbox cannot be read: %s", one_line(error))
            return 0
        for claimed in claims:
            task = asyncio.create_task(self._send(claimed))
            self._sending.add(task)
            task.add_done_callback(self._sending.discard)
        return len(claims)

    async def _send(self, claimed: _Claimed) -> None:
        row = claimed.row
        if claimed.method in _COUNTED:
            await self._meter.enter(row.channel_id)
        outcome: Outcome = Shown()
        if not claimed.skip:
            outcome = await attempt(
                self._bot, row.channel_id, claimed.method, claimed.params, row.files, row.attempts
            )
        _report(row, outcome)
        await self._record(row, claimed.method, outcome)
        if isinstance(outcome, Later):
            asyncio.get_running_loop().call_later(outcome.seconds, self.wake.set)
        self.wake.set()

    async def _record(self, row: OutboxRow, method: str, outcome: Outcome) -> None:
        """Keep what became of the call; trying on, for without this its chat stands still."""
        while True:
            try:
                return await self._store.transact(partial(_note, row, method, outcome))
            except StoreError as error:
                LOG.error("What became of call %d cannot be kept: %s", row.serial, one_line(error))
                await asyncio.sleep(LOOK_S)


def _claim(tx: Tx) -> list[_Claimed]:
    claims = []
    for row in outbox.due(tx, AT_ONCE):
        outbox.started(tx, row.serial)
        claims.append(_aimed(row, outbox.slot(tx, row.person_id, row.slot) if row.slot else None))
    return claims


def _aimed(row: OutboxRow, held: int | None) -> _Claimed:
    """The call as it must be made now: what cannot be edited is sent, what is gone stays gone."""
    claimed = _Claimed(row, row.method, row.params, skip=False)
    if row.method == TYPING:
        return replace(claimed, skip=row.attempts > 0)
    if not row.slot or row.method == "sendMessage":
        return claimed
    if held is not None:
        return replace(claimed, params={**row.params, "message_id": held})
    if row.method == "editMessageText":
        return replace(claimed, method="sendMessage")
    return replace(claimed, skip=True)


def _note(row: OutboxRow, method: str, outcome: Outcome, tx: Tx) -> None:
    match outcome:
        case Shown(message_id):
            outbox.sent(tx, row.serial, message_id)
            if method == "deleteMessage":
                outbox.clear_slot(tx, row.person_id, row.slot)
        case SlotLost():
            outbox.clear_slot(tx, row.person_id, row.slot)
            outbox.later(tx, row.serial, tx.now, "the message in the slot is gone")
        case Later(seconds, error):
            outbox.later(tx, row.serial, tx.now + int(seconds * 1000), error)
        case Unreachable(error):
            people.update(tx, row.person_id, unreachable_at=tx.now)
            outbox.discard_for(tx, row.person_id, error)
        case Refused(error):
            outbox.dead(tx, row.serial, error)


def _report(row: OutboxRow, outcome: Outcome) -> None:
    """Say what an operator may have to look at; never what was to be shown."""
    if isinstance(outcome, Refused):
        LOG.error("Call %d (%s) is refused for good: %s", row.serial, row.method, outcome.error)
    elif isinstance(outcome, Later):
        LOG.warning("Call %d (%s) waits: %s", row.serial, row.method, outcome.error)
