"""Everything an author can be told about a file: numbered, with a place and what to do instead."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error keeps a scenario from being played; a warning or a hint does not."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One kind of problem; `template` becomes its message with `str.format`."""

    code: str
    severity: Severity
    template: str


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One problem at one place; lines and columns count from 1."""

    file: str
    line: int
    column: int
    code: str
    message: str
    severity: Severity

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column} {self.code} {self.message}"


class ScenarioError(ValueError):
    """A file or scenario that cannot be used, with every problem found, in order of place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def _table(severity: Severity, **templates: str) -> dict[str, Diagnostic]:
    return {code: Diagnostic(code, severity, text) for code, text in templates.items()}


DIAGNOSTICS: dict[str, Diagnostic] = {
    **_table(
        Severity.ERROR,
        D001="cannot be read as YAML: {why}",
        D002="{what} not allowed here; write the text out in full",
        D003="key `{key}` is here twice; the first is at line {line}, column {column}",
        D004="unknown key `{key}`{hint}",
        D005="missing key `{key}`",
        D006="`{key}` {why}",
        D007="cannot be opened: {why}",
        D008="is {size} KB; the limit is {limit} KB: move some of it to another scenario",
        D009="is not UTF-8 text; save it as UTF-8 in your editor",
        D010="invisible character {character}; delete it",
        D011="nested deeper than {limit} levels; check for a stray bracket or indentation",
        D012="tab at the start of a line; indent with spaces",
        D013="a second document starts here; keep one per file and delete the `---`",
        D014="no scenario `{name}`{hint}",
        D020="condition cannot be read: {why}",
        D021="unknown {kind} `{name}`{hint}",
        D022="unknown placeholder `{name}`{hint}",
        D023="nothing here can make `{term}` true: {why}",
        D024="deed `{deed}` is for {allowed} only, and this scenario is for {roles}",
        D030="missing words under `{parent}`: {names}",
        D031="no {kind} `{name}` in scenario.yaml for these words{hint}",
        D034="in mood {mood} nothing answers {families}; add them or a pool `any`",
        D035="missing a better line for harmful acts: {acts}",
        D040="`{when}` can never hold: {why}",
        D041="can never be reached: whenever it holds, the earlier ending `{earlier}` holds too",
        D042="no ending is good; mark at least one with `good: true`",
        D050="mood {mood} offers {count} suggestions, {helpful} helpful and {harmful} harmful; "
        "give at least 8, with 2 of each",
        D051="says nothing of when it was written or that it is a training aid; end it with both, "
        "as in the other scenarios",
        D053="`{{{name}}}` is shown before its name is drawn; write the text without it",
        D052="a good ending must not wait for a weapon (`{deed}`)",
    ),
    **_table(
        Severity.WARNING,
        D101="pool `{key}` has {count} sayings here and {other} in {lang}; even them out",
        D102="placeholders differ: {here} here, {there} in {lang}",
        D103="in mood {mood} the helpful suggestions are {percent} % longer than the harmful ones, "
        "which gives them away; shorten them",
        D104="saying of {length} characters; keep it under {limit} so that it fits a phone",
        D105="`{words}` claims too much; say what tends to happen",
        D106="`{words}` labels the person; describe what is seen or heard instead",
        D107="the same saying twice in this pool",
        D108="this saying is also at line {first}; reword one, or it may not be heard",
        D109="the lines of this pool are joined into one saying; start it with `|`",
        D110="one `*` without its pair; write actions as *action*",
        D111="a risk check has too little to ask about: {factors} factors{missing}, {checks} "
        "moments; give at least 6 factors, one under each heading, and 2 moments",
        D112="no `reminders`: a promise made to this person is never asked about",
        D115="no `misheard`: a feeling that is not there would be answered as if it were",
        D113="much the same question as in topic `{topic}`, line {first}; reword one of them",
        D114="a sentence of {words} words; split it so that none has more than {limit}",
    ),
    **_table(
        Severity.HINT,
        D201="`{text}`: in Canadian French, {rule}",
        D202="{count} of {lines} lines are still to write, this one first",
    ),
}
"""Errors from D001, warnings from D101, hints from D201; each has a page in diagnostics/."""


def problem(code: str, file: str, place: tuple[int, int], **parts: object) -> Problem:
    """A problem of the table at `place` (line, column)."""
    kind = DIAGNOSTICS[code]
    return Problem(file, *place, code, kind.template.format(**parts), kind.severity)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """`; did you mean ...?` when something close is known, else a short list, else nothing."""
    names = sorted(set(known))
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.6)
    if close:
        return f"; did you mean `{close[0]}`?"
    if 0 < len(names) <= _FEW:
        return f"; use one of {', '.join(names)}"
    return ""


_FEW = 10
