"""The line to the server breaks, hangs or is not there yet; the bot waits and goes on."""

import asyncio
import socket

import pytest

from bot.chat import intake, run_chat
from bot.phone import Fault, serve
from bot.store import inbox
from tests.bot.chat.scripted import handle


async def test_a_poll_that_hangs_is_dropped_and_made_anew(line, trainee, monkeypatch, caplog):
    monkeypatch.setattr(intake, "HANGING_S", 0.5)
    line.world.faults.plan("getUpdates", Fault("slow", seconds=30))
    async with line.bot():
        trainee.say("hello")
        await trainee.wait_for("1. hello", timeout=10)
    assert "the poll hung" in caplog.text


@pytest.mark.parametrize("kind", ["internal", "drop", "lose_reply", "too_many"])
async def test_trouble_with_polling_loses_nothing_and_doubles_nothing(line, trainee, kind):
    line.world.faults.plan("getUpdates", kind, times=2)
    trainee.say("one")
    trainee.say("two")
    async with line.bot():
        await trainee.wait_for("2. two", timeout=15)
        await trainee.settle()
    assert (await line.store.transact(inbox.counts))["done"] == 2


async def test_a_server_that_is_not_there_yet_is_waited_for(world, store, trainee, caplog):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    stop = asyncio.Event()
    address = f"http://127.0.0.1:{port}"
    running = asyncio.create_task(run_chat(world.token, address, store, handle, stop))
    async with asyncio.timeout(10):
        while "cannot be reached" not in caplog.text:  # noqa: ASYNC110 - a log has no event
            await asyncio.sleep(0.02)
    async with serve(world, port=port):
        trainee.say("hello")
        await trainee.wait_for("1. hello", timeout=15)
        stop.set()
        await running


async def test_told_to_stop_before_the_server_is_there_it_stops(store, world):
    stop = asyncio.Event()
    stop.set()
    async with asyncio.timeout(5):
        await run_chat(world.token, "http://127.0.0.1:9", store, handle, stop)
