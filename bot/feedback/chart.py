"""The measures of the picture: where every line, label, mark and band goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from bot.feedback.curves import Curves
from bot.feedback.lettering import width
from bot.feedback.look import STROKES, Stroke
from bot.feedback.spreading import rows, spread
from bot.texts import text
from state_machines.acts import VARIABLES

WIDTH, HEIGHT = 780, 900
"""Pixels; shown at half of it on a phone, so that nothing is written smaller than `SMALL`."""
LARGE, SMALL = 42, 24
LEFT, RIGHT, BOTTOM = 70.0, 500.0, 630.0
MARGIN = 36.0
LABEL_GAP = 36.0
LABEL_AT = 44.0
"""From the end of the lines to their labels."""
BAND = (690.0, 728.0)
_MARKERS, _TICKS = 8, 7
"""About how many markers a line carries, and how many turns the axis names."""
_STEPS = (1, 2, 5, 10, 20, 50, 100)
_CIRCLE = 22.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A turning point in the picture: its number in the debrief, its turn, its direction."""

    number: int
    turn: int
    helped: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """Turns and values as pixels."""

    turns: int
    top: float

    def x(self, turn: float) -> float:
        """The place of a turn; 0 is the start."""
        return round(LEFT + (RIGHT - LEFT) * turn / max(1, self.turns), 1)

    def y(self, value: float) -> float:
        """The place of a value, 0 to 100."""
        return round(BOTTOM - (BOTTOM - self.top) * value / 100, 1)


@dataclass(frozen=True, slots=True)
class Line:
    """One variable's line with its markers, its end and its label."""

    variable: str
    points: str
    markers: tuple[tuple[float, float], ...]
    end: tuple[float, float]
    label: str
    label_y: float
    stroke: Stroke


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of turns in one mood."""

    mood: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Label:
    """A mood's name under its stretch; `tick` is where the stretch is."""

    text: str
    left: float
    row: int
    tick: float


@dataclass(frozen=True, slots=True)
class Flag:
    """A turning point: the turn it stands at, its circle and its line in the key."""

    number: int
    x: float
    circle: float
    helped: bool
    key: str


def lines(curves: Curves, scale: Scale, lang: str) -> tuple[Line, ...]:
    """The four lines; their labels keep clear of one another."""
    ends = [scale.y(curves[variable][-1]) for variable in VARIABLES]
    places = spread(ends, LABEL_GAP, scale.top + 10, BOTTOM - 6)
    every = max(1, ceil(curves.turns / _MARKERS))
    found = []
    for index, variable in enumerate(VARIABLES):
        series = curves[variable]
        at = [(scale.x(turn), scale.y(value)) for turn, value in enumerate(series)]
        found.append(
            Line(
                variable,
                " ".join(f"{x},{y}" for x, y in at),
                tuple(at[:-1][::every]),
                at[-1],
                f"{text(lang, f'feedback.{variable}')} {series[-1]:.0f}",
                round(places[index], 1),
                STROKES[variable],
            )
        )
    return tuple(found)


def ticks(scale: Scale) -> tuple[int, ...]:
    """The turns that the axis names; the start is named apart."""
    step = next(step for step in _STEPS if scale.turns / step <= _TICKS or step == _STEPS[-1])
    return tuple(range(step, scale.turns + 1, step))


def bands(moods: Sequence[str], scale: Scale) -> tuple[Band, ...]:
    """The stretches of the mood band: a turn's mood covers the way to that turn."""
    found: list[Band] = []
    for turn, mood in enumerate(moods, start=1):
        if found and found[-1].mood == mood:
            found[-1] = Band(mood, found[-1].left, scale.x(turn))
        else:
            found.append(Band(mood, scale.x(turn - 1), scale.x(turn)))
    return tuple(found)


def labels(stretches: Sequence[Band], lang: str) -> tuple[Label, ...]:
    """Names under the band: each mood's longest stretch first, then others while there is room."""
    order = sorted(_by_need(stretches), key=lambda item: (item[0], item[1].left))
    served = [band for _, band in order]
    names = [text(lang, f"feedback.mood_{band.mood}") for band in served]
    wanted = [
        ((band.left + band.right) / 2, width(name, SMALL))
        for band, name in zip(served, names, strict=True)
    ]
    placed = rows(wanted, 2, 12, MARGIN, WIDTH - MARGIN)
    return tuple(
        Label(name, round(place[1], 1), place[0], round(centre, 1))
        for name, (centre, _), place in zip(names, wanted, placed, strict=True)
        if place
    )


def _by_need(stretches: Sequence[Band]) -> Iterator[tuple[int, Band]]:
    """Each stretch with how many longer ones of the same mood there are."""
    for band in stretches:
        same = [other for other in stretches if other.mood == band.mood]
        same.sort(key=lambda other: other.left - other.right)
        yield same.index(band), band


def flags(marks: Sequence[Mark], scale: Scale, lang: str) -> tuple[Flag, ...]:
    """The turning points; circles of neighbouring turns stand side by side."""
    at = [scale.x(mark.turn) for mark in marks]
    places = spread(at, 2 * _CIRCLE + 6, LEFT, RIGHT)
    return tuple(
        Flag(
            mark.number,
            x,
            round(circle, 1),
            mark.helped,
            text(lang, f"feedback.mark_{'helped' if mark.helped else 'hurt'}", turn=mark.turn),
        )
        for mark, x, circle in zip(marks, at, places, strict=True)
    )
