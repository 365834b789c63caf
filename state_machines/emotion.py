"""The four numbers of the subject and the one equation that moves them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from state_machines.acts import Effect
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
    def values(self) -> tuple[float, float, float, float]:
        """The four in the order of `VARIABLES`."""
        return self.arousal, self.fear, self.trust, self.hopelessness

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
        effect.arousal * (factor if effect.arousal > 0 else 1.0),
        effect.fear * (factor if effect.fear > 0 else 1.0),
        effect.trust * (factor if effect.trust < 0 else 1.0),
        effect.hopelessness * (factor if effect.hopelessness > 0 else 1.0),
    )


def helped(effect: Effect, factor: float) -> Effect:
    """The effect with its improving side multiplied by `factor`."""
    return Effect(
        effect.arousal * (factor if effect.arousal < 0 else 1.0),
        effect.fear * (factor if effect.fear < 0 else 1.0),
        effect.trust * (factor if effect.trust > 0 else 1.0),
        effect.hopelessness * (factor if effect.hopelessness < 0 else 1.0),
    )


def worsens(effect: Effect) -> bool:
    """True when the effect makes any variable worse."""
    return effect.arousal > 0 or effect.fear > 0 or effect.trust < 0 or effect.hopelessness > 0


def any_of(effect: Effect) -> bool:
    """True when the effect moves anything at all."""
    return bool(effect.arousal or effect.fear or effect.trust or effect.hopelessness)


def scaled(effect: Effect, factor: float) -> Effect:
    """The effect times a number."""
    return effect.times(factor, factor, factor, factor)


def _room(now: float, step: float, lowest: float) -> float:
    """How freely a variable moves, 0 to 1: less and less towards the edge it moves to."""
    distance = 100 - now if step > 0 else now - lowest
    return min(1.0, max(0.0, distance / TABLE.room))


def _step(now: float, impulse: float, lowest: float) -> float:
    """What an impulse comes to in one turn: bounded, and damped near the edges."""
    step = TABLE.most_per_turn * math.tanh(impulse / TABLE.most_per_turn)
    return step * _room(now, step, lowest)


def _impulses(reasons: Iterable[Reason]) -> tuple[float, float, float, float]:
    """The sum of the effects on each variable."""
    arousal = fear = trust = hopelessness = 0.0
    for reason in reasons:
        effect = reason.effect
        arousal += effect.arousal
        fear += effect.fear
        trust += effect.trust
        hopelessness += effect.hopelessness
    return arousal, fear, trust, hopelessness


def _bounded(value: float) -> float:
    return round(min(100.0, max(0.0, value)), 2)


def move(
    before: Feelings, reasons: Iterable[Reason], baseline: Feelings, ceiling: float
) -> tuple[Feelings, tuple[Reason, ...]]:
    """Apply one turn's reasons: bounded, damped near the edges, then relaxed a little.

    Trust stops at `ceiling` but is never pulled down by it. Returns the new feelings and
    the reasons scaled to what they really did; with the `time` and `ceiling` parts they add
    up to the change of each variable, to rounding.
    """
    given = tuple(reasons)
    now, rest = before.values, baseline.values
    impulses = _impulses(given)
    lowest = (TABLE.floor * rest[0], TABLE.floor * rest[1], 0.0, TABLE.floor * rest[3])
    steps = [_step(*each) for each in zip(now, impulses, lowest, strict=True)]
    moved = [at + step for at, step in zip(now, steps, strict=True)]
    drift = [
        rate * (base - at) for rate, base, at in zip(TABLE.relaxation, rest, moved, strict=True)
    ]
    arousal, fear, trust, hopelessness = (at + d for at, d in zip(moved, drift, strict=True))
    capped = min(0.0, max(before.trust, ceiling) - trust)
    shares = [
        step / impulse if impulse else 0.0 for step, impulse in zip(steps, impulses, strict=True)
    ]
    extra = [Reason("time", "relaxation", Effect(*drift))]
    if capped:
        extra.append(Reason("ceiling", "trust", Effect(trust=capped)))
    after = Feelings(*map(_bounded, (arousal, fear, trust + capped, hopelessness)))
    return after, (*(_as_applied(reason, shares) for reason in given), *extra)


def _as_applied(reason: Reason, shares: Sequence[float]) -> Reason:
    effect = reason.effect.times(*shares)
    return Reason(reason.kind, reason.name, effect, reason.factors, reason.sentence)
