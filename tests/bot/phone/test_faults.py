"""Trouble on demand reaches the bot as the trouble it stands for."""

import time

import pytest
import telegram
from telegram.error import Forbidden, NetworkError, RetryAfter

from bot.phone import Fault, Person, World


@pytest.fixture
def started(trainee: Person) -> Person:
    trainee.start()
    return trainee


def seen(person: Person) -> list[str]:
    return [line.text for line in person.screen() if line.by_bot]


async def test_a_flood_answer_carries_its_wait(
    bot: telegram.Bot, world: World, started: Person
) -> None:
    world.faults.plan("sendMessage", Fault("too_many", retry_after=7), times=2)
    for _ in range(2):
        with pytest.raises(RetryAfter, match="0:00:07"):
            await bot.send_message(1001, "hello")
    await bot.send_message(1001, "hello")
    assert seen(started) == ["hello"]


async def test_a_block_and_an_inner_error_are_told_apart(
    bot: telegram.Bot, world: World, started: Person
) -> None:
    world.faults.plan("sendmessage", "blocked")
    world.faults.plan("sendMessage", "internal")
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(1001, "hello")
    with pytest.raises(NetworkError, match="Internal Server Error"):
        await bot.send_message(1001, "hello")
    assert seen(started) == []


async def test_a_dropped_call_never_arrives(
    bot: telegram.Bot, world: World, started: Person
) -> None:
    world.faults.plan("sendMessage", "drop")
    with pytest.raises(NetworkError, match="disconnected"):
        await bot.send_message(1001, "hello")
    assert seen(started) == []


async def test_a_lost_reply_has_arrived(bot: telegram.Bot, world: World, started: Person) -> None:
    world.faults.plan("sendMessage", "lose_reply")
    with pytest.raises(NetworkError, match="disconnected"):
        await bot.send_message(1001, "hello")
    assert seen(started) == ["hello"]
    assert [call.fault for call in world.calls_of("sendMessage")] == ["lose_reply"]


async def test_a_slow_call_is_slow_and_works(
    bot: telegram.Bot, world: World, started: Person
) -> None:
    world.faults.plan("sendMessage", Fault("slow", seconds=0.3))
    began = time.monotonic()
    await bot.send_message(1001, "hello")
    assert time.monotonic() - began >= 0.3


async def test_a_star_hits_any_call_but_not_the_poll(
    bot: telegram.Bot, world: World, started: Person
) -> None:
    world.faults.plan("*", "internal")
    assert len(await bot.get_updates()) == 1
    with pytest.raises(NetworkError):
        await bot.send_chat_action(1001, "typing")
    world.faults.plan("*", "internal")
    world.faults.clear()
    await bot.send_chat_action(1001, "typing")
