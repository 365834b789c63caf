"""A phone server on a free port, the people who hold it, and a real bot client."""

import os
from collections.abc import AsyncIterator

import pytest
import telegram

from bot.phone import TOKEN, Person, World, serve

os.environ.setdefault("PTB_TIMEDELTA", "1")


@pytest.fixture
def world() -> World:
    return World(seed=7)


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


@pytest.fixture
async def bot(url: str) -> AsyncIterator[telegram.Bot]:
    async with telegram.Bot(
        TOKEN, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot"
    ) as client:
        yield client
