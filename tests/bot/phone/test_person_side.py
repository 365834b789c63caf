"""The phone over HTTP: another process can act, look and watch, and misses nothing."""

import asyncio

import pytest
import telegram
from telegram import BotCommand, BotCommandScopeChat, InlineKeyboardButton, InlineKeyboardMarkup

from bot.phone import Person, RemotePerson, World, serve
from bot.phone.files import plain_picture
from tests.bot.phone.watching import watch

GO = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="go")]])


@pytest.fixture
def remote(url: str) -> RemotePerson:
    return RemotePerson(url)


async def test_a_new_watcher_gets_the_whole_screen(url: str, trainee: Person) -> None:
    trainee.say("hello")
    (first,) = await watch(url, 1)
    assert first.name == "snapshot"
    assert [m["text"] for m in first.data["messages"]] == ["hello"]
    assert first.data["bot"]["name"] == "Practice bot"


async def test_a_watcher_who_comes_back_misses_nothing_and_sees_nothing_twice(
    url: str, bot: telegram.Bot, trainee: Person
) -> None:
    (first,) = await watch(url, 1)
    trainee.start()
    sent = await bot.send_message(1001, "one", reply_markup=GO)
    early = await watch(url, 2, first.cursor)
    await bot.edit_message_text("uno", 1001, sent.message_id)
    await bot.send_chat_action(1001, "typing")
    await bot.delete_message(1001, sent.message_id)
    late = await watch(url, 3, early[-1].cursor)
    assert [t.what for t in early] == ["message /start", "message one"]
    assert [t.what for t in late] == ["edited uno", "action", "deleted"]
    assert (early[0].data["by_bot"], early[1].data["by_bot"]) == (False, True)


async def test_a_watcher_is_told_at_once(url: str, bot: telegram.Bot, trainee: Person) -> None:
    trainee.start()
    (now,) = await watch(url, 1)
    watching = asyncio.create_task(watch(url, 3, now.cursor))
    await asyncio.sleep(0.1)
    await bot.send_message(1001, "x", reply_markup=GO)
    query = trainee.tap("Go")
    await bot.answer_callback_query(query, "Noted")
    assert [t.what for t in await watching] == ["message x", "toast Noted", "answered"]


@pytest.mark.parametrize("cursor", ["other-era.3", "nonsense", "{era}.999"])
async def test_an_unknown_cursor_gets_the_whole_screen(
    url: str, world: World, trainee: Person, cursor: str
) -> None:
    trainee.say("hello")
    (told,) = await watch(url, 1, cursor.format(era=world.era))
    assert told.name == "snapshot"


async def test_a_cursor_too_old_to_be_kept_gets_the_whole_screen(
    url: str, world: World, trainee: Person
) -> None:
    (first,) = await watch(url, 1)
    for n in range(2_100):
        world.chats[1001].log("action", {"action": str(n)}, by_bot=True)
    (told,) = await watch(url, 1, first.cursor)
    assert told.name == "snapshot"


async def test_another_process_can_be_the_person(
    remote: RemotePerson, bot: telegram.Bot, trainee: Person
) -> None:
    do = asyncio.to_thread
    await do(remote.start, "join")
    await bot.send_message(1001, "pick", reply_markup=GO)
    assert (await do(remote.wait_for, "pick")).labels == ["Go"]
    assert await do(remote.buttons) == [["Go"]]
    query = await do(remote.tap, "Go")
    waiting = asyncio.create_task(do(remote.reply))
    await bot.answer_callback_query(query, "Noted")
    await bot.send_message(1001, "gone")
    assert (await waiting).text == "gone"
    assert [toast.text for toast in await do(remote.toasts)] == ["Noted"]
    mine = await do(remote.say, "helo")
    await do(remote.edit, mine["message_id"], "hello")
    await do(remote.send_photo, plain_picture(), "look")
    await do(remote.send_voice, b"OggS")
    await do(remote.send_sticker)
    await do(remote.send_location)
    await do(remote.forward, "hear this")
    await do(remote.double_tap, "Go")
    await do(remote.block)
    await do(remote.unblock)
    assert await do(remote.transcript) == trainee.transcript()
    kinds = [next(k for k in u if k != "update_id") for u in trainee.world.updates.made]
    assert kinds == [
        *("message", "callback_query", "message", "edited_message", *["message"] * 5),
        *("callback_query", "callback_query", "my_chat_member", "my_chat_member"),
    ]


async def test_what_a_person_cannot_do_is_said_in_plain_words(
    remote: RemotePerson, bot: telegram.Bot
) -> None:
    with pytest.raises(AssertionError, match=r"no button 'Go' on the screen"):
        await asyncio.to_thread(remote.tap, "Go")
    with pytest.raises(AssertionError, match="1 to 4096 characters"):
        await asyncio.to_thread(remote.say, " ")
    with pytest.raises(AssertionError, match=r"did not appear within 0\.1 s"):
        await asyncio.to_thread(remote.wait_for, "never", 0.1)


async def test_trouble_can_be_planned_and_traffic_read_from_outside(
    remote: RemotePerson, bot: telegram.Bot
) -> None:
    await asyncio.to_thread(remote.start)
    await asyncio.to_thread(remote.plan_fault, "sendMessage", "too_many", retry_after=3)
    with pytest.raises(telegram.error.RetryAfter):
        await bot.send_message(1001, "hello")
    await bot.send_message(1001, "hello")
    calls = await asyncio.to_thread(remote.calls, "sendMessage")
    assert [call["response"]["ok"] for call in calls] == [False, True]
    with pytest.raises(AssertionError, match="kind must be one of"):
        await asyncio.to_thread(remote.plan_fault, "sendMessage", "gremlins")


async def test_the_command_menu_is_the_nearest_scope_and_language(
    url: str, bot: telegram.Bot, trainee: Person
) -> None:
    await bot.set_my_commands([BotCommand("start", "Begin")])
    await bot.set_my_commands([BotCommand("start", "Commencer")], language_code="fr")
    await bot.set_my_commands([BotCommand("review", "Review")], BotCommandScopeChat(1002))
    await bot.set_my_name("Stepdown")

    async def menu(person: int) -> list[str]:
        (told,) = await watch(url, 1, person=person)
        assert told.data["bot"]["name"] == "Stepdown"
        return [command["description"] for command in told.data["bot"]["commands"]]

    assert await menu(1001) == ["Begin"]
    trainee.speak("fr-CA")
    assert await menu(1001) == ["Commencer"]
    assert await menu(1002) == ["Review"]


async def test_a_restarted_server_sends_the_whole_screen_again(world: World) -> None:
    async with serve(world) as port:
        (first,) = await watch(f"http://127.0.0.1:{port}", 1)
    other = World(seed=8)
    Person(other).say("after the restart")
    async with serve(other, port=port):
        (told,) = await watch(f"http://127.0.0.1:{port}", 1, first.cursor)
    assert [m["text"] for m in told.data["messages"]] == ["after the restart"]
