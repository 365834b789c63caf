"""Scores and dates as each language writes them."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal

_LOCALES = {"en": "en_CA", "fr": "fr_CA"}
CELLS = 5
_FULL, _EMPTY = "▰", "▱"


def day_in_words(day: date, lang: str) -> str:
    """November 30, 2026; 30 novembre 2026; 1er décembre 2026."""
    shown = format_date(day, format="long", locale=_LOCALES[lang])
    return shown.replace("1 ", "1er ", 1) if lang == "fr" and day.day == 1 else shown


def figure(score: float, lang: str) -> str:
    """A score with one decimal, or two where it has them: 3.5 and 3.96; 3,5 and 3,96."""
    return format_decimal(score, format="0.0#", locale=_LOCALES[lang])


def bar(score: float) -> str:
    """A score from 1 to 5 as five cells."""
    full = min(CELLS, max(0, round(score)))
    return _FULL * full + _EMPTY * (CELLS - full)
