"""The four numbers of the subject and the one equation that moves them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from state_machines.acts import VARIABLES, Effect
from state_machines.calibration import CALIBRATION as TABLE

WORSE = {"arousal": 1, "fear": 1, "trust": -1, "hopelessness": 1}
"""The direction in which each variable gets worse."""


@dataclass(frozen=True, slots=True)
class Feelings:
    """Arousal, fear, trust and hopelessness, each 0 to 100, kept to two decimals."""

    arousal: float
    fear: float
    trust: float
    hopelessness: float

    def __getitem__(self, variable: str) -> float:
        return float(getattr(self, variable))

    @property
    def tension(self) -> float:
        """Arousal and fear together, 0 to 100: what the mood machine looks at."""
        return TABLE.tension[0] * self.arousal + TABLE.tension[1] * self.fear


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of a turn's change.

    `kind` is act, posture, deed, load, debt, hook, trigger, topic, event, ceiling or time;
    `factors` are the named multipliers that were not 1; `effect` is in points. Inside
    `Change.reasons` the effects are as applied, so that they add up to the change.
    """

    kind: str
    name: str
    effect: Effect
    factors: tuple[tuple[str, float], ...] = ()
    sentence: str = ""


def vulnerability(feelings: Feelings) -> float:
    """How much harder harm lands now: above 1 in fear, below 1 in trust."""
    return (1 + TABLE.fear_amplifies * feelings.fear / 100) * (
        1 - TABLE.trust_buffers * feelings.trust / 100
    )


def harmed(effect: Effect, factor: float) -> Effect:
    """The effect with its worsening side multiplied by `factor`."""
    return Effect(
        **{v: effect[v] * (factor if effect[v] * WORSE[v] > 0 else 1.0) for v in VARIABLES}
    )


def helped(effect: Effect, factor: float) -> Effect:
    """The effect with its improving side multiplied by `factor`."""
    return Effect(
        **{v: effect[v] * (factor if effect[v] * WORSE[v] < 0 else 1.0) for v in VARIABLES}
    )


def any_of(effect: Effect) -> bool:
    """True when the effect moves anything at all."""
    return effect != Effect()


def scaled(effect: Effect, factor: float) -> Effect:
    """The effect times a number."""
    return Effect(
        effect.arousal * factor,
        effect.fear * factor,
        effect.trust * factor,
        effect.hopelessness * factor,
    )


def _room(variable: str, now: float, step: float, baseline: Feelings) -> float:
    """How freely a variable moves, 0 to 1: less and less towards the edge it moves to."""
    if step > 0:
        distance = 100 - now
    else:
        distance = now - (0.0 if variable == "trust" else TABLE.floor * baseline[variable])
    return min(1.0, max(0.0, distance / TABLE.room))


def move(
    before: Feelings, reasons: Iterable[Reason], baseline: Feelings, ceiling: float
) -> tuple[Feelings, tuple[Reason, ...]]:
    """Apply one turn's reasons: bounded, damped near the edges, then relaxed a little.

    Trust stops at `ceiling` but is never pulled down by it. Returns the new feelings and
    the reasons scaled to what they really did; with the `time` and `ceiling` parts they add
    up to the change of each variable, to rounding.
    """
    given = tuple(reasons)
    shares: dict[str, float] = {}
    after: dict[str, float] = {}
    drift: dict[str, float] = {}
    capped = 0.0
    for index, variable in enumerate(VARIABLES):
        now = before[variable]
        impulse = sum(reason.effect[variable] for reason in given)
        step = TABLE.most_per_turn * math.tanh(impulse / TABLE.most_per_turn)
        step *= _room(variable, now, step, baseline)
        shares[variable] = step / impulse if impulse else 0.0
        relaxed = TABLE.relaxation[index] * (baseline[variable] - (now + step))
        value = now + step + relaxed
        if variable == "trust":
            limit = max(now, ceiling)
            capped = min(0.0, limit - value)
            value += capped
        drift[variable] = relaxed
        after[variable] = round(min(100.0, max(0.0, value)), 2)
    applied = tuple(
        Reason(
            r.kind,
            r.name,
            Effect(**{v: r.effect[v] * shares[v] for v in VARIABLES}),
            r.factors,
            r.sentence,
        )
        for r in given
    )
    extra = [Reason("time", "relaxation", Effect(**drift))]
    if capped:
        extra.append(Reason("ceiling", "trust", Effect(trust=capped)))
    return Feelings(**after), (*applied, *extra)
