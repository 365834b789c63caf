"""The command that asks for a drill, whichever encounter was the last."""

from __future__ import annotations

from collections.abc import Sequence

from bot.practice import after
from bot.practice.agreement import assessed_of
from bot.practice.cards import Card, Plain, SelfRating
from bot.practice.panel import reshown
from bot.practice.reminders import PAGE
from bot.practice.tools import Tools
from bot.store import encounters
from bot.store.people import Person
from bot.store.work import Tx


def ask(tx: Tx, tools: Tools, person: Person) -> Sequence[Card]:
    """A drill from the newest ended encounter; one under way goes first, and so does rating it."""
    running = encounters.current(tx, person.id)
    if running:
        return [Plain("practice.still_running"), *reshown(tx, tools, running)]
    row = next(iter(encounters.in_phases(tx, person.id, after.OVER, 1)), None)
    if row is None:
        return [Plain("drills.none_yet")]
    if row.phase == "ended":
        return [SelfRating(row.token, assessed_of(row) is not None)]
    return after.show(tx, tools, person, row.token, PAGE, 0)
