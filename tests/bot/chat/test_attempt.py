"""What Telegram's errors mean for a call, one by one."""

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)

from bot.chat.attempt import MOST_TRIES, Later, Refused, Shown, SlotLost, Unreachable, meaning


def caused(error, name):
    """The error as it looks when one of the HTTP library's stands behind it."""
    error.__cause__ = type(name, (Exception,), {})()
    return error


CASES = [
    (BadRequest("Message is not modified: specified new message content"), Shown),
    (BadRequest("Message to delete not found"), Shown),
    (BadRequest("Message can't be deleted for everyone"), Shown),
    (BadRequest("Message to edit not found"), SlotLost),
    (BadRequest("Chat not found"), Unreachable),
    (Forbidden("Forbidden: bot was blocked by the user"), Unreachable),
    (Forbidden("Forbidden: user is deactivated"), Unreachable),
    (RetryAfter(7), Later),
    (TimedOut(), Later),
    (NetworkError("Internal Server Error"), Later),
    (caused(NetworkError("x"), "ConnectError"), Later),
    (BadRequest("Can't parse entities: unsupported start tag"), Refused),
    (InvalidToken("no"), Refused),
    (ChatMigrated(5), Refused),
]


@pytest.mark.parametrize(("error", "outcome"), CASES, ids=lambda case: str(case)[:30])
def test_meaning(error, outcome):
    assert isinstance(meaning(error, 0), outcome)


def test_the_wait_asked_for_is_kept_to():
    assert meaning(RetryAfter(7), 0).seconds == 7


def test_waits_double_up_to_a_minute():
    waits = [meaning(TimedOut(), tries).seconds for tries in (0, 1, 2, 6, 7, 50)]
    assert waits == [0.5, 1, 2, 32, 60, 60]


def test_what_only_ever_fails_is_given_up_but_not_what_never_arrived():
    assert isinstance(meaning(NetworkError("Bad Gateway"), MOST_TRIES), Refused)
    never = caused(NetworkError("x"), "ConnectTimeout")
    assert isinstance(meaning(never, MOST_TRIES), Later)
