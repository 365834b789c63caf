"""Telegram's flood limits: token buckets for each chat and for the whole bot."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.phone.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Limits:
    """Sends and edits per second, and how many may come at once before that counts.

    The rates are Telegram's (telegram.md 2.2); the default bursts are wide, so that one person
    practising never meets them. Narrow them to see how a bot behaves under 429.
    """

    per_chat: float = 1.0
    chat_burst: int = 200
    overall: float = 30.0
    overall_burst: int = 400


@dataclass(slots=True)
class Bucket:
    """Tokens that refill with time."""

    rate: float
    size: int
    tokens: float = field(init=False)
    at: float = field(init=False, default=0.0)

    def __post_init__(self) -> None:
        self.tokens = float(self.size)

    def missing(self, now: float) -> float:
        """Refill, then say how many seconds are missing until one token is there (0 = ready)."""
        self.tokens = min(self.size, self.tokens + max(0.0, now - self.at) * self.rate)
        self.at = now
        return 0.0 if self.tokens >= 1 else (1 - self.tokens) / self.rate


class Gate:
    """Lets a send or an edit through, or refuses it with `retry_after` in whole seconds."""

    def __init__(self, limits: Limits | None, clock: Callable[[], float]) -> None:
        self._limits, self._clock = limits, clock
        self.limit(limits)

    def limit(self, limits: Limits | None) -> None:
        """Start afresh with other limits; None switches them off."""
        self._limits = limits
        self._chats: dict[int, Bucket] = {}
        self._all = Bucket(limits.overall, limits.overall_burst) if limits else None

    def enter(self, chat_id: int) -> None:
        """Take one token from the chat's and from the bot's bucket.

        Raises:
            Refusal: 429 while either bucket is empty.
        """
        if self._limits is None or self._all is None:
            return
        fresh = Bucket(self._limits.per_chat, self._limits.chat_burst)
        chat = self._chats.setdefault(chat_id, fresh)
        now = self._clock()
        missing = max(chat.missing(now), self._all.missing(now))
        if missing:
            raise Refusal("too_many", retry_after=math.ceil(missing))
        chat.tokens -= 1
        self._all.tokens -= 1
