"""Wakes everybody who waits for something new to happen on the phone."""

import asyncio
from typing import Any

Json = dict[str, Any]
"""One JSON object in the shape Telegram's Bot API gives it."""


class Bell:
    """A notification without memory: whoever waits when it rings is woken."""

    def __init__(self) -> None:
        self._sleepers: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        """Wake every waiter."""
        for sleeper in self._sleepers:
            if not sleeper.done():
                sleeper.set_result(None)

    async def wait(self, seconds: float) -> bool:
        """Sleep until the next ring, at most `seconds`; False when the time ran out."""
        sleeper = asyncio.get_running_loop().create_future()
        self._sleepers.add(sleeper)
        try:
            async with asyncio.timeout(seconds):
                await sleeper
        except TimeoutError:
            return False
        finally:
            self._sleepers.discard(sleeper)
        return True
