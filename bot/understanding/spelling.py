"""Mends the spelling of what is typed, for reading only: a slip of the thumb changes no act."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.understanding.encoder import whole_words
from bot.understanding.french.plain import folded
from bot.understanding.lexicon import lexicon

SHORTEST = 4
"""Letters of the shortest word that is mended; shorter ones have too many neighbours."""

MOST = 12
"""Words mended in one clause. More strange words than that are no slip."""

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_LETTERS = "abcdefghijklmnopqrstuvwxyz'"
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
"""Keyboards are QWERTY in both languages here."""


def _beside() -> dict[str, str]:
    places = {key: (row, place) for row, keys in enumerate(_ROWS) for place, key in enumerate(keys)}
    return {
        key: "".join(
            other
            for other, (there, away) in places.items()
            if other != key and abs(there - row) <= 1 and abs(away - place) <= 1
        )
        for key, (row, place) in places.items()
    }


_BESIDE = _beside()
"""The keys around each key."""


def mended(text: str, lang: str) -> str:
    """The text with unknown words replaced by the known ones they are a slip away from.

    A slip is one letter missing, doubled, swapped or hit beside, or an accent or an apostrophe
    left out; endings are not slips. What is known stays as typed, capitals included, and names too.
    """
    left, loud = [MOST], text.isupper()

    def mend(found: re.Match[str]) -> str:
        word = found.group()
        if word[0].isupper() and not loud and found.start():
            return word
        return _mended(word, lang, left)

    return _WORD.sub(mend, text)


def _mended(word: str, lang: str, left: list[int]) -> str:
    known, low, plain = lexicon(lang), word.lower(), folded(word)
    if low in known.words:
        return word
    if plain in known.usual:
        return known.usual[plain][0]
    if low in whole_words():
        return word
    if "'" in word:
        return "'".join(_mended(part, lang, left) if part else "" for part in word.split("'"))
    if len(plain) < SHORTEST or not left[0]:
        return word
    left[0] -= 1
    near = (known.usual[one] for one in _slips(plain) if one in known.usual)
    return max(near, key=lambda usual: usual[1], default=(word, 0))[0]


def _slips(word: str) -> Iterator[str]:
    """Every word that a thumb may have meant by this one; endings are left as they are."""
    last = len(word) - 1
    for place, letter in enumerate(word):
        before, after = word[:place], word[place + 1 :]
        yield from (before + missed + letter + after for missed in _LETTERS)
        yield from (before + beside + after for beside in _BESIDE.get(letter, ""))
        if place < last:
            beside = _BESIDE.get(letter, "")
            yield before + after[0] + letter + after[1:]
            if letter == after[0] or after[0] in beside:
                yield before + after
