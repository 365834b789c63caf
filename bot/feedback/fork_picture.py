"""The picture of two courses: a strip for each variable, as it was and with other words."""

from __future__ import annotations

from dataclasses import dataclass

from bot.feedback import chart, picture
from bot.feedback.chart import Scale
from bot.feedback.curves import Curves
from bot.feedback.look import THEMES, Theme
from bot.feedback.spreading import spread
from bot.texts import text
from state_machines.acts import VARIABLES

HEIGHT = 1040
_FIRST, _TALL, _PITCH = 266.0, 134.0, 190.0
"""Where the first strip begins, how tall each is, and from one to the next, in pixels."""
_LABEL_GAP = 32.0


@dataclass(frozen=True, slots=True)
class Course:
    """One course in a strip: its points, where it ends, and its label there."""

    points: str
    end: tuple[float, float]
    label: str
    label_y: float


@dataclass(frozen=True, slots=True)
class Strip:
    """One variable in both courses; `fork` is the last point that they share."""

    variable: str
    name: str
    top: float
    scale: Scale
    was: Course
    now: Course
    fork: tuple[float, float]


@dataclass(frozen=True, slots=True)
class StripScale(Scale):
    """Turns and values as pixels, in a strip of its own."""

    def y(self, value: float) -> float:
        """The place of a value, 0 to 100."""
        return round(self.top + _TALL * (1 - value / 100), 1)


def fork_picture(
    was: Curves, now: Curves, number: int, lang: str, title: str = "", theme: Theme = "light"
) -> bytes:
    """A PNG of 780 by 1040 pixels, to be shown 390 wide; the same bytes for the same curves.

    `number` is the turn, from 1, in which the two courses part; without a title it is said that
    other words were said in it.

    Raises:
        FontError: the font is missing.
    """
    return picture.small_enough(lambda edges: svg(was, now, number, lang, edges, title, theme))


def svg(
    was: Curves,
    now: Curves,
    number: int,
    lang: str,
    edges: str = "auto",
    title: str = "",
    theme: Theme = "light",
) -> str:
    """The same picture as SVG text."""
    found = strips(was, now, number, lang)
    return picture.template("fork.svg").render(
        width=chart.WIDTH,
        height=HEIGHT,
        large=chart.LARGE,
        small=chart.SMALL,
        margin=chart.MARGIN,
        left=chart.LEFT,
        right=chart.RIGHT,
        label_at=chart.LABEL_AT,
        tall=_TALL,
        family=picture.FAMILY,
        edges=edges,
        look=THEMES[theme],
        title=title or text(lang, "whatif.title_turn", turn=number),
        subtitle=text(lang, "feedback.picture_better"),
        as_it_was=text(lang, "whatif.legend_was"),
        this_time=text(lang, "whatif.legend_now"),
        parting=text(lang, "whatif.legend_turn", turn=number),
        start=text(lang, "feedback.picture_start"),
        axis=text(lang, "feedback.picture_turn"),
        number=number,
        ticks=chart.ticks(found[0].scale),
        strips=found,
    )


def strips(was: Curves, now: Curves, number: int, lang: str) -> tuple[Strip, ...]:
    """The four strips, one under the other, on the same scale of turns."""
    turns = max(was.turns, now.turns)
    return tuple(
        _strip(variable, was, now, number, lang, StripScale(turns, _FIRST + _PITCH * index))
        for index, variable in enumerate(VARIABLES)
    )


def _strip(variable: str, was: Curves, now: Curves, number: int, lang: str, scale: Scale) -> Strip:
    ends = (scale.y(was[variable][-1]), scale.y(now[variable][-1]))
    places = spread(ends, _LABEL_GAP, scale.top + 10, scale.top + _TALL - 4)
    fork = number - 1

    def course(name: str, series: tuple[float, ...], first: int, place: float) -> Course:
        at = [(scale.x(turn), scale.y(series[turn])) for turn in range(first, len(series))]
        label = text(lang, f"whatif.label_{name}", value=round(series[-1]))
        return Course(" ".join(f"{x},{y}" for x, y in at), at[-1], label, round(place, 1))

    return Strip(
        variable,
        text(lang, f"feedback.{variable}"),
        scale.top,
        scale,
        course("was", was[variable], 0, places[0]),
        course("now", now[variable], fork, places[1]),
        (scale.x(fork), scale.y(was[variable][fork])),
    )


def fork_caption(was: Curves, now: Curves, number: int, lang: str) -> str:
    """The text equivalent of the picture, in at most 900 characters."""
    lines = [text(lang, "whatif.caption_turns", was=was.turns, now=now.turns)]
    for variable in VARIABLES:
        before, after = was[variable], now[variable]
        lines.append(
            text(
                lang,
                "whatif.caption_line",
                name=text(lang, f"feedback.{variable}"),
                turn=number,
                before=round(before[number - 1]),
                was=round(before[number]),
                was_end=round(before[-1]),
                now=round(after[number]),
                now_end=round(after[-1]),
            )
        )
    return "\n".join(lines)
