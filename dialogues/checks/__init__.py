"""Looks a whole scenario over and tells everything that is wrong or could be better, at once."""

from __future__ import annotations

from dialogues.checks import languages, names, reach, substance, suggestions, texts
from dialogues.checks.sheet import make_sheet
from dialogues.diagnostics import Problem
from dialogues.play import Play

_CHECKS = (
    names.check,
    languages.check,
    reach.check,
    suggestions.check,
    texts.check,
    substance.check,
)


def lint(play: Play) -> tuple[Problem, ...]:
    """Every problem of a play, in order of place; places are exact when it has its source."""
    sheet = make_sheet(play)
    found = {problem for check in _CHECKS for problem in check(sheet)}
    return tuple(sorted(found))
