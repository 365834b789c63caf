"""What a person may do over HTTP: one table of actions, each with its JSON arguments."""

import base64
import binascii
from collections.abc import Callable
from typing import Any, Final

from bot.phone.bell import Json
from bot.phone.person import Person


def _text(args: Json, name: str, default: str | None = None) -> str:
    value = args.get(name, default)
    if not isinstance(value, str):
        raise ValueError(f"{name} must be a text")
    return value


def _whole(args: Json, name: str) -> int:
    value = args.get(name)
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(f"{name} must be a whole number")
    return value


def _content(args: Json) -> bytes:
    try:
        return base64.b64decode(_text(args, "content", ""), validate=True)
    except binascii.Error:
        raise ValueError("content must be base64") from None


def _update(args: Json) -> Json:
    value = args.get("update")
    if not isinstance(value, dict):
        raise ValueError("update must be an object")
    return value


ACTIONS: Final[dict[str, Callable[[Person, Json], Any]]] = {
    "start": lambda p, a: p.start(_text(a, "payload", "")),
    "say": lambda p, a: p.say(_text(a, "text")),
    "edit": lambda p, a: p.edit(_whole(a, "message_id"), _text(a, "text")),
    "forward": lambda p, a: p.forward(_text(a, "text")),
    "send_photo": lambda p, a: p.send_photo(_content(a), _text(a, "caption", "")),
    "send_voice": lambda p, a: p.send_voice(_content(a)),
    "send_sticker": lambda p, a: p.send_sticker(),
    "send_location": lambda p, a: p.send_location(),
    "tap": lambda p, a: p.tap(_text(a, "label")),
    "tap_old": lambda p, a: p.tap_old(_whole(a, "message_id"), _text(a, "label")),
    "press": lambda p, a: p.press(_whole(a, "message_id"), _whole(a, "row"), _whole(a, "column")),
    "tap_data": lambda p, a: p.tap_data(_text(a, "data"), a.get("message_id")),
    "double_tap": lambda p, a: p.double_tap(_text(a, "label")),
    "block": lambda p, a: p.block(),
    "unblock": lambda p, a: p.unblock(),
    "repeat_last": lambda p, a: p.repeat_last(),
    "resend_tap": lambda p, a: p.resend_tap(),
    "inject": lambda p, a: p.inject(_update(a)),
}
