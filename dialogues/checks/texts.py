"""Checks each line of words: length, repetition, claims, labels, actions and typography."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

from dialogues.checks.sheet import Line, Sheet
from dialogues.diagnostics import Problem
from dialogues.play import LANGS
from dialogues.reader import Keys, read
from dialogues.scenario import Part
from dialogues.validation import validated

LONGEST = 300
"""Characters of one saying; more fills a phone's screen."""

_POOLS = (
    "opening",
    "opening_cue",
    "replies",
    "beats",
    "cues",
    "turns",
    "silence",
    "puzzled",
    "repeated",
    "misheard",
    "reminders",
    "topics",
    "deeds",
)
_SPOKEN = (
    "opening",
    "replies",
    "beats",
    "silence",
    "puzzled",
    "repeated",
    "misheard",
    "reminders",
    "felt",
    "suggestions",
)
"""The subject's voice, which may be rude, and lines to choose from, which may be wrong."""
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")


class Wording(Part):
    """wording.yaml: words to warn about, by language."""

    absolute: dict[str, list[str]]
    stigma: dict[str, list[str]]


@lru_cache(maxsize=1)
def _patterns() -> dict[tuple[str, str], re.Pattern[str]]:
    wording = validated(Wording, read(Path(__file__).parent.parent / "wording.yaml"))
    lists = {"D105": wording.absolute, "D106": wording.stigma}
    return {
        (code, lang): re.compile(rf"(?<!\w)(?:{'|'.join(map(_pattern, words[lang]))})(?!\w)", re.I)
        for code, words in lists.items()
        for lang in LANGS
    }


def _pattern(words: str) -> str:
    return re.escape(words).replace(r"\*", r"\w*").replace("'", "['’]")


def check(sheet: Sheet) -> Iterator[Problem]:
    """Every problem that one line, or two lines together, can have."""
    for line in sheet.lines:
        for each in _EACH:
            yield from each(sheet, line)
    yield from _repeated(sheet)
    yield from _joined(sheet)


def _long(sheet: Sheet, line: Line) -> Iterator[Problem]:
    if line.keys[0] in (*_POOLS, "events") and len(line.text) > LONGEST:
        yield sheet.at_line("D104", line, length=len(line.text), limit=LONGEST)


def _unwise(sheet: Sheet, line: Line) -> Iterator[Problem]:
    """Claims and labels in the author's own voice, outside quotation marks."""
    answer = line.keys[0] in ("topics", "endings") and line.keys[-1] not in ("title", "text")
    if line.keys[0] in _SPOKEN or answer:
        return
    own = _QUOTED.sub("", line.text)
    for code in ("D105", "D106"):
        for found in _patterns()[code, line.lang].finditer(own):
            yield sheet.at_line(code, line, words=found.group())


def _unpaired(sheet: Sheet, line: Line) -> Iterator[Problem]:
    if line.text.count("*") % 2:
        yield sheet.at_line("D110", line)


_FRENCH = (
    (re.compile(r"\w*\s[?!;]"), "no space stands before ? ! ;"),
    (re.compile(r"\w*[^\s\d]:(?=\s|$)"), "a space stands before :"),
    (re.compile(r"«\S+"), "a space follows «"),
    (re.compile(r"\S+»"), "a space stands before »"),
)
"""Spacing of punctuation after the Office québécois de la langue française; an ordinary space
will do, since authors can hardly type another."""


def _french(sheet: Sheet, line: Line) -> Iterator[Problem]:
    if line.lang == "fr":
        for pattern, rule in _FRENCH:
            found = pattern.search(line.text)
            if found:
                yield sheet.at_line("D201", line, text=found.group(), rule=rule)


_EACH: tuple[Callable[[Sheet, Line], Iterator[Problem]], ...] = (_long, _unwise, _unpaired, _french)


def _repeated(sheet: Sheet) -> Iterator[Problem]:
    """A saying heard twice: in its own pool, or in another one of the same language."""
    first: dict[tuple[str, Keys, str], Line] = {}
    for line in sheet.lines:
        group = str(line.keys[0])
        where = line.keys[:2] if group == "suggestions" else ()
        if group not in _POOLS and not (where and line.keys[-1] == "say"):
            continue
        before = first.setdefault((line.lang, where, line.text.casefold()), line)
        if before is line:
            continue
        if where or before.keys == line.keys:
            yield sheet.at_line("D107", line)
        else:
            yield sheet.at_line("D108", line, first=before.place[0])


def _joined(sheet: Sheet) -> Iterator[Problem]:
    for lang in LANGS:
        for keys in sorted(sheet.documents[lang].joined, key=str):
            if keys and keys[0] in _POOLS:
                yield sheet.at_value("D109", lang, keys)
