"""How hard the next encounter is: as the person chose, or as their last results suggest."""

from __future__ import annotations

from collections.abc import Sequence

from bot.practice.agreement import ASSESS
from bot.practice.cards import Card, Levels
from bot.store import encounters, people
from bot.store.people import Person
from bot.store.work import Tx
from state_machines.calibration import LEVELS, USUAL

AUTO = "auto"
"""Follow the results: a step harder after two good ends in a row, easier after two bad ones."""
LOOK_BACK = 10
IN_A_ROW = 2


def level_for(tx: Tx, person: Person) -> str:
    """The level of the person's next encounter; what was assessed, always usual, moves nothing."""
    if person.level in LEVELS:
        return person.level
    latest = encounters.latest(tx, person.id, LOOK_BACK)
    ended = [row.state for row in latest if row.ending and row.mode != ASSESS][:IN_A_ROW]
    results = [(state["scene"].get("level", USUAL), state.get("good")) for state in ended]
    if len(results) < IN_A_ROW or len({good for _, good in results}) > 1:
        return results[0][0] if results else USUAL
    return _next(*results[0])


def _next(level: str, good: bool | None) -> str:
    order = list(LEVELS)
    step = 0 if good is None else 1 if good else -1
    return order[min(len(order) - 1, max(0, order.index(level) + step))]


def choice(person: Person) -> Sequence[Card]:
    """The levels, with the present one marked."""
    return [Levels(person.level or AUTO)]


def set_level(tx: Tx, person: Person, level: str) -> Sequence[Card]:
    """Remembers the level for the encounters to come."""
    if level in LEVELS or level == AUTO:
        people.update(tx, person.id, level="" if level == AUTO else level)
        return [Levels(level)]
    return choice(person)
