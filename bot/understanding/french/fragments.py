"""Pieces that French patterns share."""

from __future__ import annotations

from bot.understanding.french.feelings import ALTERNATION

FRAGMENTS = {
    "feeling": f"(?P<feeling>{ALTERNATION})",
    "feels": ALTERNATION,
}
