"""One call to Telegram, and what its answer means for the message and the person."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from telegram import Bot, InlineKeyboardMarkup, LinkPreviewOptions, Message
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.chat.connection import SLOWEST_S, seconds_asked
from bot.chat.log import one_line

MOST_TRIES: Final = 100
"""At up to a minute each; after that a call that only ever fails holds its chat up no longer."""


@dataclass(frozen=True, slots=True)
class Shown:
    """It is done; for a new message, its id."""

    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class SlotLost:
    """The message in the slot is gone from the chat."""


@dataclass(frozen=True, slots=True)
class Later:
    """Not now; whether it was shown may be unknown, so it may appear twice."""

    seconds: float
    error: str


@dataclass(frozen=True, slots=True)
class Unreachable:
    """The person blocked the bot or is gone."""

    error: str


@dataclass(frozen=True, slots=True)
class Refused:
    """It will never be accepted."""

    error: str


Outcome = Shown | SlotLost | Later | Unreachable | Refused
_REFUSALS: Final[Mapping[str, Outcome]] = {
    "message is not modified": Shown(),
    "message to delete not found": Shown(),
    "message can't be deleted": Shown(),
    "message to edit not found": SlotLost(),
    "message can't be edited": SlotLost(),
    "chat not found": Unreachable("chat not found"),
}
"""What Telegram's words mean here; everything else is refused for good."""
_NOT_SENT: Final = {"ConnectError", "ConnectTimeout", "PoolTimeout"}
"""Errors of the HTTP library after which nothing can have arrived."""


async def attempt(
    bot: Bot,
    chat: int,
    method: str,
    params: Mapping[str, Any],
    files: Mapping[str, bytes],
    tries: int,
) -> Outcome:
    """Make one call; `tries` is how often it was tried before."""
    try:
        answer = await _CALLS[method](bot, chat_id=chat, **_typed(method, params), **files)
    except TelegramError as error:
        return Shown() if method == TYPING else meaning(error, tries)
    except Exception as error:  # a call the library itself turns down must not stop the rest
        # Its text may quote what was to be shown, which does not belong in a log.
        return Refused(type(error).__name__)
    return Shown(answer.message_id if isinstance(answer, Message) else None)


def meaning(error: TelegramError, tries: int) -> Outcome:
    """What an error says about the call, after so many earlier tries."""
    told = one_line(error)
    if isinstance(error, RetryAfter):
        return Later(seconds_asked(error), told)
    if isinstance(error, Forbidden):
        return Unreachable(told)
    if isinstance(error, BadRequest):
        words = error.message.lower()
        return next((known for part, known in _REFUSALS.items() if part in words), Refused(told))
    if isinstance(error, NetworkError):
        return _unsure(error, told, tries)
    return Refused(told)


def _unsure(error: NetworkError, told: str, tries: int) -> Outcome:
    not_sent = type(error.__cause__).__name__ in _NOT_SENT
    if tries >= MOST_TRIES and not not_sent:
        return Refused(told)
    return Later(min(0.5 * 2 ** min(tries, 10), SLOWEST_S), told)


TYPING: Final = "sendChatAction"
"""Disposable: it is never worth a second try."""
_CALLS: Final[Mapping[str, Callable[..., Awaitable[object]]]] = {
    "sendMessage": Bot.send_message,
    "editMessageText": Bot.edit_message_text,
    "deleteMessage": Bot.delete_message,
    "sendPhoto": Bot.send_photo,
    "sendDocument": Bot.send_document,
    TYPING: Bot.send_chat_action,
}
_WITH_TEXT: Final = ("sendMessage", "editMessageText")


def _typed(method: str, params: Mapping[str, Any]) -> dict[str, Any]:
    """Stored parameters as the library wants them; links never grow a preview."""
    made = dict(params)
    if "reply_markup" in made:
        made["reply_markup"] = InlineKeyboardMarkup.de_json(made["reply_markup"], None)
    if method in _WITH_TEXT:
        made["link_preview_options"] = LinkPreviewOptions(is_disabled=True)
    return made
