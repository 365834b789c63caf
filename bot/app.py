"""Puts the parts together; the only module that knows them all."""

from __future__ import annotations

import asyncio
import logging
import secrets
import signal
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager

from bot.chat import Handle, run_chat
from bot.phone import Person as PhonePerson
from bot.phone import World, serve
from bot.practice.cards import Card
from bot.practice.commands import Command
from bot.practice.entry import handle
from bot.practice.tools import Tools
from bot.settings import Settings, SettingsError
from bot.store.errors import StoreError
from bot.store.keys import key_from_text, load_or_create_key
from bot.store.people import Person
from bot.store.work import Store, Tx
from bot.terminal.talk import converse
from bot.understanding import Reader, learnt_reader
from bot.understanding.versions import in_use
from dialogues.library import SCENARIOS, Library

TRAINEE = 1001
"""The phone's trainee, who is also the one in the terminal."""
_SEEDS = 2**31


def open_store(settings: Settings) -> Store:
    """The store of the settings, migrated to the newest version.

    Raises:
        StoreError: it cannot be used; the message says what to do.
    """
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"the folder {settings.data} cannot be made ({error.strerror}); "
            "name another with STEPDOWN_DATA"
        ) from error
    key = (
        key_from_text(settings.key.get_secret_value())
        if settings.key
        else load_or_create_key(settings.key_file, settings.database_url)
    )
    return Store.open(settings.database_url, key)


@contextmanager
def opened(settings: Settings) -> Iterator[Store]:
    """The store, closed in the end."""
    store = open_store(settings)
    try:
        yield store
    finally:
        store.close()


def shelf(settings: Settings) -> Library:
    """The scenarios that the settings point to.

    Raises:
        SettingsError: they point to no folder.
    """
    folder = settings.scenarios or SCENARIOS
    if not folder.is_dir():
        raise SettingsError(f"STEPDOWN_SCENARIOS: {folder} is no folder; name one with scenarios")
    return Library(folder)


def reader(settings: Settings) -> Reader:
    """The reader with the head in use.

    Raises:
        HeadError: the head cannot be read.
    """
    return learnt_reader(in_use(settings.heads))


def make_tools(settings: Settings, seed: int | None = None) -> Tools:
    """Scenarios, the reader and seeds; a fixed seed makes every encounter the same."""
    return Tools(
        library=shelf(settings),
        reader=reader(settings),
        fresh_seed=lambda: seed if seed is not None else secrets.randbelow(_SEEDS),
    )


async def run(settings: Settings, say: Callable[[str], None]) -> None:
    """Serve until told to stop: Telegram with a token, else the loopback phone."""
    stop = _stopped_by_signals()
    with opened(settings) as store:
        work = handle_for(make_tools(settings))
        if settings.token:
            say("Practising on Telegram. Stop with Ctrl+C.")
            token = settings.token.get_secret_value().strip()
            await run_chat(token, settings.api_base, store, work, stop)
            return
        world = World(bot_name="Stepdown", username="stepdown_bot")
        async with serve(world, port=settings.port) as port:
            say(f"Open http://127.0.0.1:{port} to practise. Stop with Ctrl+C.")
            await run_chat(world.token, f"http://127.0.0.1:{port}", store, work, stop)


async def chat(
    settings: Settings,
    seed: int | None,
    opening: Sequence[str],
    next_line: Callable[[], Awaitable[str | None]],
    write: Callable[[str], None],
) -> None:
    """Practise in the terminal, against the same bot and the same loopback server."""
    stop = asyncio.Event()
    with opened(settings) as store:
        work = handle_for(make_tools(settings, seed))
        world = World(bot_name="Stepdown", username="stepdown_bot", limits=None)
        async with serve(world) as port:
            base = f"http://127.0.0.1:{port}"
            bot = asyncio.create_task(run_chat(world.token, base, store, work, stop))
            try:
                await converse(PhonePerson(world, TRAINEE), opening, next_line, write)
            finally:
                stop.set()
                await bot


def handle_for(tools: Tools) -> Handle:
    """The use cases with their tools, as the chat edge calls them."""

    def work(tx: Tx, person: Person, serial: int, command: Command) -> Sequence[Card]:
        return handle(tx, tools, person, serial, command)

    return work


def _stopped_by_signals() -> asyncio.Event:
    """An event that SIGINT and SIGTERM set."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    return stop


def set_up_logging(level: str) -> None:
    """Plain lines on standard error; libraries that chatter, or log the token, are kept quiet."""
    logging.basicConfig(
        level=level.upper(), format="%(asctime)s %(levelname)s %(name)s %(message)s"
    )
    for noisy in ("alembic", "httpcore", "httpx", "telegram", "transitions", "uvicorn"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
