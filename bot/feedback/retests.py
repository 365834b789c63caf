"""When a drill is offered again: after a few days, a week and three weeks, and never at night."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta, timezone, tzinfo

GAPS = (2, 7, 21)
"""Days after the drill, the same for everybody."""
NIGHT, MORNING = time(21), time(8)
"""Between these nothing is offered."""
HOME = timezone(timedelta(hours=-5))
"""Where no time zone is set."""


@dataclass(frozen=True, slots=True)
class Done:
    """The result of one drill. Times are UTC epoch milliseconds.

    `token` and `place` (from 1) say where it is kept; `offers` is how many gaps have been
    offered or let go by; `again` marks a re-test, which begins no gaps of its own.
    """

    token: str
    place: int
    skill: str
    turn: int
    shown: bool
    at: int
    offers: int = 0
    again: bool = False


def gaps_over(at: int, now: int, zone: tzinfo = HOME) -> int:
    """How many of the gaps have gone by since, in days of the calendar."""
    days = days_since(at, now, zone)
    return sum(days >= gap for gap in GAPS)


def days_since(at: int, now: int, zone: tzinfo = HOME) -> int:
    """Days of the calendar between two times; 0 on the same day."""
    return (_local(now, zone).date() - _local(at, zone).date()).days


def due(done: Iterable[Done], offered_at: int, now: int, zone: tzinfo = HOME) -> Done | None:
    """The drill to offer again now, or None; not shown before shown, then the oldest.

    Of each skill the newest drill counts. `offered_at` is when something was last offered, 0
    for never. Gaps missed because nobody looked in are made up by one offer.
    """
    local = _local(now, zone)
    awake = MORNING <= local.time() < NIGHT
    if not awake or (offered_at and _local(offered_at, zone).date() >= local.date()):
        return None
    newest = {one.skill: one for one in sorted(done, key=lambda one: one.at) if not one.again}
    waiting = [one for one in newest.values() if gaps_over(one.at, now, zone) > one.offers]
    return min(waiting, key=lambda one: (one.shown, one.at), default=None)


def _local(at: int, zone: tzinfo) -> datetime:
    return datetime.fromtimestamp(at / 1000, zone)
