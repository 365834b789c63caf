"""A real store, the real phone server, and the chat edge between them with scripted use cases."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.chat import run_chat
from bot.phone import Person, World, serve
from bot.store.work import Store
from tests.bot.chat.scripted import handle, open_store


class Line:
    """The phone's server, and a bot that can be started and stopped."""

    def __init__(self, world: World, address: str, store: Store) -> None:
        self.world, self.address, self.store = world, address, store

    async def run(self, *, stop: asyncio.Event | None = None, token: str | None = None) -> None:
        """The bot, until it ends by itself or is told to stop."""
        chosen = self.world.token if token is None else token
        never = stop or asyncio.Event()
        async with asyncio.timeout(60):
            await run_chat(chosen, self.address, self.store, handle, never)

    @asynccontextmanager
    async def bot(self) -> AsyncIterator[None]:
        """The bot, running; stopped cleanly in the end."""
        stop = asyncio.Event()
        task = asyncio.create_task(self.run(stop=stop))
        try:
            yield
        finally:
            stop.set()
            await task

    def calls(self, *methods: str) -> list[dict]:
        """Parameters of the calls that were answered well, in order."""
        return [call.params for call in self.world.calls_of(*methods) if call.ok]


@pytest.fixture
def world() -> World:
    return World(seed=1, limits=None)


@pytest.fixture
def trainee(world: World) -> Person:
    return Person(world, 1001)


@pytest.fixture
def other(world: World) -> Person:
    return Person(world, 1002)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
async def line(world: World, store: Store) -> AsyncIterator[Line]:
    async with serve(world) as port:
        yield Line(world, f"http://127.0.0.1:{port}", store)


def said(person: Person) -> list[str]:
    """What the subject said, as the person sees it now."""
    lines = [line.text for line in person.screen() if line.by_bot]
    return [text.removeprefix("Sam\n") for text in lines if text.startswith("Sam\n")]
