"""What the chat edge reports to whoever runs the program; the token never appears in it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

LOG: Final = logging.getLogger("bot.chat")
_NOISY: Final = ("httpx", "httpcore", "telegram")
"""Libraries that would write every address, and so the token, at their lower levels."""


class _Hidden(logging.Filter):
    """Takes the secret half of the token, however its colon is written, out of a record."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self._secret = token.partition(":")[2] or token

    def filter(self, record: logging.LogRecord) -> bool:
        told = record.getMessage()
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if self._secret and self._secret in told:
            record.msg, record.args = told.replace(self._secret, "SECRET"), None
        if self._secret and record.exc_text:
            record.exc_text = record.exc_text.replace(self._secret, "SECRET")
        return True


@contextmanager
def hidden(token: str) -> Iterator[None]:
    """While this lasts, no record of ours or of the libraries below us shows the token."""
    loggers = [LOG, *map(logging.getLogger, _NOISY)]
    # A logger's filter sees only its own records; those of its children pass the handlers.
    places: list[logging.Filterer] = [*loggers, *logging.getLogger().handlers]
    cover = _Hidden(token)
    for place in places:
        place.addFilter(cover)
    for logger in loggers[1:]:
        logger.setLevel(max(logger.level, logging.WARNING))
    try:
        yield
    finally:
        for place in places:
            place.removeFilter(cover)


def one_line(error: BaseException) -> str:
    """An error as one short line, for a log or a dead row."""
    first = str(error).strip().partition("\n")[0]
    return f"{type(error).__name__}: {first}"[:300]
