"""The two languages side by side: plain words, function words, and which one is spoken."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from bot.understanding.english.plain import plain as plain_english
from bot.understanding.english.words import FUNCTION_WORDS as ENGLISH
from bot.understanding.french.plain import plain as plain_french
from bot.understanding.french.words import FUNCTION_WORDS as FRENCH

PLAIN: Mapping[str, Callable[[str], str]] = {"en": plain_english, "fr": plain_french}
FUNCTION_WORDS: Mapping[str, frozenset[str]] = {"en": ENGLISH, "fr": FRENCH}

_OTHER = {"en": "fr", "fr": "en"}
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 3
"""Words that must speak for the other language before it is believed: short ones mislead."""


def plain(text: str, lang: str) -> str:
    """The plain words of a clause in `lang`."""
    return PLAIN[lang](text)


def known(text: str, lang: str) -> int:
    """How many function words of `lang` the text holds."""
    words = _WORD.findall(PLAIN[lang](text))
    return sum(word in FUNCTION_WORDS[lang] for word in words)


def language_of(text: str, expected: str) -> str:
    """The expected language unless the clause is clearly in the other one."""
    other = _OTHER[expected]
    here, there = known(text, expected), known(text, other)
    return other if there >= _ENOUGH and there > 2 * here else expected
