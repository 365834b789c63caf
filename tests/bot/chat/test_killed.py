"""A bot that is killed or told to stop goes on where it was, in order, with nothing lost."""

import asyncio
import signal
import sys
from contextlib import asynccontextmanager

import pytest

from bot.phone import Fault
from bot.store import inbox
from tests.bot.chat.conftest import said
from tests.bot.chat.scripted import open_store

WORDS = 30


@asynccontextmanager
async def process(address, folder):
    """The scripted bot as a process of its own."""
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.bot.chat.scripted", address, str(folder)
    )
    try:
        yield child
    finally:
        if child.returncode is None:
            child.kill()
        await child.wait()


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "killed"
    made.mkdir()
    return made


async def test_killed_again_and_again_it_takes_every_turn_once_and_in_order(line, trainee, folder):
    line.world.faults.plan("sendMessage", Fault("slow", seconds=0.02), times=1000)
    for n in range(1, WORDS + 1):
        trainee.say(f"w{n}")
    for goal in range(5, WORDS, 6):
        async with process(line.address, folder) as child:
            await trainee.wait_for(lambda _, n=goal: len(_once(said(trainee))) >= n, timeout=20)
            child.kill()
    async with process(line.address, folder) as child:
        await trainee.wait_for(lambda _: len(_once(said(trainee))) == WORDS, timeout=30)
        await trainee.settle()
        child.send_signal(signal.SIGTERM)
        assert await child.wait() == 0
    assert _once(said(trainee)) == [f"{n}. w{n}" for n in range(1, WORDS + 1)]
    assert len(said(trainee)) <= WORDS + 5, "more than one reply was doubled by one kill"
    assert _counts(folder) == {"open": 0, "done": WORDS, "dead": 0}


async def test_told_to_stop_while_sending_it_doubles_nothing(line, trainee, folder):
    line.world.faults.plan("sendMessage", Fault("slow", seconds=0.05), times=1000)
    for n in range(1, 11):
        trainee.say(f"w{n}")
    async with process(line.address, folder) as child:
        await trainee.wait_for(lambda _: len(said(trainee)) >= 3, timeout=20)
        child.send_signal(signal.SIGTERM)
        assert await child.wait() == 0
    async with process(line.address, folder):
        await trainee.wait_for(lambda _: len(said(trainee)) >= 10, timeout=20)
        await trainee.settle()
    assert said(trainee) == [f"{n}. w{n}" for n in range(1, 11)]


def _once(lines):
    """The lines without those that merely repeat the one before."""
    return [line for n, line in enumerate(lines) if n == 0 or line != lines[n - 1]]


def _counts(folder):
    store = open_store(folder)
    try:
        return store.transact_now(inbox.counts)
    finally:
        store.close()
