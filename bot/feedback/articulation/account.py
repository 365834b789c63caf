"""The account as it is read: its parts, its sentences, and what stands in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from unicodedata import combining, normalize

PARTS = ("before", "during", "after")
MOST = 3_000
"""Characters in one part."""
SPOKEN = "§"
"""Stands for each quotation in `Sentence.plain`."""

_QUOTE = re.compile(
    r"«[^»\n]{1,600}»|“[^”\n]{1,600}”|\"[^\"\n]{1,600}\""
    r"|(?<!\w)'(?:[^'\n]|(?<=\w)'(?=\w)){2,600}'(?!\w)"
)
_END = re.compile(r"[.!?…]+(?:\s?[»”\"'])?(?=\s|$)|\n+")
_SHORT = re.compile(r"(?<!\w)(?:Mr|Mrs|Ms|Dr|Dre|MM?|Mme|Mlle|Ste?|Sgt|Cst|approx|env|[A-HJ-Z])$")
_HALF_DAY = re.compile(r"(?<!\w)[ap]\.?m$", re.IGNORECASE)
_COLON = re.compile(
    r"(\b(?:said|say|asked|told \w+|answered|replied|dit|demandé|répondu|expliqué|disant)\s*:)"
    r"\s+\S.*",
    re.IGNORECASE | re.DOTALL,
)
_TITLE = re.compile(r"(?<!\w)(mr|mrs|ms|dr|dre|m|mme|mlle)\.")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: as it was written, and `plain`, folded and with `SPOKEN` for each quotation."""

    part: str
    text: str
    plain: str


def sentences(account: Mapping[str, str]) -> tuple[Sentence, ...]:
    """Every sentence of the account in order; parts that were skipped have none."""
    return tuple(
        Sentence(part, one, _plain(one)) for part in PARTS for one in split(account.get(part, ""))
    )


def split(words: str) -> list[str]:
    """The sentences of a text; what is quoted is never cut in two."""
    words = words.replace("’", "'").replace("‘", "'")
    quotes = [found.span() for found in _QUOTE.finditer(words)]
    found, start = [], 0
    for end in _cuts(words, quotes):
        found.append(" ".join(words[start:end].split()))
        start = end
    found.append(" ".join(words[start:].split()))
    return [one for one in found if any(char.isalnum() for char in one)]


def _cuts(words: str, quotes: list[tuple[int, int]]) -> Iterator[int]:
    for found in _END.finditer(words):
        inside = any(start < found.start() and found.end() < end for start, end in quotes)
        if not inside and ("\n" in found[0] or _ends(words, found)):
            yield found.end()


def _ends(words: str, found: re.Match[str]) -> bool:
    """Whether a full stop, or what looks like one, ends a sentence."""
    before, after = words[: found.start()], words[found.end() :].lstrip()[:1]
    if _SHORT.search(before):
        return False
    goes_on = found[0] not in (".", "!", "?") or _HALF_DAY.search(before)
    return not (goes_on and after.islower())


def fold(words: str) -> str:
    """The words in small letters without accents, on one line."""
    flat = normalize("NFKD", words.replace("’", "'").replace("œ", "oe").replace("Œ", "oe"))
    return " ".join("".join(char for char in flat if not combining(char)).lower().split())


def _plain(sentence: str) -> str:
    silent = _QUOTE.sub(f" {SPOKEN} ", sentence)
    if SPOKEN not in silent:
        silent = _COLON.sub(rf"\1 {SPOKEN} ", silent)
    return _TITLE.sub(r"\1", fold(silent))


def unquoted(words: str) -> str:
    """The text without what stands in quotation marks."""
    return _QUOTE.sub(" ", words.replace("’", "'").replace("‘", "'"))
