"""Checks the buttons a bot wants to show, and keeps them in one shape."""

from typing import Any, Final

from bot.phone.bell import Json
from bot.phone.calls import Params
from bot.phone.refusals import Refusal

MAX_DATA_BYTES: Final = 64
MAX_BUTTONS: Final = 100
ACTIONS: Final = ("callback_data", "url", "copy_text", "web_app", "login_url")
"""What a button can do; the first two numbers are Telegram's limits (telegram.md 2.2)."""
OTHER_MARKUPS: Final = ("keyboard", "remove_keyboard", "force_reply")


def inline_keyboard(params: Params) -> Json | None:
    """The `reply_markup` a message carries: an inline keyboard, or None.

    Reply keyboards are accepted and not shown, as Telegram does not put them in the message.

    Raises:
        Refusal: a button Telegram would not take.
    """
    markup = params.get("reply_markup")
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise Refusal("bad_json", name="reply markup")
    if any(kind in markup for kind in OTHER_MARKUPS):
        return None
    rows = markup.get("inline_keyboard")
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise Refusal("bad_json", name="reply markup")
    if sum(map(len, rows)) > MAX_BUTTONS:
        raise Refusal("long_markup")
    checked = [[_button(button) for button in row] for row in rows if row]
    return {"inline_keyboard": checked} if checked else None


def _button(button: Any) -> Json:
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise Refusal("bad_json", name="inline keyboard button")
    if not button["text"].strip():
        raise Refusal("button_text")
    if not any(button.get(action) for action in ACTIONS):
        raise Refusal("button_data" if "callback_data" in button else "button_bare")
    if len(str(button.get("callback_data", "")).encode()) > MAX_DATA_BYTES:
        raise Refusal("button_data")
    url = button.get("url")
    if url and not str(url).startswith(("http://", "https://", "tg://")):
        raise Refusal("button_url", url=url)
    return button
