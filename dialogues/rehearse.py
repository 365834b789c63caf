"""Many encounters by simulated trainees: which endings, how many turns, what is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from statistics import fmean, quantiles
from typing import Any

from dialogues.policies import POLICIES, Policy
from dialogues.prepared import Prepared
from dialogues.turn import Scene, advance, begin
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


def run(prepared: Prepared, policy: Policy, seed: int, most_turns: int = MOST_TURNS) -> Run:
    """Play one encounter to its end, or to the most turns."""
    chance = Random(seed)  # noqa: S311 - a simulated trainee, not a secret
    scene, _ = begin(prepared, seed)
    while not scene.ending and scene.subject.turn < most_turns:
        scene = advance(scene, policy(scene, prepared, chance), prepared).scene
    return Run(scene, scene.subject.turn)


def simulate(
    prepared: Prepared, policy: str, runs: int, seed: int, most_turns: int = MOST_TURNS
) -> dict[str, Any]:
    """A report over `runs` encounters with seeds from `seed` up.

    Raises:
        KeyError: no such policy.
    """
    play = POLICIES[policy]
    played = [run(prepared, play, seed + index, most_turns) for index in range(runs)]
    return {
        "scenario": prepared.id,
        "policy": policy,
        "runs": runs,
        "endings": _endings(prepared, played),
        "turns": {
            "mean": round(fmean(item.turns for item in played), 2),
            "p90": _p90([item.turns for item in played]),
        },
        "final": {
            variable: round(fmean(item.scene.subject.feelings[variable] for item in played), 2)
            for variable in VARIABLES
        },
    }


def _endings(prepared: Prepared, played: Sequence[Run]) -> list[dict[str, Any]]:
    counts = Counter(item.ending for item in played)
    named = {name: ending.good for name, ending in prepared.scenario.endings.items()}
    rows = {**named, UNFINISHED: False} if counts[UNFINISHED] else named
    return [{"id": name, "good": good, "count": counts[name]} for name, good in rows.items()]


def _p90(turns: Sequence[int]) -> float:
    return float(turns[0]) if len(turns) == 1 else round(quantiles(turns, n=10)[-1], 2)
