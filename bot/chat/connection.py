"""The line to Telegram, or to another server that speaks its Bot API."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from telegram import Bot
from telegram.error import InvalidToken, NetworkError, RetryAfter
from telegram.request import HTTPXRequest

from bot.chat.log import LOG, one_line

TELEGRAM: Final = "https://api.telegram.org"
POLL_S: Final = 30
"""Seconds a poll may wait for something to happen; Telegram allows up to 50."""
SLOWEST_S: Final = 60.0
_FIRST_WAIT_S: Final = 0.5


class IntakeError(RuntimeError):
    """Nothing can be received; the message is one line and says what to do."""


REFUSED: Final = "Telegram refuses this token; copy it again from BotFather into TELEGRAM_BOT_TOKEN"
MISSHAPEN: Final = (
    "TELEGRAM_BOT_TOKEN holds no token (digits, a colon, letters); copy it again from BotFather"
)
NO_ADDRESS: Final = (
    "TELEGRAM_API_BASE is no address such as http://127.0.0.1:8081; correct it or leave it out"
)
_TOKEN = re.compile(r"\d+:[\w-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Line:
    """The client that sends, and the one that only polls."""

    bot: Bot
    polling: HTTPXRequest

    async def renew_polling(self) -> None:
        """Drop every polling connection; one that hangs behind a proxy never says so."""
        await self.polling.shutdown()
        await self.polling.initialize()


def open_line(token: str, base_url: str | None) -> Line:
    """A client with explicit timeouts, and connections of its own for polling.

    Args:
        token: from BotFather.
        base_url: root of a Bot API server, such as http://127.0.0.1:8081; None is Telegram's.

    Raises:
        IntakeError: the token or the address is not one.
    """
    root = (base_url or TELEGRAM).rstrip("/")
    if not _TOKEN.fullmatch(token):
        raise IntakeError(MISSHAPEN)
    if not _is_address(root):
        raise IntakeError(NO_ADDRESS)
    sending = HTTPXRequest(
        connection_pool_size=64,
        connect_timeout=5,
        read_timeout=15,
        write_timeout=10,
        pool_timeout=5,
        media_write_timeout=30,
    )
    polling = HTTPXRequest(
        connection_pool_size=4, connect_timeout=5, read_timeout=POLL_S + 10, pool_timeout=5
    )
    bot = Bot(token, f"{root}/bot", f"{root}/file/bot", sending, polling)
    return Line(bot, polling)


def _is_address(root: str) -> bool:
    try:
        parts = urlsplit(root)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number
        return False


class Patience:
    """Waiting after failures: twice as long each time, up to a minute."""

    def __init__(self) -> None:
        self._next = _FIRST_WAIT_S

    def after(self, error: Exception) -> float:
        """Seconds to wait now; what the server asks for comes first."""
        if isinstance(error, RetryAfter):
            return seconds_asked(error)
        wait, self._next = self._next, min(self._next * 2, SLOWEST_S)
        return wait

    def reset(self) -> None:
        self._next = _FIRST_WAIT_S


def seconds_asked(error: RetryAfter) -> float:
    """How long a 429 wants us to wait, in seconds."""
    asked = error.retry_after
    return float(asked) if isinstance(asked, int) else asked.total_seconds()


async def reach(bot: Bot, stop: asyncio.Event) -> bool:
    """Keep trying until the server answers who this bot is; False when told to stop before.

    Raises:
        IntakeError: the server refuses the token.
    """
    patience = Patience()
    while not stop.is_set():
        try:
            await bot.initialize()
        except InvalidToken:
            raise IntakeError(REFUSED) from None
        except (NetworkError, RetryAfter) as error:
            wait = patience.after(error)
            LOG.warning(
                "The server cannot be reached (%s); next try in %g s", one_line(error), wait
            )
            await waited(stop, wait)
        else:
            return True
    return False


async def waited(event: asyncio.Event, seconds: float) -> bool:
    """Wait for the event, at most so long; True when it came."""
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return False
    return True
