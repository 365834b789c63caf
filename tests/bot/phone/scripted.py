"""A small scripted bot on the real client library, for tests that need somebody to answer."""

import telegram
from telegram import (
    BotCommand,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    Update,
)
from telegram.error import BadRequest

from bot.phone.files import plain_picture

SCENE = (
    "<b>The bus shelter</b>\nA man paces beside a bench.\n"
    "<blockquote expandable>He has shouted at two people. Nobody is hurt. You are alone and your "
    "partner is four minutes away. A bag stands open on the bench; he keeps one eye on it and "
    "one on you. It has been raining since noon.</blockquote>"
    "Hint: <tg-spoiler>ask about the bag</tg-spoiler>. Say /stop whenever you want."
)
ROWS = [
    ["Step back", "Sit down"],
    ["Wait in silence", "Ask the others to give him some room, please"],
    ["Stop the exercise"],
]


def panel(chosen: str = "") -> InlineKeyboardMarkup:
    """Three rows of buttons; the chosen one is marked."""
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(f"• {n}" if n == chosen else n, callback_data=n) for n in row]
            for row in ROWS
        ]
    )


async def introduce(bot: telegram.Bot) -> None:
    """Set what the phone shows before the first message."""
    await bot.set_my_commands([BotCommand("start", "Begin"), BotCommand("stop", "Stop now")])
    await bot.set_my_description("Practise talking with people in crisis.")


async def run(bot: telegram.Bot) -> None:
    """Answer everybody until cancelled."""
    await introduce(bot)
    offset = 0
    while True:
        for update in await bot.get_updates(offset=offset, timeout=20):
            offset = update.update_id + 1
            await answer(bot, update)


async def answer(bot: telegram.Bot, update: Update) -> None:
    """One reply."""
    if update.callback_query:
        await choose(update.callback_query)
    elif update.message:
        await respond(bot, update.message)


async def choose(query: CallbackQuery) -> None:
    """Mark the choice in place; the stop button takes the panel away."""
    assert query.data is not None
    stop = query.data == "Stop the exercise"
    await query.answer(
        "Stopped. Well done." if stop else f"You chose: {query.data}", show_alert=stop
    )
    if stop:
        await query.delete_message()
        return
    try:
        await query.edit_message_text(f"You: {query.data}.", reply_markup=panel(query.data))
    except BadRequest as refused:
        if "not modified" not in str(refused) and "to edit not found" not in str(refused):
            raise


async def respond(bot: telegram.Bot, message: Message) -> None:
    """Start with the scene; take up anything else."""
    chat, text = message.chat_id, message.text or ""
    if text.startswith("/start"):
        await bot.send_message(chat, SCENE, parse_mode="HTML")
        await bot.send_photo(
            chat, plain_picture(320, 180), caption="Arousal fell from 84 to 41.", filename="c.png"
        )
        await bot.send_message(chat, "What do you do?", reply_markup=panel())
    elif text == "/stop":
        await bot.send_message(chat, "You stopped. That costs nothing.")
    elif text == "type":
        await bot.send_chat_action(chat, "typing")
    else:
        await message.set_reaction("🤝")
        await bot.send_message(
            chat, f"<i>He listens.</i> “{len(text)} letters.”", parse_mode="HTML"
        )
