"""The IMIM level is read off the subject; it is never the subject's state."""

import pytest

from state_machines.behaviour import behaviour
from state_machines.emotion import Feelings


@pytest.mark.parametrize(
    ("mood", "feelings", "level"),
    [
        ("settled", Feelings(10, 10, 60, 10), "cooperative"),
        ("uneasy", Feelings(40, 30, 50, 20), "cooperative"),
        ("uneasy", Feelings(40, 30, 20, 20), "passive_resistant"),
        ("agitated", Feelings(60, 50, 20, 30), "passive_resistant"),
        ("agitated", Feelings(60, 50, 60, 30), "cooperative"),
        ("hostile", Feelings(80, 60, 10, 30), "active_resistant"),
        ("assaultive", Feelings(95, 80, 5, 30), "assaultive"),
        ("frightened", Feelings(50, 78, 10, 30), "passive_resistant"),
        ("frightened", Feelings(50, 95, 10, 30), "active_resistant"),
        ("withdrawn", Feelings(20, 20, 20, 70), "passive_resistant"),
    ],
)
def test_level_as_an_observer_would_name_it(mood, feelings, level):
    assert behaviour(mood, feelings) == level


def test_fear_alone_is_never_read_as_assault():
    assert behaviour("frightened", Feelings(100, 100, 0, 100)) != "assaultive"
