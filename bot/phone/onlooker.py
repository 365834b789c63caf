"""What a person sees on their phone, and waiting for it to appear."""

import asyncio
from collections.abc import Callable
from typing import Any, Final

from bot.phone.chats import Chat, Toast
from bot.phone.screen import Line, lines_of, transcript_of
from bot.phone.world import World

PATIENCE_S: Final = 5.0
"""Seconds the waiting methods wait unless told otherwise."""


class Onlooker:
    """Somebody who looks at one person's phone."""

    def __init__(self, world: World, user_id: int = 1001) -> None:
        self.world, self.id = world, user_id
        self.chat: Chat = world.chats[user_id]

    def screen(self) -> list[Line]:
        """The chat after every edit and deletion, oldest first."""
        return lines_of(self.chat.messages.values(), self.chat.reactions)

    def transcript(self) -> str:
        """The screen as plain text."""
        return transcript_of(self.screen())

    def buttons(self) -> list[list[str]]:
        """Rows of labels under the newest message that has buttons."""
        rows = next((line.rows for line in reversed(self.screen()) if line.rows), ())
        return [list(row) for row in rows]

    def toasts(self) -> list[Toast]:
        """The notices button presses were answered with, oldest first."""
        return list(self.chat.toasts)

    async def wait_for(
        self,
        what: str | Callable[[list[Line]], Any],
        timeout: float = PATIENCE_S,  # noqa: ASYNC109 - the failure shows the screen
    ) -> Line:
        """Wait until the bot shows or edits in a text since the person last did something.

        Args:
            what: part of the text, or a function of the whole screen that says when it is right.
            timeout: seconds.

        Returns:
            The line with that text (the newest line for a function).

        Raises:
            AssertionError: it did not appear; the error shows the screen.
        """
        wanted = self._showing(what) if isinstance(what, str) else what
        await self._until(lambda: bool(wanted(self.screen())), what, timeout)
        found = self._fresh(what) if isinstance(what, str) else self.screen()
        return found[-1]

    async def reply(self, timeout: float = PATIENCE_S) -> Line:  # noqa: ASYNC109
        """Wait for the bot's first new or edited message since the person last did something."""
        return await self.wait_for("", timeout)

    async def settle(self, quiet: float = 0.2) -> list[Line]:
        """Wait until nothing is left for the bot and the screen is still for `quiet` seconds.

        Raises:
            TimeoutError: that took more than ten seconds.
        """
        async with asyncio.timeout(2 * PATIENCE_S):
            while await self.chat.bell.wait(quiet) or self.world.updates.pending():
                pass
        return self.screen()

    def _showing(self, text: str) -> Callable[[list[Line]], bool]:
        return lambda screen: bool(self._fresh(text))

    def _fresh(self, text: str) -> list[Line]:
        new = self.chat.fresh()
        return [n for n in self.screen() if n.by_bot and text in n.text and n.message_id in new]

    async def _until(self, right: Callable[[], bool], what: object, seconds: float) -> None:
        deadline = asyncio.get_running_loop().time() + seconds
        while not right():
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0:
                raise AssertionError(
                    f"{what!r} did not appear within {seconds:g} s; on the screen:\n"
                    f"{self.transcript()}"
                )
            await self.chat.bell.wait(left)
