"""The picture's colours in light and dark, and the strokes that tell lines apart without them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Theme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Stroke:
    """How one variable's line is drawn: width in pixels, dashes, and the shape of its markers."""

    width: float
    dashes: str
    marker: str


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme; `lines` by variable, `moods` from pale to strong as they grow worse."""

    ground: str
    ink: str
    quiet: str
    grid: str
    lines: Mapping[str, str]
    moods: Mapping[str, str]


STROKES: Mapping[str, Stroke] = {
    "arousal": Stroke(6, "none", "square"),
    "fear": Stroke(5, "20 10", "triangle"),
    "trust": Stroke(8, "none", "circle"),
    "hopelessness": Stroke(6, "1 14", "diamond"),
}

HATCHED = frozenset({"withdrawn", "frightened", "despairing"})
"""Moods that stand beside the ladder of tension; their stretch of the band is striped."""

LIGHT = Colours(
    ground="#ffffff",
    ink="#222222",
    quiet="#5c5c5c",
    grid="#e2e2e2",
    lines={
        "arousal": "#c2410c",
        "fear": "#7e22ce",
        "trust": "#0369a1",
        "hopelessness": "#4d4d4d",
    },
    moods={
        "settled": "#dcefe3",
        "uneasy": "#f3e3a6",
        "agitated": "#f2b66d",
        "hostile": "#d9693f",
        "assaultive": "#8f1d1d",
        "withdrawn": "#b9c4d4",
        "frightened": "#c9a7e6",
        "despairing": "#6b7a90",
    },
)

DARK = Colours(
    ground="#1c1c1c",
    ink="#f4f4f4",
    quiet="#b2b2b2",
    grid="#3c3c3c",
    lines={
        "arousal": "#fb923c",
        "fear": "#d8a3fb",
        "trust": "#4cc2f5",
        "hopelessness": "#c4c4c4",
    },
    moods={
        "settled": "#2c4a3b",
        "uneasy": "#5d5420",
        "agitated": "#96601f",
        "hostile": "#cf5a2e",
        "assaultive": "#ff6b5e",
        "withdrawn": "#4a5768",
        "frightened": "#7a5a99",
        "despairing": "#8292a8",
    },
)

THEMES: Mapping[Theme, Colours] = {"light": LIGHT, "dark": DARK}
