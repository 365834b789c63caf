"""Counts the small signs of form in a sentence, clipped so that no one sign outshouts the rest."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.understanding.english.cues import CUES as ENGLISH
from bot.understanding.french.cues import CUES as FRENCH

MOST = 2
"""A sign met more often counts no more (nlu.md 3.9: unclipped cues break on odd text)."""

NAMES = (*ENGLISH, "questions")
"""No length among them: good lines are often longer, and length must not pass for skill."""

_COMPILED: Mapping[str, tuple[re.Pattern[str], ...]] = {
    "en": tuple(re.compile(ENGLISH[name]) for name in ENGLISH),
    "fr": tuple(re.compile(FRENCH[name]) for name in ENGLISH),
}


def cues(plain: str, lang: str) -> list[float]:
    """One number from 0 to 1 for each of `NAMES`, from the plain words of a sentence."""
    counts = [min(len(found.findall(plain)), MOST) / MOST for found in _COMPILED[lang]]
    return [*counts, min(plain.count("?"), 4) / 4]
