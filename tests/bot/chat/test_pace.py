"""Messages go out no faster than allowed, and one chat does not slow another."""

import pytest

from bot.chat.pace import Meter, Pace


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def passed(meter, chat, tries):
    return sum(meter.lacking(chat) == 0 for _ in range(tries))


def test_a_burst_passes_then_one_a_second(clock):
    meter = Meter(Pace(per_chat=1, chat_burst=3), clock)
    assert passed(meter, 7, 10) == 3
    assert meter.lacking(7) == pytest.approx(1.0)
    clock.now += 1.0
    assert passed(meter, 7, 10) == 1


def test_a_busy_chat_does_not_slow_another(clock):
    meter = Meter(Pace(chat_burst=2), clock)
    assert passed(meter, 7, 10) == 2
    assert passed(meter, 8, 10) == 2


def test_all_chats_together_keep_to_the_overall_pace(clock):
    meter = Meter(Pace(overall=25, overall_burst=5), clock)
    assert sum(meter.lacking(chat) == 0 for chat in range(20)) == 5
    clock.now += 1.0
    assert sum(meter.lacking(chat) == 0 for chat in range(100, 200)) == 5


def test_chats_that_are_quiet_again_are_forgotten(clock):
    meter = Meter(Pace(overall=1000, overall_burst=1000), clock)
    for chat in range(500):
        meter.lacking(chat)
        clock.now += 2.0
    assert len(meter._chats) <= 2
