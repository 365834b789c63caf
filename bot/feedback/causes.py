"""What moved the subject in a turn, and how much of it was the trainee's doing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dialogues.records import Turn
from state_machines.acts import VARIABLES, Effect, Polarity, ReadAct
from state_machines.emotion import WORSE, Feelings
from state_machines.subject import Change

OWN = frozenset({"act", "posture", "deed", "load", "hook", "trigger", "topic"})
"""Kinds of reasons that are the trainee's doing in this turn; a debt is of an earlier one, an
event the place's, time and ceiling nobody's."""
_LINKS = frozenset({"hook", "trigger"})


@dataclass(frozen=True, slots=True)
class Cause:
    """One thing the trainee said or did, and what it did.

    `kind` is act, posture, deed, topic or load. `weight` is in points over the four variables,
    above 0 for the better; `factors` are the multipliers that were not 1; `links` says whether
    the scenario makes it a hook or a trigger.
    """

    kind: str
    name: str
    weight: float
    factors: Mapping[str, float] = field(default_factory=dict)
    links: frozenset[str] = frozenset()
    sentence: str = ""


def gain(effect: Effect | Feelings) -> float:
    """Points over the four variables, above 0 for the better."""
    return -sum(effect[variable] * WORSE[variable] for variable in VARIABLES)


def gained(change: Change) -> float:
    """What the whole turn came to, above 0 for the better."""
    return gain(change.after) - gain(change.before)


def own_doing(change: Change) -> bool:
    """Whether the trainee moved the subject in this turn at least as much as all else did."""
    own = sum(gain(reason.effect) for reason in change.reasons if reason.kind in OWN)
    other = sum(gain(reason.effect) for reason in change.reasons if reason.kind not in OWN)
    return abs(own) >= abs(other)


def causes(change: Change) -> tuple[Cause, ...]:
    """The trainee's doings in this turn, each once, with the hook or trigger it set off."""
    found: dict[tuple[str, str], Cause] = {}
    for reason in change.reasons:
        if reason.kind not in OWN:
            continue
        linked = reason.kind in _LINKS
        kind, name = reason.name.split(" ", 1) if linked else (reason.kind, reason.name)
        known = found.get((kind, name), Cause(kind, name, 0.0))
        found[kind, name] = Cause(
            kind,
            name,
            known.weight + gain(reason.effect),
            {**known.factors, **dict(reason.factors)},
            known.links | {reason.kind} if linked else known.links,
            known.sentence or reason.sentence,
        )
    return tuple(found.values())


def main_cause(change: Change, helped: bool) -> Cause | None:
    """What did most in the direction the turn took; None when nothing of the trainee's did."""
    way = 1 if helped else -1
    strongest = max(causes(change), key=lambda cause: way * cause.weight, default=None)
    return strongest if strongest and way * strongest.weight > 0 else None


def counted_acts(turn: Turn) -> tuple[ReadAct, ...]:
    """The acts of a turn as they counted: none when the reading abstained."""
    return turn.change.acts


def harmful_acts(turn: Turn) -> tuple[str, ...]:
    """The harmful acts of a turn as they counted."""
    return tuple(a.act for a in counted_acts(turn) if a.polarity is Polarity.HARMFUL)
