"""A phone server on a free port, the people who hold it, and a real bot client."""

import os
import time
from collections.abc import AsyncIterator

import pytest
import telegram

from bot.phone import TOKEN, Person, World, serve

os.environ.setdefault("PTB_TIMEDELTA", "1")


class Clock:
    """The time, which a test may move on."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def __call__(self) -> float:
        return time.time() + self.ahead


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def world(clock: Clock) -> World:
    return World(seed=7, clock=clock)


@pytest.fixture
def trainee(world: World) -> Person:
    return Person(world, 1001)


@pytest.fixture
def instructor(world: World) -> Person:
    return Person(world, 1002)


@pytest.fixture
async def url(world: World) -> AsyncIterator[str]:
    async with serve(world) as port:
        yield f"http://127.0.0.1:{port}"


def client(url: str) -> telegram.Bot:
    return telegram.Bot(TOKEN, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot")


@pytest.fixture
async def bot(url: str) -> AsyncIterator[telegram.Bot]:
    async with client(url) as connected:
        yield connected


@pytest.fixture
async def second_bot(url: str) -> AsyncIterator[telegram.Bot]:
    async with client(url) as connected:
        yield connected
