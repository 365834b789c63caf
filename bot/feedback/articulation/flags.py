"""What an account says without ground: conclusions without facts, claims, what came later."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.feedback.articulation.account import Sentence, fold
from bot.feedback.articulation.lexicon import Lexicon
from bot.feedback.articulation.marking import Marked, is_somebody_else
from bot.feedback.articulation.record import PROOFS, Record, shows, stems

Kind = Literal["conclusion", "absent", "later"]
FACTS = ("act", "their_quote", "distance")
"""What an observer could have seen, heard or measured."""
_CLAUSE = re.compile(
    r"[,;:()—–]|(?<!\w)(?:but|then|and (?:i|we)|mais|puis|ensuite|et (?:je|j'))(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Flag:
    """A sentence to look at again, and what in it: a conclusion's word, a claim, or a fact's."""

    kind: Kind
    what: str
    sentence: str


def conclusions(account: Sequence[Marked], words: Lexicon) -> Iterator[Flag]:
    """Conclusions with no observable fact in their own sentence or in the next one.

    The sentence before does not count: it tells what was there before somebody "became" so.
    """
    for at, one in enumerate(account):
        near = [near for near in account[at : at + 2] if near.sentence.part == one.sentence.part]
        if any(shown.has(*FACTS) for shown in near):
            continue
        plain = one.sentence.plain
        found = [
            _quoted_from(one.sentence.text, hit[0])
            for hit in words.conclusions.finditer(plain)
            if not _before(words.not_concluded, plain, hit.start())
        ]
        if found:
            yield Flag("conclusion", ", ".join(dict.fromkeys(found)), one.sentence.text)


def _quoted_from(sentence: str, found: str) -> str:
    """What was found in the folded sentence, as it was written."""
    words, size = sentence.split(), len(found.split())
    spans = (" ".join(words[at : at + size]) for at in range(len(words)))
    written = (re.sub(r"^[^\w]+|[^\w]+$", "", span) for span in spans)
    return next((span for span in written if fold(span) == found), found)


def absent(account: Sequence[Sentence], found: Record, words: Lexicon) -> Iterator[Flag]:
    """What is said to have been done or asked and is in no turn; each claim of a sentence once."""
    for one in account:
        for claim in dict.fromkeys(_claims(one, words)):
            later = PROOFS[claim].later and one.part == "after"
            if not later and not shows(found, claim):
                yield Flag("absent", claim, one.text)


def _claims(one: Sentence, words: Lexicon) -> Iterator[str]:
    for claim, pattern in words.claims.items():
        for hit in pattern.finditer(one.plain):
            denied = _before(words.not_claimed, one.plain, hit.start())
            if not denied and not is_somebody_else(one.plain, hit.start(), words):
                yield claim
    for claim, pattern in words.done_claims.items():
        for hit in pattern.finditer(one.plain):
            if not _before(words.not_claimed, one.plain, hit.start()):
                yield claim


def _before(pattern: re.Pattern[str], plain: str, at: int) -> bool:
    """Whether this stands earlier in the same clause."""
    start = max((hit.end() for hit in _CLAUSE.finditer(plain, 0, at)), default=0)
    return bool(pattern.search(plain[start:at]))


def later(account: Sequence[Sentence], found: Record, words: Lexicon, lang: str) -> Iterator[Flag]:
    """What could not be known from the encounter, unless it is said to have been learnt later."""
    for one in account:
        if words.marked_later.search(fold(one.text)):
            continue
        said = stems(one.text, lang)
        told = found.secret & said or next(
            (known & said for known in found.untold if len(known & said) > 1), frozenset()
        )
        if told:
            yield Flag("later", _as_written(one.text, told, lang), one.text)


def _as_written(sentence: str, told: frozenset[str], lang: str) -> str:
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", sentence)
    return ", ".join(dict.fromkeys(word for word in words if stems(word, lang) & told))
