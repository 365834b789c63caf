"""Checks that both languages are complete, say as much as each other and answer everything."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import cast

from dialogues.checks.names import placeholders
from dialogues.checks.sheet import Sheet
from dialogues.diagnostics import Problem, did_you_mean
from dialogues.play import LANGS
from dialogues.prepared import moods_of
from dialogues.reader import Keys
from dialogues.scenario import LEVELS, Where, Words
from dialogues.validation import dotted

_TURNS = ("rising", "easing")
_SCENARIO_KEYS = {
    "topics": "topic",
    "events": "event",
    "deeds": "deed",
    "endings": "ending",
    "factors": "factor",
}


def check(sheet: Sheet) -> Iterator[Problem]:
    """Missing and surplus words, unanswered acts, pools and placeholders that differ."""
    for lang in LANGS:
        yield from _complete(sheet, lang)
        yield from _surplus(sheet, lang)
        yield from _answered(sheet, lang)
        yield from _better(sheet, lang)
    yield from _same_keys(sheet)
    yield from _alike(sheet)


def _missing(sheet: Sheet, lang: str, parent: Keys, names: Iterable[str]) -> Iterator[Problem]:
    """One problem for all that a part of the words lacks."""
    listed = ", ".join(names)
    if listed:
        yield sheet.at_key("D030", lang, parent, parent=dotted(parent), names=listed)


def _complete(sheet: Sheet, lang: str) -> Iterator[Problem]:
    """Words for everything the scenario or the subject's machines can bring about."""
    needed: Mapping[str, Collection[str]] = {
        "cues": moods_of(sheet.scenario),
        "suggestions": moods_of(sheet.scenario),
        "beats": LEVELS,
        "turns": _TURNS,
        **{group: getattr(sheet.scenario, group) for group in _SCENARIO_KEYS},
    }
    for group, names in needed.items():
        have = getattr(sheet.words[lang], group)
        lacking = [name for name in names if name not in have]
        yield from _missing(sheet, lang, (group,), lacking)


def _surplus(sheet: Sheet, lang: str) -> Iterator[Problem]:
    for group, kind in _SCENARIO_KEYS.items():
        known = getattr(sheet.scenario, group)
        for name in getattr(sheet.words[lang], group):
            if name not in known:
                hint = did_you_mean(name, known)
                yield sheet.at_key("D031", lang, (group, name), kind=kind, name=name, hint=hint)
    moods = moods_of(sheet.scenario)
    for group in ("cues", "suggestions", "replies", "silence", "turns"):
        for mood in getattr(sheet.words[lang], group):
            if mood not in (*moods, *_TURNS, "any"):
                hint = did_you_mean(mood, moods)
                yield sheet.at_key("D031", lang, (group, mood), kind="mood", name=mood, hint=hint)


def _answered(sheet: Sheet, lang: str) -> Iterator[Problem]:
    """In every mood, every family of acts gets a reaction, and silence one too."""
    words = sheet.words[lang]
    for mood in moods_of(sheet.scenario):
        here = {key for where in ("any", mood) for key in words.replies.get(cast(Where, where), {})}
        open_families = sorted(
            family
            for family in sheet.families
            if not {"any", family} & here and not _acts(sheet, family) <= here
        )
        if open_families:
            keys = ("replies", mood)
            families = ", ".join(open_families)
            yield sheet.at_key("D034", lang, keys, mood=mood, families=families)
        if not {"any", mood} & set(words.silence):
            yield sheet.at_key("D034", lang, ("silence",), mood=mood, families="silence")


def _acts(sheet: Sheet, family: str) -> set[str]:
    return {act.id for act in sheet.catalogue.acts.values() if act.family == family}


def _better(sheet: Sheet, lang: str) -> Iterator[Problem]:
    lacking = sorted(sheet.harmful - set(sheet.words[lang].better))
    if lacking:
        yield sheet.at_key("D035", lang, ("better",), acts=", ".join(lacking))


def _same_keys(sheet: Sheet) -> Iterator[Problem]:
    """What one language answers or explains, the other does too."""
    optional = {lang: _optional(sheet.words[lang]) for lang in LANGS}
    for lang, other in (LANGS, LANGS[::-1]):
        for parent, names in optional[other].items():
            lacking = [name for name in names if name not in optional[lang].get(parent, ())]
            yield from _missing(sheet, lang, parent, lacking)


def _optional(words: Words) -> dict[Keys, Collection[str]]:
    return {
        **{("replies", mood): tuple(blocks) for mood, blocks in words.replies.items()},
        ("silence",): tuple(words.silence),
        ("felt",): tuple(words.felt),
        ("reminders",): tuple(words.reminders),
        ("turns",): tuple(words.turns),
    }


def _alike(sheet: Sheet) -> Iterator[Problem]:
    """The shorter of two unequal pools, and placeholders that only one language uses."""
    count: dict[tuple[str, Keys], int] = {}
    used: dict[tuple[str, Keys], frozenset[str]] = {}
    for line in sheet.lines:
        keys = line.keys[:2] if line.keys[0] == "suggestions" else line.keys
        count[line.lang, keys] = count.get((line.lang, keys), 0) + 1
        used[line.lang, keys] = used.get((line.lang, keys), frozenset()) | placeholders(line.text)
    for (lang, keys), size in count.items():
        other = LANGS[1 - LANGS.index(lang)]
        key = ".".join(map(str, keys))
        theirs = count.get((other, keys), size)
        if size * 2 < theirs:
            yield sheet.at_key("D101", lang, keys, key=key, count=size, other=theirs, lang=other)
        there = used.get((other, keys), used[lang, keys])
        if lang == LANGS[1] and used[lang, keys] != there:
            here = _listed(used[lang, keys])
            yield sheet.at_key("D102", lang, keys, here=here, there=_listed(there), lang=other)


def _listed(names: frozenset[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "none"
