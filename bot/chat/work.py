"""The worker: takes updates one after the other, each chat in order, none twice, none lost."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any, Final

from telegram import Bot
from telegram.error import TelegramError

from bot.chat.attempt import Later, attempt
from bot.chat.connection import waited
from bot.chat.log import LOG, one_line
from bot.chat.taking import Handle, Taken, bury, described, take
from bot.store import inbox
from bot.store.inbox import InboxRow
from bot.store.work import Store, StoreError, Tx

LOOK_S: Final = 1.0
MOST_TRIES: Final = 5
"""How often an update is tried when the store fails, before it is put aside."""
GOODBYE_TRIES: Final = 5


class Worker:
    """Takes updates as they arrive; `answered` is called after each that may have put calls."""

    def __init__(
        self, bot: Bot, store: Store, handle: Handle, answered: Callable[[], None]
    ) -> None:
        self._bot, self._store, self._handle, self._answered = bot, store, handle, answered
        self._errands: set[asyncio.Task[None]] = set()
        self._looked_at: InboxRow | None = None
        self._failing = (0, 0)
        self.arrived = asyncio.Event()

    async def run(self, last: asyncio.Event) -> None:
        """Work until `last` says that no more will arrive and every update is taken."""
        while True:
            self.arrived.clear()
            stopping = last.is_set()
            if await self._next():
                continue
            if stopping:
                break
            await waited(self.arrived, LOOK_S)
        await asyncio.gather(*self._errands)

    async def _next(self) -> bool:
        """Take the oldest open update; False when there is none."""
        self._looked_at = None
        try:
            taken = await self._store.transact(self._take)
        except StoreError as error:
            taken = await self._store_failed(error)
        except Exception as error:  # whatever a use case raises, the chat goes on
            taken = await self._put_aside(error)
        if taken is None:
            return False
        self._answered()
        if taken.query_id:
            self._run(self._answer(taken))
        if taken.goodbye:
            self._run(self._say_goodbye(taken))
        return True

    def _take(self, tx: Tx) -> Taken | None:
        self._looked_at = inbox.next_open(tx)
        return take(tx, self._looked_at, self._handle) if self._looked_at else None

    async def _store_failed(self, error: StoreError) -> Taken | None:
        """Try again, unless it is always this update that fails."""
        serial = self._looked_at.serial if self._looked_at else 0
        known, times = self._failing
        self._failing = (serial, times + 1 if serial == known else 1)
        if self._looked_at and self._failing[1] >= MOST_TRIES:
            return await self._put_aside(error)
        LOG.error("The store failed: %s", one_line(error))
        await asyncio.sleep(LOOK_S / 2)
        return None

    async def _put_aside(self, error: Exception) -> Taken | None:
        row = self._looked_at
        if row is None:
            raise error
        LOG.error("Update %d could not be handled: %s", row.serial, described(error))
        for tell in (True, False):  # where not even that can be said, the rest must still go on
            try:
                return await self._store.transact(partial(_bury, row, error, tell=tell))
            except Exception as worse:
                LOG.error("Update %d could not be put aside: %s", row.serial, described(worse))
        await asyncio.sleep(LOOK_S)
        return None

    def _run(self, errand: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(errand)
        self._errands.add(task)
        task.add_done_callback(self._errands.discard)

    async def _answer(self, taken: Taken) -> None:
        """Stop the button's spinner; too late is no harm."""
        try:
            await self._bot.answer_callback_query(taken.query_id, taken.toast or None)
        except TelegramError as error:
            LOG.info("A tap could not be answered: %s", one_line(error))

    async def _say_goodbye(self, taken: Taken) -> None:
        """The last words to somebody of whom nothing is kept, so they are only tried now."""
        for call in taken.goodbye:
            for tries in range(GOODBYE_TRIES):
                outcome = await attempt(
                    self._bot, taken.channel_id, call.method, call.params, call.files, tries
                )
                if not isinstance(outcome, Later):
                    break
                await asyncio.sleep(outcome.seconds)


def _bury(row: InboxRow, error: Exception, tx: Tx, *, tell: bool) -> Taken:
    return bury(tx, row, error, tell=tell)
