"""What can be observed of the risk at a moment: the behaviour, the factors, and what changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dialogues.conditions import Condition
from dialogues.prepared import Prepared
from dialogues.turn import Scene, facts
from state_machines.behaviour import behaviour
from state_machines.emotion import Feelings

CHANGES = ("easing", "steady", "rising")
NOTICEABLE = 5.0
"""Points of tension (0 to 100) that an observer would notice between two looks."""


@dataclass(frozen=True, slots=True)
class Observed:
    """The risk as it stands: `level` of behaviour, names of `factors`, and one of `CHANGES`.

    `factors` are those that are there now, in the scenario's order.
    """

    level: str
    factors: tuple[str, ...]
    changed: str


def observe(prepared: Prepared, scene: Scene, before: Feelings) -> Observed:
    """What is there to be observed now, against the feelings at the last look."""
    subject = scene.subject
    return Observed(
        behaviour(subject.mood, subject.feelings),
        present(prepared.factors, scene),
        _changed(subject.feelings.tension - before.tension),
    )


def present(factors: Mapping[str, Condition | None], scene: Scene) -> tuple[str, ...]:
    """The factors that are there now."""
    known = facts(scene)
    return tuple(name for name, holds in factors.items() if holds is None or holds(known))


def _changed(difference: float) -> str:
    if abs(difference) < NOTICEABLE:
        return "steady"
    return "rising" if difference > 0 else "easing"
