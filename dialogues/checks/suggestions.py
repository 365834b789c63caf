"""Checks that the lines offered in learn mode are many enough and do not give the answer away."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import fmean

from dialogues.checks.sheet import Sheet
from dialogues.diagnostics import Problem
from dialogues.play import LANGS
from dialogues.scenario import Suggestion

FEWEST, FEWEST_OF_A_KIND = 8, 2
LONGER = 1.15
"""Helpful lines longer than this against harmful ones give themselves away (peers.md S17)."""


def check(sheet: Sheet) -> Iterator[Problem]:
    """Menus that are too small, or whose longest lines are the right ones."""
    for lang in LANGS:
        for mood, offered in sheet.words[lang].suggestions.items():
            yield from _menu(sheet, lang, mood, offered)


def _menu(sheet: Sheet, lang: str, mood: str, offered: list[Suggestion]) -> Iterator[Problem]:
    harmful = [len(each.say) for each in offered if sheet.harmful & set(each.acts)]
    helpful = [len(each.say) for each in offered if not sheet.harmful & set(each.acts)]
    keys = ("suggestions", mood)
    if len(offered) < FEWEST or min(len(harmful), len(helpful)) < FEWEST_OF_A_KIND:
        yield sheet.at_key(
            "D050",
            lang,
            keys,
            mood=mood,
            count=len(offered),
            helpful=len(helpful),
            harmful=len(harmful),
        )
    if harmful and helpful and fmean(helpful) > LONGER * fmean(harmful):
        percent = round(100 * (fmean(helpful) / fmean(harmful) - 1))
        yield sheet.at_key("D103", lang, keys, mood=mood, percent=percent)
