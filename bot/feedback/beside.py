"""A run beside the same person's earlier ones: the whole, and the skills that moved most.

Nobody else's run is ever looked at. A scenario, a level or suggested lines make runs unlike each
other, so it is always said what a run is beside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from statistics import fmean
from typing import TypeVar

from bot.feedback.debrief import Part
from bot.feedback.figures import figure
from bot.feedback.progress import STEADY, Run
from bot.feedback.rubric.items import ITEMS
from bot.feedback.rubric.score import Score
from bot.texts import counted, text

T = TypeVar("T")
MOST = 5
"""So many earlier runs are looked at."""
NAMED = 2
"""So many skills are named that are higher, and as many that are lower."""


@dataclass(frozen=True, slots=True)
class Group:
    """Earlier runs that are alike: of the same scenario or of others, with lines suggested or not.

    `total` is the mean of their totals, 1 to 5.
    """

    other: bool
    helped: bool
    runs: tuple[Run, ...]

    @property
    def total(self) -> float:
        return _mean([run.score.total for run in self.runs if run.score.total is not None])


@dataclass(frozen=True, slots=True)
class Shift:
    """One skill: the mean of earlier runs, and now; both 1 to 5 with one decimal."""

    skill: str
    then: float
    now: float

    @property
    def by(self) -> float:
        return round(self.now - self.then, 1)


def beside(now: Run, earlier: Sequence[Run], lang: str) -> Part:
    """The part of the debrief; `earlier` are the person's own runs that `nearest` chose."""
    return Part(text(lang, "beside.head"), tuple(_lines(now, groups(now, earlier), lang)))


def nearest(
    scenario: str,
    earlier: Iterable[T],
    *,
    scenario_of: Callable[[T], str],
    run_of: Callable[[T], Run | None],
) -> list[Run]:
    """At most `MOST` runs of those `earlier`, newest first, that can be told.

    Those of the same scenario come before others. `run_of` may give None for one that is to be
    left out; it is asked for no more than are needed.
    """
    near = sorted(earlier, key=lambda one: scenario_of(one) != scenario)
    runs = (run for one in near if (run := run_of(one)) and run.score.total is not None)
    return list(islice(runs, MOST))


def groups(now: Run, earlier: Sequence[Run]) -> tuple[Group, ...]:
    """The earlier runs in groups, those most like this one first."""

    def unlike(run: Run) -> tuple[bool, bool]:
        return run.scenario != now.scenario, run.helped != now.helped

    return tuple(
        Group(other, now.helped != differs, tuple(runs))
        for (other, differs), runs in groupby(sorted(earlier, key=unlike), key=unlike)
    )


def shifts(now: Score, then: Group) -> tuple[Shift, ...]:
    """The skills that both can tell and that moved noticeably, those that rose most first."""
    found = [
        Shift(name, _mean(before), round(score, 1))
        for name in ITEMS
        if (score := _of(now, name)) is not None
        and (before := [one for run in then.runs if (one := _of(run.score, name)) is not None])
    ]
    return tuple(
        sorted(
            (one for one in found if abs(one.by) >= STEADY), key=lambda one: one.by, reverse=True
        )
    )


def _of(score: Score, name: str) -> float | None:
    return next((one.score for one in score.items if one.id == name), None)


def _mean(scores: Sequence[float]) -> float:
    return round(fmean(scores), 1)


def _lines(now: Run, found: Sequence[Group], lang: str) -> Iterator[str]:
    if now.score.total is None:
        yield text(lang, "beside.untold")
        return
    if not found:
        yield text(lang, "beside.first")
        return
    yield text(lang, "beside.now", total=figure(round(now.score.total, 1), lang))
    nearest, *others = found
    yield _group(nearest, lang)
    yield from _moved(shifts(now.score, nearest), lang)
    for group in others:
        yield _group(group, lang)
    reasons = list(_unlike(now, found))
    if reasons:
        listed = ", ".join(text(lang, f"beside.unlike_{name}") for name in reasons)
        yield text(lang, "beside.rough", reasons=listed)


def _group(group: Group, lang: str) -> str:
    key = f"beside.{'other' if group.other else 'same'}{'_helped' if group.helped else ''}"
    return counted(lang, key, len(group.runs), total=figure(group.total, lang))


def _moved(moved: Sequence[Shift], lang: str) -> Iterator[str]:
    """The skills that rose most and those that fell most, or that none did."""
    higher = [one for one in moved if one.by > 0][:NAMED]
    lower = [one for one in reversed(moved) if one.by < 0][:NAMED]
    for name, these in (("higher", higher), ("lower", lower)):
        if these:
            told = "; ".join(_shift(one, lang) for one in these)
            yield text(lang, f"beside.{name}", skills=told)
    if not moved:
        yield text(lang, "beside.steady")


def _shift(one: Shift, lang: str) -> str:
    return text(
        lang,
        "beside.shift",
        name=text(lang, f"feedback.rubric_{one.skill}"),
        then=figure(one.then, lang),
        now=figure(one.now, lang),
    )


def _unlike(now: Run, found: Sequence[Group]) -> Iterator[str]:
    """What makes these runs unlike this one."""
    if any(group.other for group in found):
        yield "scenario"
    if any(run.level != now.level for group in found for run in group.runs):
        yield "level"
    if any(group.helped != now.helped for group in found):
        yield "help"
