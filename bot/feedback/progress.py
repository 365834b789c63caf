"""How one person's skills go from run to run: means, first against latest, and mastery.

Nothing is ever compared but a person's own runs, and mastery is told by the scenarios it was
shown in, never as a mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.feedback.rubric.items import ITEMS
from bot.feedback.rubric.score import Score
from state_machines.calibration import USUAL

LATELY = 5
"""A mean rests on at most so many of the latest runs."""
CRITICAL = ("respect", "risk", "honesty")
"""The skills that no other skill makes up for."""
CRITICAL_LEAST, TOTAL_LEAST, SCENARIOS = 3.5, 4.0, 3
"""Mastery: every critical skill and the whole at least so high, in so many scenarios."""
STEADY = 0.5
"""Less than this between two scores from 1 to 5 is about the same."""

Way = Literal["higher", "lower", "same"]


@dataclass(frozen=True, slots=True)
class Run:
    """One encounter that came to an ending: its scenario and its score.

    `helped` says that lines were suggested in it; `level` is how hard it was, `good` whether the
    ending is a good one.
    """

    scenario: str
    score: Score
    helped: bool = False
    level: str = USUAL
    good: bool = True


@dataclass(frozen=True, slots=True)
class Skill:
    """One skill over the runs that can tell it.

    `mean` (1 to 5) rests on the latest `runs` of them; it is None, and so are `first` and
    `latest`, when no run can. With a single run, `first` and `latest` are the same.
    """

    id: str
    mean: float | None = None
    runs: int = 0
    first: float | None = None
    latest: float | None = None
    told: int = 0
    """How many runs can tell it in all."""

    @property
    def critical(self) -> bool:
        return self.id in CRITICAL


@dataclass(frozen=True, slots=True)
class Progress:
    """`runs` is how many there are, `helped` in how many of them lines were suggested.

    Only the others can show mastery: `shown` are the scenarios in which one of them met every
    mark of it, in the order they were; `lacking` what the latest of them lacks: ids of critical
    skills, and `total`.
    """

    runs: int
    helped: int
    skills: tuple[Skill, ...]
    shown: tuple[str, ...]
    lacking: tuple[str, ...]

    @property
    def alone(self) -> int:
        """In how many runs no line was suggested."""
        return self.runs - self.helped

    @property
    def mastered(self) -> bool:
        return len(self.shown) >= SCENARIOS


def progress(runs: Sequence[Run]) -> Progress:
    """The progress over a person's runs, given oldest first."""
    skills = tuple(_skill(name, runs) for name in ITEMS)
    alone = [run for run in runs if not run.helped]
    shown = dict.fromkeys(run.scenario for run in alone if not any(lacking(run)))
    last = tuple(lacking(alone[-1])) if alone else ()
    return Progress(len(runs), len(runs) - len(alone), skills, tuple(shown), last)


def lacking(run: Run) -> Iterator[str]:
    """Which marks of mastery a run does not meet; what cannot be told is not met."""
    by_id = {one.id: one.score for one in run.score.items}
    for name in CRITICAL:
        if (by_id.get(name) or 0.0) < CRITICAL_LEAST:
            yield name
    if (run.score.total or 0.0) < TOTAL_LEAST:
        yield "total"
    if not run.good:
        yield "ending"


def way(first: float, latest: float) -> Way:
    """How the latest score stands to the first, in a word."""
    if abs(latest - first) < STEADY:
        return "same"
    return "higher" if latest > first else "lower"


def _skill(name: str, runs: Sequence[Run]) -> Skill:
    every = [
        one.score
        for run in runs
        for one in run.score.items
        if one.id == name and one.score is not None
    ]
    if not every:
        return Skill(name)
    lately = every[-LATELY:]
    mean = round(sum(lately) / len(lately), 1)
    return Skill(name, mean, len(lately), every[0], every[-1], len(every))
