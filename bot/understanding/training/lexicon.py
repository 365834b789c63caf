"""The words that the training voices use, for mending the spelling of others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bot.understanding.languages import FUNCTION_WORDS, SPELT_OUT
from bot.understanding.lexicon import FOLDER
from bot.understanding.training.seeds import Row, rows_of
from dialogues.play import LANGS

LEAST = 2
"""Uses from which a word counts as known: what is typed once may itself be a slip."""

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


def words(rows: Sequence[Row], lang: str) -> Counter[str]:
    """How often each word is used by the training voices and by those they talk to."""
    counted: Counter[str] = Counter()
    for row in rows:
        if row.lang == lang:
            counted.update(_WORD.findall(f"{row.text} {row.previous}".lower()))
    usual = Counter({word: often for word, often in counted.items() if often >= LEAST})
    known = {*FUNCTION_WORDS[lang], *SPELT_OUT[lang]}
    return usual | Counter(dict.fromkeys(known, 1))


def write(rows: Sequence[Row], folder: Path = FOLDER) -> None:
    """Writes the words of each language, the commonest first; after seeds were added."""
    for lang in LANGS:
        lines = [f"{word} {often}" for word, often in sorted(
            words(rows, lang).items(), key=lambda pair: (-pair[1], pair[0]))]  # fmt: skip
        (folder / f"{lang}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(rows_of("train"))
