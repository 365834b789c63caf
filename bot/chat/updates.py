"""From what Telegram delivers to what a person asked for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from telegram import CallbackQuery, Chat, ChatMemberUpdated, Message, Update, User

from bot.chat import buttons
from bot.practice import commands
from bot.practice.commands import Command


class UpdateError(ValueError):
    """An update that cannot be read; the message says in one line why."""


@dataclass(frozen=True, slots=True)
class Blocked:
    """The person blocked the bot: nothing can reach them."""


@dataclass(frozen=True, slots=True)
class Unblocked:
    """The person can be reached again."""


@dataclass(frozen=True, slots=True)
class OldButton:
    """A tap on a button that stands for nothing here, or no longer."""


@dataclass(frozen=True, slots=True)
class Received:
    """What came from whom; `locale` is the language of their phone, such as fr-CA."""

    channel_id: int
    locale: str
    wish: Command | Blocked | Unblocked | OldButton
    query_id: str = ""
    """Set for a tap: it must be answered, or the button keeps spinning."""


_SLASH = re.compile(r"/+(\w+)(?:@\w+)?(?:\W\s*(.*))?", re.DOTALL)
"""Also with a stray sign after the name: what begins like a command is not said to anybody."""
_STOP_WORD = re.compile(r"[\W_]*(?:stop|arret)[\W_]*")
_SLASH_COMMANDS: Final[Mapping[str, Command]] = {
    "language": commands.ChooseLanguage(),
    "langue": commands.ChooseLanguage(),
    "level": commands.ChooseLevel(),
    "niveau": commands.ChooseLevel(),
    "privacy": commands.AskPrivacy(),
    "confidentialite": commands.AskPrivacy(),
    "stop": commands.Stop(),
    "arret": commands.Stop(),
    "help": commands.AskHelp(),
    "aide": commands.AskHelp(),
    "scenarios": commands.ListScenarios(),
    "progress": commands.AskProgress(),
    "progres": commands.AskProgress(),
    "history": commands.AskHistory(),
    "historique": commands.AskHistory(),
    "export": commands.AskExport(),
    "exporter": commands.AskExport(),
    "drill": commands.AskDrill(),
    "exercice": commands.AskDrill(),
    "delete": commands.AskDelete(),
    "supprimer": commands.AskDelete(),
}
"""English names and, as aliases, French ones; Telegram allows no accents in them."""
_KINDS: Final = {
    "forward_origin": "forwarded",
    "voice": "voice",
    "photo": "picture",
    "animation": "animation",
    "sticker": "sticker",
    "venue": "location",
    "location": "location",
    "contact": "contact",
    "video_note": "video",
    "video": "video",
    "audio": "audio",
    "document": "document",
    "poll": "poll",
    "dice": "dice",
}
"""Fields of a message that is not (only) typed words, most telling first."""
_SERVICE: Final = (
    "pinned_message",
    "message_auto_delete_timer_changed",
    "write_access_allowed",
    "chat_background_set",
)
"""Notes that Telegram itself writes into a private chat; nobody waits for an answer to them."""


def translate(raw: Mapping[str, Any]) -> Received | None:
    """What one update asks for; None for what is nobody's wish, such as talk in a group.

    Raises:
        UpdateError: it cannot be read.
    """
    try:
        return _sound(_read(Update.de_json(dict(raw), None)))
    except Exception as error:  # a malformed update can make the parser raise anything
        reason = str(error).splitlines()[0] if str(error) else "no reason given"
        raise UpdateError(f"not an update: {type(error).__name__}: {reason}") from error


def _sound(received: Received | None) -> Received | None:
    """The same; the parser checks no types, and the rest of the program relies on them."""
    if received is None:
        return None
    for value, kind in (
        (received.channel_id, int),
        (received.locale, str),
        (received.query_id, str),
    ):
        if type(value) is not kind:
            raise UpdateError(f"{kind.__name__} expected, {type(value).__name__} found")
    return received


def _read(update: Update) -> Received | None:
    if update.message:
        return _from_message(update.message, _wish_of(update.message))
    if update.edited_message:
        edited = commands.Unsupported("edited") if update.edited_message.text else None
        return _from_message(update.edited_message, edited)
    if update.callback_query:
        return _from_tap(update.callback_query)
    return _from_membership(update.my_chat_member) if update.my_chat_member else None


def _from_message(message: Message, wish: Command | None) -> Received | None:
    user = message.from_user
    if wish is None or user is None or not _alone(message.chat, user):
        return None
    locale = user.language_code or ""
    if isinstance(wish, commands.Start):
        wish = commands.Start(wish.payload, locale)
    return Received(message.chat.id, locale, wish)


def _from_tap(query: CallbackQuery) -> Received | None:
    """A tap counts only in a private chat; one without data or of a foreign bot is an old one."""
    user, message = query.from_user, query.message
    if message is None or not _alone(message.chat, user):
        return None
    wish = buttons.unpack(query.data or "") or OldButton()
    return Received(message.chat.id, user.language_code or "", wish, query.id)


def _from_membership(change: ChatMemberUpdated) -> Received | None:
    if not _alone(change.chat, change.from_user):
        return None
    gone = change.new_chat_member.status in ("kicked", "left")
    wish = Blocked() if gone else Unblocked()
    return Received(change.chat.id, change.from_user.language_code or "", wish)


def _alone(chat: Chat, user: User) -> bool:
    """True in the private chat of one person with this bot; groups are left alone."""
    return chat.type == "private" and not user.is_bot


def _wish_of(message: Message) -> Command | None:
    kind = next((kind for name, kind in _KINDS.items() if getattr(message, name)), "")
    if kind:
        return commands.Unsupported(kind)
    if message.text:
        return read_words(message.text)
    if any(getattr(message, name) for name in _SERVICE):
        return None
    return commands.Unsupported("other")


def read_words(text: str) -> Command:
    """A slash command, a stop word that stands alone, or something said."""
    slash = _SLASH.fullmatch(text.strip())
    if slash:
        return _slash(slash[1].lower(), (slash[2] or "").strip())
    if _STOP_WORD.fullmatch(_bare(text)):
        return commands.Stop()
    return commands.Say(text)


def _slash(name: str, rest: str) -> Command:
    if name == "start":
        return commands.Start(payload=rest)
    return _SLASH_COMMANDS.get(_bare(name)) or commands.Unknown(name)


def _bare(text: str) -> str:
    """Lower case, without accents."""
    flat = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in flat if not unicodedata.combining(char))
