"""How fast messages may go out: Telegram allows about one a second to a chat, in short bursts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic


@dataclass(frozen=True, slots=True)
class Pace:
    """Messages a second and how many may go at once, to one chat and to all together.

    Telegram's own limits are about 1 and 30 (telegram.md 2.2); 25 leaves room.
    """

    per_chat: float = 1.0
    chat_burst: int = 20
    overall: float = 25.0
    overall_burst: int = 25


BRISK = Pace(chat_burst=200, overall_burst=400)
"""For a server other than Telegram's own, which says itself when it wants less."""


@dataclass(slots=True)
class _Bucket:
    rate: float
    size: int
    at: float
    tokens: float = field(init=False)

    def __post_init__(self) -> None:
        self.tokens = float(self.size)

    def lacking(self, now: float) -> float:
        """Seconds until there is a token; 0 when there is one."""
        self.tokens = min(self.size, self.tokens + (now - self.at) * self.rate)
        self.at = now
        return max(0.0, (1 - self.tokens) / self.rate)


class Meter:
    """Lets messages through no faster than the pace, chat by chat and over all."""

    def __init__(self, pace: Pace, clock: Callable[[], float] = monotonic) -> None:
        self._pace, self._clock = pace, clock
        self._all = self._bucket(pace.overall, pace.overall_burst)
        self._chats: dict[int, _Bucket] = {}

    async def enter(self, chat: int) -> None:
        """Wait until a message to this chat may go."""
        while (seconds := self.lacking(chat)) > 0:  # noqa: ASYNC110 - tokens come with time
            await asyncio.sleep(seconds)

    def lacking(self, chat: int) -> float:
        """Take a token and give 0, or give the seconds to wait before asking again."""
        now = self._clock()
        if chat not in self._chats:
            self._forget_idle(now)
            self._chats[chat] = self._bucket(self._pace.per_chat, self._pace.chat_burst)
        bucket = self._chats[chat]
        wait = max(bucket.lacking(now), self._all.lacking(now))
        if wait == 0:
            bucket.tokens -= 1
            self._all.tokens -= 1
        return wait

    def _bucket(self, rate: float, size: int) -> _Bucket:
        return _Bucket(rate, size, self._clock())

    def _forget_idle(self, now: float) -> None:
        """A full bucket says no more than no bucket."""
        for chat, bucket in list(self._chats.items()):
            bucket.lacking(now)
            if bucket.tokens >= bucket.size:
                del self._chats[chat]
