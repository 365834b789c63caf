"""What Telegram would refuse, the phone refuses in the same words."""

from datetime import timedelta
from typing import Any

import pytest
import telegram
from telegram import BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter

from bot.phone import TOKEN, Limits, Person, World
from bot.phone.files import plain_picture
from tests.bot.phone.conftest import Clock

GO = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="go")]])


@pytest.fixture
async def chat(bot: telegram.Bot, trainee: Person) -> telegram.Bot:
    trainee.start()
    return bot


def seconds(error: RetryAfter) -> float:
    assert isinstance(error.retry_after, timedelta)
    return error.retry_after.total_seconds()


def keyboard(**button: Any) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton("Go", **button)]])


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "Message text is empty"),
        (" \n ", "Message text is empty"),
        ("a" * 4097, "Message is too long"),
        ("😀" * 2049, "Message is too long"),
        ("<b>a", "Can't parse entities: can't find end tag corresponding to start tag \"b\""),
    ],
)
async def test_a_text_nobody_could_read_is_refused(
    chat: telegram.Bot, text: str, complaint: str
) -> None:
    with pytest.raises(BadRequest) as refused:
        await chat.send_message(1001, text, parse_mode="HTML")
    assert str(refused.value).lower() == complaint.lower()


async def test_the_longest_text_is_measured_after_parsing(chat: telegram.Bot) -> None:
    message = await chat.send_message(1001, f"<b>{'😀' * 2048}</b>", parse_mode="HTML")
    assert message.entities[0].length == 4096


async def test_a_caption_has_its_own_limit(chat: telegram.Bot) -> None:
    await chat.send_photo(1001, plain_picture(), caption="a" * 1024)
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await chat.send_photo(1001, plain_picture(), caption="a" * 1025)


async def test_a_picture_must_be_one(chat: telegram.Bot) -> None:
    with pytest.raises(BadRequest, match="Image_process_failed"):
        await chat.send_photo(1001, b"not a picture")
    with pytest.raises(BadRequest, match="File must be non-empty"):
        await chat.send_voice(1001, b"")
    with pytest.raises(BadRequest, match="Wrong file identifier"):
        await chat.send_photo(1001, "photo-of-somebody-else")


@pytest.mark.parametrize("data", ["a" * 65, "é" * 33, ""])
async def test_button_data_is_measured_in_bytes(chat: telegram.Bot, data: str) -> None:
    with pytest.raises(BadRequest, match="Button_data_invalid"):
        await chat.send_message(1001, "x", reply_markup=keyboard(callback_data=data))


async def test_sixty_four_bytes_of_button_data_are_fine(
    chat: telegram.Bot, trainee: Person
) -> None:
    await chat.send_message(1001, "x", reply_markup=keyboard(callback_data="é" * 32))
    assert trainee.buttons() == [["Go"]]


async def test_a_button_must_do_something(chat: telegram.Bot) -> None:
    with pytest.raises(BadRequest, match="text buttons are unallowed"):
        await chat.send_message(1001, "x", reply_markup=keyboard())
    with pytest.raises(BadRequest, match="url 'javascript:x' is invalid"):
        await chat.send_message(1001, "x", reply_markup=keyboard(url="javascript:x"))


async def test_an_edit_that_changes_nothing_is_refused(chat: telegram.Bot) -> None:
    sent = await chat.send_message(1001, "<b>same</b>", parse_mode="HTML", reply_markup=GO)
    edit: dict[str, Any] = {"chat_id": 1001, "message_id": sent.message_id, "parse_mode": "HTML"}
    with pytest.raises(BadRequest, match="Message is not modified: specified new message content"):
        await chat.edit_message_text("<b>same</b>", **edit, reply_markup=GO)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await chat.edit_message_reply_markup(1001, sent.message_id, reply_markup=GO)
    await chat.edit_message_text("same", **edit, reply_markup=GO)


async def test_an_edit_without_buttons_takes_them_away(chat: telegram.Bot, trainee: Person) -> None:
    sent = await chat.send_message(1001, "pick", reply_markup=GO)
    await chat.edit_message_text("picked", 1001, sent.message_id)
    assert trainee.buttons() == []


async def test_only_the_bots_own_messages_on_the_screen_can_be_edited(
    chat: telegram.Bot, trainee: Person
) -> None:
    mine = trainee.say("hello")
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await chat.edit_message_text("x", 1001, 999_999)
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await chat.edit_message_text("x", 1001, mine["message_id"])


async def test_texts_and_captions_are_not_mixed_up(chat: telegram.Bot) -> None:
    text = await chat.send_message(1001, "text")
    photo = await chat.send_photo(1001, plain_picture())
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await chat.edit_message_text("x", 1001, photo.message_id)
    with pytest.raises(BadRequest, match="There is no caption in the message to edit"):
        await chat.edit_message_caption(1001, text.message_id, caption="x")


async def test_a_picture_is_replaced_in_place(chat: telegram.Bot, trainee: Person) -> None:
    sent = await chat.send_photo(1001, plain_picture(), caption="before")
    media = InputMediaPhoto(plain_picture(20, 10), caption="<b>after</b>", parse_mode="HTML")
    edited = await chat.edit_message_media(media, 1001, sent.message_id)
    assert isinstance(edited, telegram.Message)
    assert (edited.photo[-1].width, edited.photo[-1].height) == (20, 10)
    assert [line.text for line in trainee.screen() if line.by_bot] == ["after"]


async def test_a_message_is_deleted_once_and_within_two_days(
    chat: telegram.Bot, clock: Clock
) -> None:
    sent = await chat.send_message(1001, "soon gone")
    await chat.delete_message(1001, sent.message_id)
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await chat.delete_message(1001, sent.message_id)
    old = await chat.send_message(1001, "old")
    clock.ahead = 49 * 3600
    with pytest.raises(BadRequest, match="Message can't be deleted for everyone"):
        await chat.delete_message(1001, old.message_id)


async def test_a_bot_cannot_write_first(bot: telegram.Bot) -> None:
    for stranger in (1001, 5):
        with pytest.raises(BadRequest, match="Chat not found"):
            await bot.send_message(stranger, "hello")


async def test_a_blocked_bot_is_told_until_the_person_comes_back(
    chat: telegram.Bot, trainee: Person
) -> None:
    trainee.block()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await chat.send_message(1001, "still there?")
    trainee.start()
    await chat.send_message(1001, "welcome back")


async def test_a_press_is_answered_in_time_or_not_at_all(
    chat: telegram.Bot, trainee: Person, clock: Clock
) -> None:
    await chat.send_message(1001, "x", reply_markup=GO)
    query = trainee.tap("Go")
    with pytest.raises(BadRequest, match="Message_too_long"):
        await chat.answer_callback_query(query, "a" * 201)
    clock.ahead = 61
    for late in (query, "12345"):
        with pytest.raises(BadRequest, match="Query is too old and response timeout expired"):
            await chat.answer_callback_query(late, "late")
    assert trainee.toasts() == []


async def test_a_wrong_token_opens_nothing(url: str) -> None:
    stranger = telegram.Bot(TOKEN + "x", base_url=f"{url}/bot")
    with pytest.raises(InvalidToken):
        await stranger.initialize()
    await stranger.shutdown()


async def test_a_method_the_phone_does_not_know_is_404(bot: telegram.Bot) -> None:
    with pytest.raises(telegram.error.EndPointNotFound, match="not found"):
        await bot.do_api_request("sendSmell")


async def test_a_reply_needs_its_message(chat: telegram.Bot, trainee: Person) -> None:
    mine = trainee.say("hello")
    reply = await chat.send_message(1001, "yes?", reply_to_message_id=mine["message_id"])
    assert reply.reply_to_message is not None
    assert reply.reply_to_message.text == "hello"
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await chat.send_message(1001, "yes?", reply_to_message_id=999_999)


async def test_a_reaction_is_one_known_emoji(chat: telegram.Bot, trainee: Person) -> None:
    mine = trainee.say("hello")["message_id"]
    await chat.set_message_reaction(1001, mine, "🤝")
    assert trainee.screen()[-1].reaction == "🤝"
    with pytest.raises(BadRequest, match="Reaction_invalid"):
        await chat.set_message_reaction(1001, mine, "🚓")
    with pytest.raises(BadRequest, match="Reactions_too_many"):
        await chat.set_message_reaction(1001, mine, ["🤝", "👍"])


async def test_commands_are_checked(chat: telegram.Bot) -> None:
    with pytest.raises(BadRequest, match="Bot_command_invalid"):
        await chat.set_my_commands([BotCommand("no-dashes", "x")])
    with pytest.raises(BadRequest, match="Bot_commands_too_much"):
        await chat.set_my_commands([BotCommand(f"c{n}", "x") for n in range(101)])


async def test_a_strange_chat_action_is_refused(chat: telegram.Bot) -> None:
    with pytest.raises(BadRequest, match="Wrong parameter action in request"):
        await chat.send_chat_action(1001, "juggling")


async def test_too_many_messages_to_one_chat_wait_and_other_chats_do_not(
    chat: telegram.Bot, world: World, instructor: Person
) -> None:
    world.gate.limit(Limits(per_chat=0.1, chat_burst=2))
    instructor.start()
    for text in ("one", "two"):
        sent = await chat.send_message(1001, text)
    with pytest.raises(RetryAfter) as flooded:
        await chat.edit_message_text("three", 1001, sent.message_id)
    assert 1 < seconds(flooded.value) <= 10
    await chat.send_message(1002, "not you")


async def test_the_whole_bot_has_a_limit_too(
    chat: telegram.Bot, world: World, instructor: Person
) -> None:
    world.gate.limit(Limits(overall=0.1, overall_burst=1))
    instructor.start()
    await chat.send_message(1001, "one")
    with pytest.raises(RetryAfter):
        await chat.send_message(1002, "two")
    world.gate.limit(None)
    await chat.send_message(1002, "two")


async def test_the_wait_a_flooded_bot_is_told_is_long_enough(
    chat: telegram.Bot, world: World, clock: Clock
) -> None:
    world.gate.limit(Limits(per_chat=0.3, chat_burst=1))
    await chat.send_message(1001, "one")
    with pytest.raises(RetryAfter) as flooded:
        await chat.send_message(1001, "two")
    clock.ahead = seconds(flooded.value)
    await chat.send_message(1001, "two")
