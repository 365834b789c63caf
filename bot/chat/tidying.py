"""Once a day, lets go of what was finished days ago."""

from __future__ import annotations

import asyncio
from typing import Final

from bot.chat.connection import waited
from bot.chat.log import LOG, one_line
from bot.store import inbox, outbox
from bot.store.inbox import REDELIVERED_MS
from bot.store.work import Store, StoreError, Tx

DAY_S: Final = 24 * 3600


async def tidy(store: Store, stop: asyncio.Event) -> None:
    """Tidy now and every day until told to stop; if it fails, tomorrow is another day."""
    while not stop.is_set():
        try:
            await store.transact(_purge)
        except StoreError as error:
            LOG.error("Old rows could not be let go of: %s", one_line(error))
        await waited(stop, DAY_S)


def _purge(tx: Tx) -> None:
    inbox.purge(tx, REDELIVERED_MS)
    outbox.purge(tx, REDELIVERED_MS)
