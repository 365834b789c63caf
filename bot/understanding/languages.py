"""The two languages side by side: plain words, function words, and which one is spoken."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from bot.understanding.english.plain import SPELT_OUT as ENGLISH_SHORT
from bot.understanding.english.plain import plain as plain_english
from bot.understanding.english.words import FUNCTION_WORDS as ENGLISH
from bot.understanding.french.plain import SPELT_OUT as FRENCH_SHORT
from bot.understanding.french.plain import folded
from bot.understanding.french.plain import plain as plain_french
from bot.understanding.french.words import FUNCTION_WORDS as FRENCH

PLAIN: Mapping[str, Callable[[str], str]] = {"en": plain_english, "fr": plain_french}
SPELT_OUT: Mapping[str, Mapping[str, str]] = {"en": ENGLISH_SHORT, "fr": FRENCH_SHORT}
"""Short spellings of messages, and what `plain` makes of them."""
FUNCTION_WORDS: Mapping[str, frozenset[str]] = {"en": ENGLISH, "fr": FRENCH}

_OTHER = {"en": "fr", "fr": "en"}
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 3
"""Words that must speak for the other language before it is believed: short ones mislead."""


def plain(text: str, lang: str) -> str:
    """The plain words of a clause in `lang`."""
    return PLAIN[lang](text)


def language_of(text: str, expected: str) -> str:
    """The expected language unless the clause is clearly in the other one."""
    other, words = _OTHER[expected], _WORD.findall(folded(text))
    here, there = (
        sum(word in FUNCTION_WORDS[lang] for word in words) for lang in (expected, other)
    )
    return other if there >= _ENOUGH and there > 2 * here else expected
