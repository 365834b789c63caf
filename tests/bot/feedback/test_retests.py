"""A drill is offered again after 2, 7 and 21 days, once a day at most, and never at night."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from bot.feedback.retests import HOME, Done, days_since, due, gaps_over


def at(day, hour=12, minute=0, zone=HOME):
    """So many days into March, local time, in UTC epoch milliseconds."""
    moment = datetime(2026, 3, 1, hour, minute, tzinfo=zone) + timedelta(days=day)
    return int(moment.timestamp() * 1000)


DONE = Done("tok", 1, "reflect", 4, shown=True, at=at(0))


@pytest.mark.parametrize(
    ("day", "offers", "expected"),
    [(0, 0, False), (1, 0, False), (2, 0, True), (6, 1, False), (7, 1, True), (10, 0, True),
     (20, 2, False), (21, 2, True), (22, 3, False), (400, 3, False)],
)  # fmt: skip
def test_the_gaps_are_the_same_for_everybody(day, offers, expected):
    done = replace(DONE, offers=offers)
    assert (due([done], 0, at(day)) is not None) is expected


def test_gaps_that_nobody_looked_in_at_are_made_up_by_one_offer():
    assert [gaps_over(at(0), at(day)) for day in (1, 2, 6, 7, 20, 21, 99)] == [0, 1, 1, 2, 2, 3, 3]


@pytest.mark.parametrize(
    ("hour", "minute", "expected"),
    [(7, 59, False), (8, 0, True), (20, 59, True), (21, 0, False), (0, 0, False)],
)
def test_nothing_is_offered_at_night(hour, minute, expected):
    assert (due([DONE], 0, at(5, hour, minute)) is not None) is expected


def test_night_is_that_of_the_time_zone():
    morning = at(5, 9)
    assert due([DONE], 0, morning)
    assert due([DONE], 0, morning, timezone(timedelta(hours=-8))) is None


def test_a_gap_counts_days_of_the_calendar_not_hours():
    late = replace(DONE, at=at(0, 20, 30))
    assert due([late], 0, at(2, 8)) == late
    assert days_since(at(0, 20), at(1, 8)) == 1


def test_at_most_one_a_day():
    assert due([DONE], at(5, 8), at(5, 20)) is None
    assert due([DONE], at(4, 20), at(5, 8)) == DONE


def test_what_was_not_shown_comes_first_then_the_oldest():
    older = replace(DONE, skill="label", at=at(-1))
    failed = replace(DONE, skill="open", shown=False, at=at(1))
    assert due([DONE, older], 0, at(5)) == older
    assert due([DONE, older, failed], 0, at(5)) == failed


def test_of_each_skill_only_the_newest_drill_counts_and_a_retest_begins_nothing():
    newer = replace(DONE, at=at(4), turn=9)
    assert due([newer, DONE], 0, at(5)) is None
    retest = replace(DONE, at=at(2), again=True, shown=False)
    assert due([replace(DONE, offers=1), retest], 0, at(5)) is None
    assert due([replace(DONE, offers=1), retest], 0, at(7)).again is False
