"""What a person sees: the chat after every edit and deletion, one line a message."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from bot.phone.bell import Json

KINDS: Final = ("photo", "voice", "document", "sticker", "location")


class Line(NamedTuple):
    """One message on the screen; `rows` are the labels of its buttons."""

    message_id: int
    by_bot: bool
    text: str
    kind: str = "text"
    rows: tuple[tuple[str, ...], ...] = ()
    edited: bool = False
    reaction: str = ""

    @property
    def labels(self) -> list[str]:
        return [label for row in self.rows for label in row]

    def __str__(self) -> str:
        who = "bot" if self.by_bot else "me "
        what = self.text if self.kind == "text" else f"({self.kind}) {self.text}".rstrip()
        keys = "".join(f"\n     {' '.join(f'[{label}]' for label in row)}" for row in self.rows)
        return f"{who}: {what}{keys}"


def lines_of(messages: Iterable[Json], reactions: Mapping[int, str]) -> list[Line]:
    """Turn messages into lines, oldest first."""
    return [_line(m, reactions.get(m["message_id"], "")) for m in messages]


def transcript_of(lines: Iterable[Line]) -> str:
    """The screen as plain text."""
    return "\n".join(map(str, lines))


def find_button(lines: list[Line], label: str) -> tuple[Line, int, int]:
    """The newest message that shows `label`, with the button's row and column.

    Raises:
        AssertionError: no message shows it; the error lists what can be tapped.
    """
    for line in reversed(lines):
        for row, labels in enumerate(line.rows):
            if label in labels:
                return line, row, labels.index(label)
    shown = list(dict.fromkeys(found for line in reversed(lines) for found in line.labels))
    raise AssertionError(f"no button {label!r} on the screen; there are {shown}")


def _line(message: Json, reaction: str) -> Line:
    markup = message.get("reply_markup", {}).get("inline_keyboard", [])
    return Line(
        message["message_id"],
        message["from"]["is_bot"],
        message.get("text") or message.get("caption", ""),
        next((kind for kind in KINDS if kind in message), "text"),
        tuple(tuple(button["text"] for button in row) for row in markup),
        "edit_date" in message,
        reaction,
    )
