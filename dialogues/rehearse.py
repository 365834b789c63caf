"""Many encounters by simulated trainees: which endings, how many turns, what is left."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from statistics import fmean, quantiles
from typing import Any

from dialogues.policies import POLICIES, Policy
from dialogues.prepared import Prepared
from dialogues.turn import Outcome, Scene, advance, begin
from state_machines.acts import VARIABLES

MOST_TURNS = 40
UNFINISHED = "unfinished"
"""Reported when no ending holds within the most turns; never a good one."""


@dataclass(frozen=True, slots=True)
class Run:
    """One simulated encounter: where it ended and in how many turns."""

    scene: Scene
    turns: int

    @property
    def ending(self) -> str:
        return self.scene.ending or UNFINISHED


def played(
    prepared: Prepared, policy: Policy, seed: int, most_turns: int = MOST_TURNS
) -> Iterator[Outcome]:
    """Each turn of one encounter, to its end or to the most turns."""
    chance = Random(seed)  # noqa: S311 - a simulated trainee, not a secret
    scene, _ = begin(prepared, seed)
    while not scene.ending and scene.subject.turn < most_turns:
        outcome = advance(scene, policy(scene, prepared, chance), prepared)
        yield outcome
        scene = outcome.scene


def run(prepared: Prepared, policy: Policy, seed: int, most_turns: int = MOST_TURNS) -> Run:
    """Play one encounter to its end, or to the most turns."""
    (last,) = deque(played(prepared, policy, seed, most_turns), maxlen=1)
    return Run(last.scene, last.scene.subject.turn)


def simulate(
    prepared: Prepared,
    policy: str,
    runs: int,
    seed: int,
    most_turns: int = MOST_TURNS,
    after_each: Callable[[], None] = lambda: None,
) -> dict[str, Any]:
    """A report over `runs` encounters with seeds from `seed` up.

    `after_each` is called after every encounter.

    Raises:
        KeyError: no such policy.
    """
    play = POLICIES[policy]
    done = []
    for index in range(runs):
        done.append(run(prepared, play, seed + index, most_turns))
        after_each()
    return {
        "scenario": prepared.id,
        "policy": policy,
        "runs": runs,
        "endings": _endings(prepared, done),
        "turns": {
            "mean": round(fmean(item.turns for item in done), 2),
            "p90": _p90([item.turns for item in done]),
        },
        "final": {
            variable: round(fmean(item.scene.subject.feelings[variable] for item in done), 2)
            for variable in VARIABLES
        },
    }


def good_share(report: Mapping[str, Any]) -> float:
    """The share of a report's encounters that ended well, 0 to 1."""
    good = sum(row["count"] for row in report["endings"] if row["good"])
    return float(good / report["runs"])


def _endings(prepared: Prepared, done: Sequence[Run]) -> list[dict[str, Any]]:
    counts = Counter(item.ending for item in done)
    named = {name: ending.good for name, ending in prepared.scenario.endings.items()}
    rows = {**named, UNFINISHED: False} if counts[UNFINISHED] else named
    return [{"id": name, "good": good, "count": counts[name]} for name, good in rows.items()]


def _p90(turns: Sequence[int]) -> float:
    return float(turns[0]) if len(turns) == 1 else round(quantiles(turns, n=10)[-1], 2)
