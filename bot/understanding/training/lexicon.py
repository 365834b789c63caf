"""The words that the training voices use, for mending the spelling of others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.understanding.finding import COMPILED
from bot.understanding.french.plain import folded
from bot.understanding.languages import FUNCTION_WORDS, SPELT_OUT
from bot.understanding.lexicon import FOLDER
from bot.understanding.names import KEPT
from bot.understanding.training.seeds import Row, rows_of
from dialogues.play import LANGS

LEAST = 2
"""Uses from which a word counts as known: what is typed once may itself be a slip."""

SMALL, NAMED = 0.15, 0.5
"""A name is used in small letters less than SMALL of the times, and at least NAMED of them with a
capital within a sentence or by itself before a mark."""
_NAMED = re.compile(
    r"(?:(?<=[a-zà-ÿ,] )|(?<=^)|(?<=[.!?] ))([A-ZÀ-Ý][a-zà-ÿ]+)(?=[,.!?])"
    r"|(?<=[a-zà-ÿ,] )([A-ZÀ-Ý][a-zà-ÿ]+)"
)

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


def words(rows: Sequence[Row], lang: str) -> Counter[str]:
    """How often each word is used by the training voices and by those they talk to; no names.

    What the rules' examples are spelt with is known besides.
    """
    said = [line for row in rows if row.lang == lang for line in (row.text, row.previous)]
    counted = Counter(word for line in said for word in _WORD.findall(line.lower()))
    for name in _names(said, counted):
        del counted[name]
    usual = Counter({word: often for word, often in counted.items() if often >= LEAST})
    ruled = " ".join(line for one in COMPILED[lang] for line in one.rule.examples)
    spelt = {word for word in _WORD.findall(ruled.replace("’", "'")) if word.islower()}
    known = {*FUNCTION_WORDS[lang], *SPELT_OUT[lang], *spelt}
    usual |= Counter(dict.fromkeys(known, 1))
    return usual


def _names(said: Sequence[str], counted: Mapping[str, int]) -> list[str]:
    """The words that are somebody's name: hardly ever small, and called or within a sentence."""
    small = Counter(word for line in said for word in _WORD.findall(line) if word.islower())
    named = Counter(
        word.lower() for line in said for pair in _NAMED.findall(line) for word in pair if word
    )
    return [
        word
        for word, often in named.items()
        if small[word] < counted[word] * SMALL and often >= counted[word] * NAMED
        if folded(word) not in KEPT
    ]


def write(rows: Sequence[Row], folder: Path = FOLDER) -> None:
    """Writes the words of each language, the commonest first; after seeds were added."""
    for lang in LANGS:
        lines = [f"{word} {often}" for word, often in sorted(
            words(rows, lang).items(), key=lambda pair: (-pair[1], pair[0]))]  # fmt: skip
        (folder / f"{lang}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(rows_of("train"))
