"""What a person does reaches the bot, and what the bot does reaches the screen."""

import asyncio

import pytest
import telegram
from telegram import InlineKeyboardButton as Button
from telegram import InlineKeyboardMarkup, Update

from bot.phone import Person, Toast, World


def markup(*rows: list[str]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[Button(n, callback_data=n.lower()) for n in r] for r in rows])


async def newest(bot: telegram.Bot) -> Update:
    updates = await bot.get_updates(offset=-1, timeout=2)
    return updates[-1]


async def test_start_carries_the_deep_links_payload(bot: telegram.Bot, trainee: Person) -> None:
    trainee.start("join_7")
    message = (await newest(bot)).message
    assert message is not None
    assert message.text == "/start join_7"
    assert message.parse_entities(["bot_command"]) == {message.entities[0]: "/start"}
    assert message.from_user is not None
    assert (message.from_user.id, message.from_user.language_code) == (1001, "en")


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        (lambda p: p.send_photo(caption="here"), "photo"),
        (lambda p: p.send_voice(b"OggS", seconds=3), "voice"),
        (lambda p: p.send_document(b"a,b", "marks.csv"), "document"),
        (lambda p: p.send_sticker(), "sticker"),
        (lambda p: p.send_location(), "location"),
        (lambda p: p.forward("hear this"), "forward_origin"),
    ],
)
async def test_everything_a_person_can_send_is_understood(
    bot: telegram.Bot, trainee: Person, act: object, kind: str
) -> None:
    assert callable(act)
    act(trainee)
    message = (await newest(bot)).message
    assert getattr(message, kind)


async def test_a_voice_note_can_be_downloaded(bot: telegram.Bot, trainee: Person) -> None:
    trainee.send_voice(b"OggS sound")
    message = (await newest(bot)).message
    assert message is not None
    assert message.voice is not None
    file = await message.voice.get_file()
    assert bytes(await file.download_as_bytearray()) == b"OggS sound"


async def test_an_edit_of_ones_own_message_is_an_edited_message(
    bot: telegram.Bot, trainee: Person
) -> None:
    message = trainee.say("calm dow")
    trainee.edit(message["message_id"], "calm down")
    edited = (await newest(bot)).edited_message
    assert edited is not None
    assert (edited.text, edited.message_id) == ("calm down", message["message_id"])
    assert [line.text for line in trainee.screen()] == ["calm down"]


async def test_a_tap_finds_the_newest_message_with_that_label(
    bot: telegram.Bot, trainee: Person
) -> None:
    trainee.start()
    old = await bot.send_message(1001, "old", reply_markup=markup(["Go"]))
    new = await bot.send_message(1001, "new", reply_markup=markup(["Go", "Stay"], ["End"]))
    assert trainee.buttons() == [["Go", "Stay"], ["End"]]
    for tap, message in ((lambda: trainee.tap("Go"), new), (lambda: old_tap(), old)):

        def old_tap() -> None:
            trainee.tap_old(old.message_id, "Go")

        tap()
        query = (await newest(bot)).callback_query
        assert query is not None
        assert query.message is not None
        assert (query.data, query.message.message_id) == ("go", message.message_id)


async def test_a_tap_on_nothing_says_what_there_is(bot: telegram.Bot, trainee: Person) -> None:
    trainee.start()
    await bot.send_message(1001, "x", reply_markup=markup(["Go", "Stay"]))
    with pytest.raises(AssertionError, match=r"no button 'Run' .* \['Go', 'Stay'\]"):
        trainee.tap("Run")


async def test_a_double_tap_is_two_queries_with_one_meaning(
    bot: telegram.Bot, trainee: Person
) -> None:
    trainee.start()
    await bot.send_message(1001, "x", reply_markup=markup(["Go"]))
    first, second = trainee.double_tap("Go")
    queries = [u.callback_query for u in await bot.get_updates() if u.callback_query]
    assert [q.id for q in queries] == [first, second]
    assert first != second
    assert {q.data for q in queries} == {"go"}


async def test_a_resent_tap_has_a_new_update_id_and_the_old_query_id(
    bot: telegram.Bot, trainee: Person
) -> None:
    query = trainee.tap_data("foreign")
    trainee.resend_tap()
    first, second = await bot.get_updates()
    assert first.update_id < second.update_id
    assert first.callback_query is not None
    assert second.callback_query is not None
    assert first.callback_query.id == second.callback_query.id == query


async def test_a_press_on_a_deleted_message_has_no_content(
    bot: telegram.Bot, trainee: Person
) -> None:
    trainee.start()
    trainee.tap_data("late", message_id=77)
    query = (await newest(bot)).callback_query
    assert query is not None
    assert query.message is not None
    assert (query.message.message_id, query.message.date.timestamp()) == (77, 0)


async def test_an_answer_is_a_toast_and_only_the_first_one(
    bot: telegram.Bot, trainee: Person
) -> None:
    trainee.start()
    await bot.send_message(1001, "x", reply_markup=markup(["Go"]))
    query = trainee.tap("Go")
    await bot.answer_callback_query(query, "Noted", show_alert=True)
    await bot.answer_callback_query(query, "Noted twice")
    assert trainee.toasts() == [Toast("Noted", alert=True)]


async def test_blocking_and_coming_back_are_reported(bot: telegram.Bot, trainee: Person) -> None:
    trainee.start()
    trainee.block()
    with pytest.raises(AssertionError, match="unblock it first"):
        trainee.say("hello")
    trainee.start()
    changes = [u.my_chat_member for u in await bot.get_updates() if u.my_chat_member]
    assert [(c.old_chat_member.status, c.new_chat_member.status) for c in changes] == [
        ("member", "kicked"),
        ("kicked", "member"),
    ]


async def test_the_screen_shows_edits_and_no_deleted_message(
    bot: telegram.Bot, trainee: Person
) -> None:
    trainee.start()
    first = await bot.send_message(1001, "first")
    second = await bot.send_message(1001, "second", reply_markup=markup(["A", "B"]))
    await bot.delete_message(1001, first.message_id)
    await bot.edit_message_text("2nd", 1001, second.message_id, reply_markup=markup(["C"]))
    assert trainee.transcript() == "me : /start\nbot: 2nd\n     [C]"


async def test_waiting_sees_only_what_came_after_the_persons_last_act(
    bot: telegram.Bot, trainee: Person
) -> None:
    trainee.start()
    old = await bot.send_message(1001, "same words")
    trainee.say("next")
    with pytest.raises(AssertionError, match=r"'same words' did not appear(.|\n)*me : next"):
        await trainee.wait_for("same words", timeout=0.1)
    waiting = asyncio.create_task(trainee.reply())
    await bot.edit_message_text("same words, edited", 1001, old.message_id)
    assert (await waiting).text == "same words, edited"


async def test_waiting_for_the_whole_screen(bot: telegram.Bot, trainee: Person) -> None:
    trainee.start()
    waiting = asyncio.create_task(trainee.wait_for(lambda screen: len(screen) == 3))
    await bot.send_message(1001, "one")
    await bot.send_message(1001, "two")
    assert (await waiting).text == "two"


async def test_settling_waits_until_the_bot_has_fetched_everything(
    bot: telegram.Bot, trainee: Person
) -> None:
    trainee.start()
    waiting = asyncio.create_task(trainee.settle(quiet=0.05))
    await asyncio.sleep(0.2)
    assert not waiting.done()
    (update,) = await bot.get_updates()
    await bot.get_updates(offset=update.update_id + 1)
    assert len(await waiting) == 1


async def test_the_phones_language_goes_with_every_message(
    bot: telegram.Bot, trainee: Person
) -> None:
    trainee.speak("fr")
    trainee.say("bonjour")
    user = (await newest(bot)).effective_user
    assert user is not None
    assert user.language_code == "fr"


def test_a_seed_makes_every_id_the_same_again() -> None:
    made = []
    for _ in range(2):
        world = World(seed=3, clock=lambda: 1_800_000_000.0)
        person = Person(world)
        person.start()
        person.send_photo()
        person.tap_data("x")
        made.append(list(world.updates.made))
    assert made[0] == made[1]


@pytest.mark.parametrize("text", ["", "  ", "a" * 4097])
def test_a_message_nobody_could_send_is_a_plain_error(trainee: Person, text: str) -> None:
    with pytest.raises(ValueError, match="1 to 4096 characters"):
        trainee.say(text)
    assert trainee.screen() == []
