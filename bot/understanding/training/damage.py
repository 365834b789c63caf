"""Damaged copies of a line, as phones and haste damage it; always the same for the same line."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from random import Random

from bot.understanding.french.plain import folded

TYPOS = 0.06
"""Share of letters hit in `typos`, about one word in four; of words in `slips`."""

_NEAR = {
    **dict(zip("qwertyuiop", "wertyuiopo", strict=True)),
    **dict(zip("asdfghjkl", "sdfghjklk", strict=True)),
    **dict(zip("zxcvbnm", "xcvbnmn", strict=True)),
}
_MARKS = re.compile(r"[^\w\s']|_")
_SPACES = re.compile(r"\s+")
_SLANG = {
    "en": {"you": "u", "are": "r", "your": "ur", "because": "cuz", "please": "pls",
           "want to": "wanna", "going to": "gonna", "got to": "gotta", "okay": "k",
           "people": "ppl", "though": "tho", "let me": "lemme", "kind of": "kinda"},
    "fr": {"je suis": "chu", "tu es": "t'es", "s'il vous plaît": "svp", "s'il te plaît": "stp",
           "parce que": "pcq", "puis": "pis", "c'est": "cest", "qu'est-ce que": "kesse",
           "toujours": "tjrs", "tout": "tt", "vous": "vs", "quand": "qd", "pour": "pr"},
}  # fmt: skip


def typos(text: str, lang: str, chance: Random) -> str:
    """Six letters in a hundred dropped, doubled, swapped or hit beside."""
    out, index = [], 0
    while index < len(text):
        char = text[index]
        if char.isalpha() and chance.random() < TYPOS:
            kind = chance.randrange(4)
            following = text[index + 1 : index + 2]
            if kind == 0:
                char = ""
            elif kind == 1:
                char *= 2
            elif kind == 2 and following.isalpha():
                char, index = following + char, index + 1
            else:
                char = _NEAR.get(char.lower(), char)
        out.append(char)
        index += 1
    return "".join(out)


def slips(text: str, lang: str, chance: Random) -> str:
    """Six words in a hundred with one letter wrong, as a careful thumb types."""
    return " ".join(
        _slipped(word, chance) if chance.random() < TYPOS else word for word in text.split(" ")
    )


def _slipped(word: str, chance: Random) -> str:
    if len(word) < 2:
        return word
    place = chance.randrange(len(word))
    return word[:place] + _hit(word[place], chance) + word[place + 1 :]


def _hit(letter: str, chance: Random) -> str:
    """What one letter becomes: nothing, itself twice, or the key beside."""
    return chance.choice(["", letter * 2, _NEAR.get(letter.lower(), letter)])


def unpunctuated(text: str, lang: str, chance: Random) -> str:
    """Lower case, no marks; apostrophes stay."""
    return _SPACES.sub(" ", _MARKS.sub(" ", text.lower())).strip()


def bare(text: str, lang: str, chance: Random) -> str:
    """Lower case, no marks, no apostrophes, no accents."""
    gap = "" if lang == "en" else chance.choice(["", " "])
    return folded(unpunctuated(text, lang, chance).replace("'", gap).replace("’", gap))


def capitals(text: str, lang: str, chance: Random) -> str:
    """ALL CAPS."""
    return text.upper()


def slang(text: str, lang: str, chance: Random) -> str:
    """The short spellings of messages."""
    low = text.lower()
    for said, short in _SLANG[lang].items():
        low = re.sub(rf"\b{said}\b", short, low)
    return low


DAMAGES: Mapping[str, Callable[[str, str, Random], str]] = {
    "typos": typos,
    "slips": slips,
    "unpunctuated": unpunctuated,
    "bare": bare,
    "capitals": capitals,
    "slang": slang,
}


def damaged(text: str, lang: str, kind: str, draw: int = 0) -> str:
    """`text` with one kind of damage; the same text and draw are always damaged the same way."""
    seed = f"{kind}:{text}" if not draw else f"{kind} {draw}:{text}"
    return DAMAGES[kind](text, lang, Random(seed))  # noqa: S311 - not a secret
