"""Encounters of before, which another version of this program may have kept.

What this one can no longer read must not stand in the way of what it can.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Final, TypeVar

from bot.feedback.rubric.score import Score
from bot.practice.cards import Plain
from bot.practice.session import Session, load
from bot.practice.skills import scored
from bot.practice.tools import Tools
from bot.store.encounters import Encounter
from bot.store.errors import StoreError
from bot.store.work import Tx

T = TypeVar("T")
LOG: Final = logging.getLogger("bot.practice")
UNREADABLE = Plain("practice.unreadable")
"""What the person is told when they ask for such an encounter."""


def restored(tx: Tx, tools: Tools, row: Encounter) -> Session | None:
    """The session as by `load`; None where this program can no longer read it."""
    return readable(row, lambda: load(tx, tools, row))


def restored_score(tx: Tx, tools: Tools, row: Encounter) -> tuple[Session, Score] | None:
    """The session with its score; None where session or turns can no longer be read."""

    def read() -> tuple[Session, Score]:
        session = load(tx, tools, row)
        return session, scored(tx, session)

    return readable(row, read)


def readable(row: Encounter, read: Callable[[], T]) -> T | None:
    """What is read of an encounter; None where this program can make nothing of it."""
    try:
        return read()
    except (StoreError, ValueError, LookupError, TypeError) as error:
        # The error may hold what was typed, so only its kind is told.
        LOG.warning("Encounter %d can no longer be read (%s)", row.id, type(error).__name__)
        return None
