"""A conversation in the terminal, through whatever stands in for the phone."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Protocol

PATIENCE_S = 10.0
"""How long to wait for an answer before asking for the next line."""
LOOK_S = 0.05
QUIT = frozenset({"/quit", "/exit", "/quitter"})


class ShownLine(Protocol):
    """One message on the screen."""

    @property
    def message_id(self) -> int: ...
    @property
    def by_bot(self) -> bool: ...
    @property
    def text(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def labels(self) -> list[str]: ...


class Phone(Protocol):
    """What the terminal needs of a phone: to say, to tap, and to see."""

    def say(self, text: str) -> Any: ...
    def tap(self, label: str) -> Any: ...
    def screen(self) -> Sequence[ShownLine]: ...
    def toasts(self) -> Sequence[Any]: ...
    async def settle(self, quiet: float = ...) -> Any: ...


class Talk:
    """One conversation: remembers what has been printed and which numbers mean which buttons."""

    def __init__(self, phone: Phone, write: Callable[[str], None]) -> None:
        self.phone, self.write = phone, write
        self.printed: dict[int, str] = {}
        self.toasts = 0
        self.choices: list[str] = []

    async def act(self, line: str) -> None:
        """Say a line, or tap the button with that number or [Label]; then print what is new."""
        label = self._label(line)
        try:
            self.phone.tap(label) if label else self.phone.say(line)
        except ValueError as error:  # more than one message holds
            self.write(f"({error})")
            return
        await self._answered(self._seen())
        await self.show()

    def _seen(self) -> tuple[object, ...]:
        """What would change if the bot answered."""
        return (list(self.phone.screen()), len(self.phone.toasts()))

    async def _answered(self, before: tuple[object, ...]) -> None:
        """Wait until the bot has answered in any way, or for as long as patience lasts."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + PATIENCE_S
        while self._seen() == before and loop.time() < deadline:  # noqa: ASYNC110 - rings no bell
            await asyncio.sleep(LOOK_S)

    def _label(self, line: str) -> str:
        if line.startswith("[") and line.endswith("]") and line[1:-1] in self.choices:
            return line[1:-1]
        numbered = {str(number): label for number, label in enumerate(self.choices, 1)}
        return numbered.get(line, "")

    async def show(self) -> None:
        """Print messages that are new or changed, then the buttons that can be tapped."""
        await self.phone.settle()
        screen = self.phone.screen()
        for line in screen:
            body = f"({line.kind}) {line.text}" if line.kind != "text" else line.text
            if line.by_bot and self.printed.get(line.message_id) != body:
                self.write(f"\n{body}")
            self.printed[line.message_id] = body
        for toast in list(self.phone.toasts())[self.toasts :]:
            if toast.text:
                self.write(f"({toast.text})")
        self.toasts = len(self.phone.toasts())
        self.choices = next((line.labels for line in reversed(screen) if line.labels), [])
        if self.choices:
            numbered = (f"{n} {label}" for n, label in enumerate(self.choices, 1))
            self.write("   " + "  |  ".join(numbered))


async def converse(
    phone: Phone,
    opening: Sequence[str],
    next_line: Callable[[], Awaitable[str | None]],
    write: Callable[[str], None],
) -> None:
    """Talk until the lines run out or /quit; `opening` are labels tapped first where shown."""
    talk = Talk(phone, write)
    await talk.act("/start")
    for label in opening:
        if label in talk.choices:
            await talk.act(f"[{label}]")
    while (line := await next_line()) is not None:
        line = line.strip()
        if line in QUIT:
            return
        if line and not line.startswith("#"):
            await talk.act(line)
