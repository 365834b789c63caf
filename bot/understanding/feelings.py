"""Which feeling a sentence names, and how strongly it says so."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.understanding.english import feelings as english
from bot.understanding.french import feelings as french

MILD, STRONG = "mild", "strong"

VAGUE = "overwhelm"
"""The family of "a lot" and "too much", which gives way to any other feeling named."""

FAMILY_OF = {"en": english.family_of, "fr": french.family_of}
_NAMED: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(rf"\b{english.ALTERNATION}"),
    "fr": re.compile(rf"\b{french.ALTERNATION}\b"),
}
_BEFORE = r"(?:\w+ )?$"
_MILD = {
    "en": re.compile(rf"\b(?:a bit|a little|a touch|somewhat|slightly|kind of|sort of) {_BEFORE}"),
    "fr": re.compile(rf"\b(?:un peu|un brin|legerement|quelque peu|un petit peu) {_BEFORE}"),
}
_STRONG = {
    "en": re.compile(
        rf"\b(?:so|very|really|extremely|terribly|deeply|completely|totally|absolutely) {_BEFORE}"
    ),
    "fr": re.compile(
        rf"\b(?:tellement|tres|vraiment|extremement|ben|completement|totalement|bien) {_BEFORE}"
    ),
}
_FORCE = {
    "en": (frozenset(english.MILD.split("|")), frozenset(english.STRONG.split("|"))),
    "fr": (frozenset(french.MILD.split("|")), frozenset(french.STRONG.split("|"))),
}


def felt(plain: str, lang: str) -> tuple[str, str]:
    """The family of the feeling named in plain words, and `mild`, `strong` or nothing for how
    strongly; two empty strings when none is named."""
    every = list(_NAMED[lang].finditer(plain))
    if not every:
        return "", ""
    found = next((one for one in every if FAMILY_OF[lang](one.group()) != VAGUE), every[0])
    word, before = found.group(), plain[: found.start()]
    mild, strong = _FORCE[lang]
    if _MILD[lang].search(before) or _is_one(word, mild):
        return FAMILY_OF[lang](word), MILD
    if _STRONG[lang].search(before) or _is_one(word, strong):
        return FAMILY_OF[lang](word), STRONG
    return FAMILY_OF[lang](word), ""


def _is_one(word: str, known: frozenset[str]) -> bool:
    return any(word.removesuffix(ending) in known for ending in ("", "s", "e", "es"))
