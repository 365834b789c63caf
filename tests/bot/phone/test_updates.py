"""Fetching updates: long polling, confirming, forgetting, and never two at once."""

import asyncio
import time

import pytest
import telegram
from telegram.error import Conflict

from bot.phone import Person, World
from tests.bot.phone.conftest import Clock

WAIT_S = 5


async def test_a_poll_waits_for_the_first_update_and_not_longer(
    bot: telegram.Bot, trainee: Person
) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=WAIT_S))
    await asyncio.sleep(0.2)
    assert not poll.done()
    said = time.monotonic()
    trainee.say("hello")
    (update,) = await poll
    assert update.message is not None
    assert update.message.text == "hello"
    assert time.monotonic() - said < 1


async def test_an_empty_poll_ends_after_its_time(bot: telegram.Bot) -> None:
    began = time.monotonic()
    assert await bot.get_updates(timeout=1) == ()
    assert 0.9 < time.monotonic() - began < 2


async def test_updates_come_again_until_the_offset_confirms_them(
    bot: telegram.Bot, trainee: Person
) -> None:
    for text in ("one", "two", "three"):
        trainee.say(text)
    first = await bot.get_updates(limit=2)
    again = await bot.get_updates(limit=2)
    rest = await bot.get_updates(offset=first[-1].update_id + 1)
    assert [u.update_id for u in first] == [u.update_id for u in again]
    assert [u.message.text for u in rest if u.message] == ["three"]
    assert await bot.get_updates(offset=rest[-1].update_id + 1) == ()
    assert await bot.get_updates() == ()


async def test_a_negative_offset_keeps_only_the_last(bot: telegram.Bot, trainee: Person) -> None:
    for text in ("one", "two", "three"):
        trainee.say(text)
    kept = await bot.get_updates(offset=-1)
    assert [u.message.text for u in kept if u.message] == ["three"]


async def test_the_kinds_a_bot_asked_for_are_remembered(bot: telegram.Bot, trainee: Person) -> None:
    await bot.get_updates(allowed_updates=["callback_query"])
    trainee.say("not wanted")
    trainee.tap_data("wanted")
    assert [u.callback_query is not None for u in await bot.get_updates()] == [True]
    await bot.get_updates(allowed_updates=[])
    trainee.say("wanted again")
    assert len(await bot.get_updates()) == 2


async def test_a_second_poller_ends_the_first(
    bot: telegram.Bot, second_bot: telegram.Bot, trainee: Person
) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=WAIT_S))
    await asyncio.sleep(0.1)
    second = asyncio.create_task(second_bot.get_updates(timeout=WAIT_S))
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await first
    trainee.say("hello")
    assert len(await second) == 1


async def test_a_missed_press_is_gone_after_150_seconds_and_a_text_after_a_day(
    bot: telegram.Bot, trainee: Person, clock: Clock
) -> None:
    trainee.say("patient")
    trainee.tap_data("impatient")
    clock.ahead = 151
    assert [u.message is not None for u in await bot.get_updates()] == [True]
    clock.ahead = 86_401
    assert await bot.get_updates() == ()


async def test_a_repeated_update_comes_once_more_under_its_old_id(
    bot: telegram.Bot, trainee: Person
) -> None:
    trainee.say("once")
    (update,) = await bot.get_updates()
    await bot.get_updates(offset=update.update_id + 1)
    trainee.repeat_last()
    again = await bot.get_updates(offset=update.update_id + 1)
    assert [u.update_id for u in again] == [update.update_id]
    assert await bot.get_updates(offset=update.update_id + 1) == ()


async def test_an_injected_update_is_handed_out_as_it_is(
    bot: telegram.Bot, trainee: Person
) -> None:
    trainee.inject({"message": {"no": "such message"}})
    with pytest.warns(telegram.warnings.PTBUserWarning):
        (raw,) = await bot.do_api_request("getUpdates")
    assert raw["message"] == {"no": "such message"}


async def test_every_phone_starts_above_the_ids_of_earlier_ones() -> None:
    earlier = World(clock=lambda: 1_800_000_000.0)
    later = World(clock=lambda: 1_800_000_060.0)
    old = [Person(earlier).say("x") for _ in range(10)]
    new = Person(later).say("x")
    assert new["message_id"] > old[-1]["message_id"]
    assert later.updates.made[0]["update_id"] > earlier.updates.made[-1]["update_id"]
