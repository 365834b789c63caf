"""Runs the chat edge: fetching, working and sending side by side, and a clean stop."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from bot.chat.commands_menu import set_menu
from bot.chat.connection import Line, open_line, reach
from bot.chat.intake import poll
from bot.chat.log import LOG, hidden
from bot.chat.pace import BRISK, Meter, Pace
from bot.chat.sender import Sender
from bot.chat.taking import Handle
from bot.chat.tidying import tidy
from bot.chat.work import Worker
from bot.store import outbox
from bot.store.work import Store


async def run_chat(
    token: str,
    base_url: str | None,
    store: Store,
    handle: Handle,
    stop: asyncio.Event,
    pace: Pace | None = None,
) -> None:
    """Serve people until told to stop; then finish what has begun.

    Args:
        token: from BotFather, or the phone's.
        base_url: root of a Bot API server; None is Telegram's own.
        store: open, and kept open until this returns.
        handle: what the product does with a command.
        stop: set it to stop cleanly.
        pace: how fast to send; by default Telegram's limits, or brisk on another server.

    Raises:
        IntakeError: the token is refused.
    """
    with hidden(token):
        line = open_line(token, base_url)
        try:
            if await reach(line.bot, stop):
                chosen = pace or (Pace() if base_url is None else BRISK)
                await _serve(line, store, handle, stop, Meter(chosen))
        finally:
            await line.bot.shutdown()


async def _serve(
    line: Line, store: Store, handle: Handle, stop: asyncio.Event, meter: Meter
) -> None:
    """Fetch, work and send; when one ends, the next finishes what is left and ends too."""
    again = await store.transact(outbox.restart)
    if again:
        LOG.warning("%d calls were under way at the last stop; they are sent again", again)
    sender = Sender(line.bot, store, meter)
    worker = Worker(line.bot, store, handle, sender.wake.set)
    fetched, taken = asyncio.Event(), asyncio.Event()
    menu = asyncio.create_task(set_menu(line.bot))
    results = await asyncio.gather(
        _then(poll(line, store, worker.arrived, stop), fetched, worker.arrived),
        _then(worker.run(fetched), taken, sender.wake, stop),
        _then(sender.run(taken), stop, fetched, worker.arrived),
        tidy(store, stop),
        return_exceptions=True,
    )
    menu.cancel()
    await asyncio.gather(menu, return_exceptions=True)
    for failure in results:
        if isinstance(failure, BaseException):
            raise failure


async def _then(loop: Coroutine[Any, Any, None], *events: asyncio.Event) -> None:
    """Run a loop and, however it ends, let the others know."""
    try:
        await loop
    finally:
        for event in events:
            event.set()
