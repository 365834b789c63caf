"""The picture of an encounter: four curves and the mood, made to be read on a phone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from resvg_py import svg_to_bytes

from bot.feedback import chart
from bot.feedback.chart import Mark, Scale
from bot.feedback.curves import Curves
from bot.feedback.lettering import lines
from bot.feedback.look import HATCHED, THEMES, Theme
from bot.feedback.palette import with_palette
from bot.texts import text

FONT = Path(__file__).parent / "fonts" / "OpenSans-Semibold.ttf"
FAMILY = "Open Sans"
MOST_BYTES = 60_000
"""A picture above this is drawn again with hard edges on its lines, which a phone hardly shows.
Quiet courses, such as subjects take, come nowhere near it."""


class FontError(OSError):
    """The font that comes with the product is missing or draws nothing."""


def picture(
    curves: Curves,
    marks: Sequence[Mark],
    ending_title: str,
    lang: str,
    theme: Theme = "light",
) -> bytes:
    """A PNG of 780 by 900 pixels, to be shown 390 wide; the same bytes for the same curves.

    Raises:
        FontError: the font is missing.
    """
    return small_enough(lambda edges: svg(curves, marks, ending_title, lang, theme, edges))


def small_enough(source: Callable[[str], str]) -> bytes:
    """The PNG of an SVG text that is made for a kind of edges: smooth ones, or hard if too large.

    Raises:
        FontError: the font is missing.
    """
    smooth = with_palette(_drawn(source("auto")))
    if len(smooth) <= MOST_BYTES:
        return smooth
    return with_palette(_drawn(source("crispEdges")))


def svg(
    curves: Curves,
    marks: Sequence[Mark],
    ending_title: str,
    lang: str,
    theme: Theme = "light",
    edges: str = "auto",
) -> str:
    """The same picture as SVG text."""
    title = lines(_printable(ending_title), chart.LARGE, chart.WIDTH - 2 * chart.MARGIN, 2)
    subtitle_y = 54 + 50 * len(title)
    scale = Scale(curves.turns, subtitle_y + 92.0)
    stretches = chart.bands(curves.moods, scale)
    return template("picture.svg").render(
        width=chart.WIDTH,
        height=chart.HEIGHT,
        large=chart.LARGE,
        small=chart.SMALL,
        margin=chart.MARGIN,
        left=chart.LEFT,
        right=chart.RIGHT,
        bottom=chart.BOTTOM,
        label_at=chart.LABEL_AT,
        band_top=chart.BAND[0],
        band_bottom=chart.BAND[1],
        family=FAMILY,
        edges=edges,
        look=THEMES[theme],
        hatched=HATCHED,
        title=title,
        subtitle=text(lang, "feedback.picture_better"),
        subtitle_y=subtitle_y,
        start=text(lang, "feedback.picture_start"),
        axis=text(lang, "feedback.picture_turn"),
        mood=text(lang, "feedback.picture_mood"),
        scale=scale,
        ticks=chart.ticks(scale),
        lines=chart.lines(curves, scale, lang),
        flags=chart.flags(marks, scale, lang),
        bands=stretches,
        labels=chart.labels(stretches, lang),
    )


def check_fonts() -> str:
    """One line saying that text can be drawn.

    Raises:
        FontError: the font is missing, or text leaves no trace.
    """
    empty = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"></svg>'
    if _drawn(empty.replace("><", '><text y="30">é</text><')) == _drawn(empty):
        raise FontError(f"the font {FONT.name} draws nothing; install again")
    return f"{FONT.name} draws text"


def _drawn(source: str) -> bytes:
    if not FONT.is_file():
        raise FontError(f"the font {FONT.name} is missing from {FONT.parent}; install again")
    return bytes(
        svg_to_bytes(
            svg_string=source,
            skip_system_fonts=True,
            font_files=[str(FONT)],
            font_family=FAMILY,
        )
    )


def _printable(title: str) -> str:
    """The title without characters that no SVG may hold."""
    return "".join(letter if letter.isprintable() else " " for letter in title)


@cache
def template(name: str) -> Template:
    """A picture's template, from this folder."""
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    ).get_template(name)
