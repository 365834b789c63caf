"""The picture in words: every curve's start, lowest, highest and end, and the moods."""

from __future__ import annotations

from collections.abc import Sequence

from bot.feedback.curves import Curves, mood_path
from bot.texts import counted, text
from state_machines.acts import VARIABLES

LONGEST = 900
_MOST_MOODS = 9


def caption(curves: Curves, lang: str) -> str:
    """The text equivalent of the picture, at most `LONGEST` characters."""
    lines = [counted(lang, "feedback.caption_turns", curves.turns)]
    lines += [_line(variable, curves[variable], lang) for variable in VARIABLES]
    if curves.moods:
        lines.append(text(lang, "feedback.caption_moods", path=moods(curves.moods, lang)))
    return "\n".join(lines)


def _line(variable: str, series: Sequence[float], lang: str) -> str:
    return text(
        lang,
        "feedback.caption_line",
        name=text(lang, f"feedback.{variable}"),
        start=round(series[0]),
        lowest=round(min(series)),
        highest=round(max(series)),
        end=round(series[-1]),
    )


def moods(path: Sequence[str], lang: str) -> str:
    """The moods in order; of a long path, the first and the last few."""
    names = [text(lang, f"feedback.mood_{mood}") for mood in mood_path(path)]
    if len(names) > _MOST_MOODS:
        names = [*names[: _MOST_MOODS // 2], "…", *names[-(_MOST_MOODS // 2) :]]
    return " → ".join(names)
