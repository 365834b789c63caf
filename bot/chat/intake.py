"""Fetches what people sent, and keeps it before telling Telegram that it arrived."""

from __future__ import annotations

import asyncio
import json
from functools import partial
from time import monotonic
from typing import Any, Final
from urllib.parse import urlencode

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError, TimedOut

from bot.chat.connection import POLL_S, REFUSED, IntakeError, Line, Patience, waited
from bot.chat.log import LOG, one_line
from bot.store import inbox
from bot.store.updates import update_id_of
from bot.store.work import Store, StoreError, Tx

WANTED: Final = ("message", "edited_message", "callback_query", "my_chat_member")
HANGING_S: Final = POLL_S + 15
"""A poll that takes longer hangs, whatever the connection says."""
SILENT_S: Final = 90
"""After so long without one good poll the connections are made anew."""


async def poll(line: Line, store: Store, arrived: asyncio.Event, stop: asyncio.Event) -> None:
    """Fetch and keep updates until told to stop; sets `arrived` whenever there are some.

    Raises:
        IntakeError: the server refuses the token.
    """
    known = await store.transact(lambda tx: inbox.highest_update_id(tx, line.bot.id))
    offset = 0 if known is None else known + 1
    patience, last_good = Patience(), monotonic()
    while not stop.is_set():
        try:
            batch = await _until(stop, _fetch(line, offset))
            if batch:
                await store.transact(partial(_keep, line.bot.id, batch))
                offset = max(offset, *(number + 1 for number in _numbers(batch)))
                arrived.set()
        except InvalidToken:
            raise IntakeError(REFUSED) from None
        except (TelegramError, StoreError) as error:
            await waited(stop, _told(error, patience))
            if monotonic() - last_good > SILENT_S:
                await line.renew_polling()
        else:
            patience.reset()
            last_good = monotonic()


def _keep(bot_id: int, batch: list[Any], tx: Tx) -> int:
    return inbox.accept(tx, bot_id, batch)


def _numbers(batch: list[Any]) -> list[int]:
    return [number for item in batch if (number := update_id_of(item)) is not None] or [-1]


async def _fetch(line: Line, offset: int) -> list[Any]:
    """One long poll, as plain JSON: reading it comes later, when it is safely kept."""
    asked = {"timeout": POLL_S, "allowed_updates": json.dumps(WANTED)}
    query = urlencode(asked | ({"offset": offset} if offset else {}))
    try:
        async with asyncio.timeout(HANGING_S):
            answer = await line.polling.post(f"{line.bot.base_url}/getUpdates?{query}")
    except TimeoutError:
        await line.renew_polling()
        raise TimedOut("the poll hung") from None
    if not isinstance(answer, list):
        raise TelegramError("the answer to getUpdates is no list")
    return list(answer)


async def _until(stop: asyncio.Event, fetching: Any) -> list[Any] | None:
    """The batch, or None when told to stop first; what was not kept is delivered again."""
    fetch = asyncio.ensure_future(fetching)
    stopped = asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait({fetch, stopped}, return_when=asyncio.FIRST_COMPLETED)
        return await fetch if fetch.done() else None
    finally:
        for task in (fetch, stopped):
            task.cancel()
        await asyncio.gather(fetch, stopped, return_exceptions=True)


def _told(error: TelegramError | StoreError, patience: Patience) -> float:
    """Report the failure in one line; gives the seconds to wait."""
    wait = patience.after(error)
    if isinstance(error, Conflict):
        LOG.warning(
            "Another program fetches this bot's updates; stop it. Trying again in %g s (%s)",
            wait,
            one_line(error),
        )
    elif isinstance(error, RetryAfter):
        LOG.warning("Asked to wait before the next poll: %g s", wait)
    else:
        LOG.warning("Polling failed (%s); next try in %g s", one_line(error), wait)
    return wait
