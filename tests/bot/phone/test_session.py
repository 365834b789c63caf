"""A whole session by the real client library, held against an independent model of the Bot API."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
import telegram
from telegram import BotCommand, InputMediaPhoto, MenuButtonCommands

from bot.phone import Person, World
from bot.phone.files import plain_picture
from tests.bot.phone import scripted
from tests.bot.phone.oracle import check_traffic


@pytest.fixture
async def answering(bot: telegram.Bot) -> AsyncIterator[telegram.Bot]:
    running = asyncio.create_task(scripted.run(bot))
    yield bot
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running


async def test_every_call_and_object_of_a_session_conforms(
    answering: telegram.Bot, trainee: Person, instructor: Person, world: World
) -> None:
    trainee.start("join_7")
    await trainee.wait_for("What do you do?")
    trainee.tap("Sit down")
    await trainee.wait_for("You: Sit down.")
    assert trainee.toasts()[-1].text == "You chose: Sit down"
    said = trainee.say("You look tired. 😀 What happened?")
    await trainee.wait_for("He listens.")
    trainee.edit(said["message_id"], "You look worn out.")
    trainee.double_tap("Step back")
    await trainee.wait_for("You: Step back.")
    for send in (trainee.send_sticker, trainee.send_location, trainee.send_photo):
        send()
        await trainee.reply()
    trainee.send_voice(b"OggS")
    await trainee.reply()
    trainee.forward("listen to this")
    await trainee.reply()
    trainee.tap_data("Step back", message_id=1)
    instructor.start()
    await instructor.wait_for("What do you do?")
    instructor.tap("Stop the exercise")
    await instructor.wait_for(lambda screen: "What do you do?" not in str(screen))
    trainee.block()
    trainee.unblock()
    await trainee.settle()
    checked = check_traffic(world)
    assert checked.calls > 25
    assert checked.results > 25
    assert checked.updates == 16


async def test_every_method_conforms(bot: telegram.Bot, trainee: Person, world: World) -> None:
    trainee.start()
    picture = plain_picture()
    photo = await bot.send_photo(1001, picture, caption="<b>a</b>", parse_mode="HTML")
    await bot.edit_message_caption(1001, photo.message_id, caption="b")
    await bot.edit_message_media(InputMediaPhoto(photo.photo[-1].file_id), 1001, photo.message_id)
    await bot.edit_message_reply_markup(1001, photo.message_id, reply_markup=scripted.panel())
    await bot.send_photo(1001, photo.photo[-1].file_id, has_spoiler=True)
    await bot.send_voice(1001, b"OggS", duration=2)
    document = (await bot.send_document(1001, b"a,b\n", filename="marks.csv")).document
    assert document is not None
    assert (document.file_name, document.mime_type) == ("marks.csv", "text/csv")
    assert bytes(await (await bot.get_file(document)).download_as_bytearray()) == b"a,b\n"
    await bot.pin_chat_message(1001, photo.message_id)
    pinned = (await bot.get_chat(1001)).pinned_message
    assert pinned is not None
    assert pinned.message_id == photo.message_id
    await bot.set_my_commands([BotCommand("start", "Begin")], language_code="fr")
    assert [c.command for c in await bot.get_my_commands(language_code="fr")] == ["start"]
    await bot.delete_my_commands(language_code="fr")
    assert await bot.get_my_commands(language_code="fr") == ()
    await bot.set_my_name("Stepdown")
    assert (await bot.get_my_name()).name == (await bot.get_me()).first_name == "Stepdown"
    await bot.set_my_description("About")
    await bot.set_my_short_description("About", language_code="fr")
    await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    await bot.set_message_reaction(1001, photo.message_id, "👍")
    await bot.set_message_reaction(1001, photo.message_id)
    await bot.delete_message(1001, photo.message_id)
    await bot.delete_webhook()
    await bot.get_webhook_info()
    assert check_traffic(world).results == len(world.calls)


async def test_the_oracle_notices_what_does_not_conform(
    bot: telegram.Bot, trainee: Person, world: World
) -> None:
    trainee.start()
    await bot.send_message(1001, "fine")
    check_traffic(world)
    good = world.calls.pop()
    message = good.response["result"]
    spoilt: list[dict[str, Any]] = [
        {"params": good.params | {"chatid": 1001}},
        {"params": {"chat_id": 1001}},
        {"response": {"ok": True, "result": message | {"date": "yesterday"}}},
        {"response": {"ok": True, "result": message | {"chat": {"id": 1001}}}},
        {"response": {"ok": True, "result": message | {"from": {"id": 1, "first_name": "x"}}}},
        {"response": {"ok": True, "result": message | {"texts": "x"}}},
    ]
    for change in spoilt:
        world.calls.append(replace(good, **change))
        with pytest.raises(AssertionError, match="sendMessage"):
            check_traffic(world)
        world.calls.pop()
    world.updates.made[-1]["message"]["chat"]["kind"] = "private"
    with pytest.raises(AssertionError, match="update"):
        check_traffic(world)


async def test_an_injected_update_is_not_the_phones_fault(
    bot: telegram.Bot, trainee: Person, world: World
) -> None:
    trainee.inject({"message": {"message_id": 5}})
    with pytest.raises(KeyError):
        await bot.get_updates()
    check_traffic(world)
