"""The calls a card becomes: messages with buttons, typing, and what happens to the panel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from bot.chat.buttons import pack
from bot.chat.markup import Block, pages
from bot.practice.agreement import ASSESS
from bot.practice.commands import Begin, Command, ConfirmDelete, Stop
from bot.store.outbox import Call

PANEL: Final = "panel"
"""The slot that remembers which message is the chat's one panel."""
STYLES: Final[Mapping[type[Command], str]] = {
    Stop: "danger",
    ConfirmDelete: "danger",
    Begin: "primary",
}
"""Buttons that stand out (Bot API 9.4); older apps show them like the others."""
Row = Sequence[tuple[str, Command]]
"""A row of buttons: what each shows and what it stands for."""


def message(blocks: Iterable[Block], rows: Iterable[Row] = ()) -> list[Call]:
    """One message, or several where one would be too long; the buttons hang on the last."""
    texts = pages(blocks)
    return [
        *(Call("sendMessage", _body(text)) for text in texts[:-1]),
        *(Call("sendMessage", _body(text, rows)) for text in texts[-1:]),
    ]


def typing() -> Call:
    """Somebody is about to answer."""
    return Call("sendChatAction", {"action": "typing"})


def picture(content: bytes, caption: str) -> Call:
    """A picture with a caption in HTML."""
    return Call("sendPhoto", {"caption": caption, "parse_mode": "HTML"}, files={"photo": content})


def document(name: str, content: bytes, caption: str) -> Call:
    """A file under its name, with a caption in HTML."""
    about = {"filename": name, "caption": caption, "parse_mode": "HTML"}
    return Call("sendDocument", about, files={"document": content})


def fresh_panel(text: str, rows: Iterable[Row]) -> list[Call]:
    """The panel comes to the bottom of the chat, without a sound; the old one goes."""
    body = _body(text, rows) | {"disable_notification": True}
    return [panel_gone(), Call("sendMessage", body, slot=PANEL)]


def changed_panel(text: str, rows: Iterable[Row]) -> Call:
    """The panel changes where it is."""
    return Call("editMessageText", _body(text, rows), slot=PANEL)


def panel_gone() -> Call:
    """The panel is taken away."""
    return Call("deleteMessage", {}, slot=PANEL)


def in_rows(buttons: Iterable[tuple[str, Command]], width: int) -> list[Row]:
    """Buttons in rows of at most `width`."""
    every = list(buttons)
    return [every[start : start + width] for start in range(0, len(every), width)]


def _body(text: str, rows: Iterable[Row] = ()) -> dict[str, Any]:
    body: dict[str, Any] = {"text": text, "parse_mode": "HTML"}
    keyboard = [[_button(*button) for button in row] for row in rows if row]
    return body | {"reply_markup": {"inline_keyboard": keyboard}} if keyboard else body


def _asks_first(command: Command) -> bool:
    """Whether the button only leads to the agreement of an assessed encounter."""
    return isinstance(command, Begin) and command.mode == ASSESS and not command.agreed


def _button(label: str, command: Command) -> dict[str, str]:
    style = "" if _asks_first(command) else STYLES.get(type(command), "")
    return {"text": label, "callback_data": pack(command)} | ({"style": style} if style else {})
