"""The menu of commands and the words on the bot's card, in both languages."""

from __future__ import annotations

from typing import Final

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from bot.chat.log import LOG, one_line
from bot.texts import text
from dialogues.play import LANGS

MENU: Final = (
    "scenarios",
    "stop",
    "drill",
    "progress",
    "history",
    "export",
    "level",
    "language",
    "help",
    "privacy",
    "delete",
)
_DEFAULT: Final = "en"
"""Shown to people whose phone speaks neither language."""


async def set_menu(bot: Bot) -> None:
    """Tell Telegram the commands and the description; without it everything still works."""
    try:
        await _describe(bot, _DEFAULT, None)
        for lang in LANGS:
            await _describe(bot, lang, lang)
    except TelegramError as error:
        LOG.warning("The menu of commands could not be set: %s", one_line(error))


async def _describe(bot: Bot, lang: str, phone_lang: str | None) -> None:
    menu = [BotCommand(name, text(lang, f"chat.menu_{name}")) for name in MENU]
    await bot.set_my_commands(menu, language_code=phone_lang)
    await bot.set_my_description(text(lang, "chat.about"), language_code=phone_lang)
    await bot.set_my_short_description(text(lang, "chat.about_short"), language_code=phone_lang)
