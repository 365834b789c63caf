"""Which words show what in an account, in one language; the lists stand in english and french."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from bot.feedback.articulation import english, french
from bot.feedback.articulation.account import fold

Patterns = Iterable[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Compiled for folded text.

    `me` and `other` say who does something: the last of them before a verb. `somebody` is
    narrower than `other`: a new subject of the sentence, not just somebody who is named.
    `claims` and `done_claims` name a deed in the active voice and in the passive.
    """

    marks: Mapping[str, re.Pattern[str]]
    me: re.Pattern[str]
    other: re.Pattern[str]
    somebody: re.Pattern[str]
    conclusions: re.Pattern[str]
    not_concluded: re.Pattern[str]
    claims: Mapping[str, re.Pattern[str]]
    done_claims: Mapping[str, re.Pattern[str]]
    not_claimed: re.Pattern[str]
    marked_later: re.Pattern[str]
    common: frozenset[str]


@cache
def lexicon(lang: str) -> Lexicon:
    """The lists of one language."""
    words = {"en": english, "fr": french}[lang]
    return Lexicon(
        marks={name: _any(one) for name, one in words.MARKS.items()},
        me=_any(words.ME),
        other=_any(words.OTHER),
        somebody=_any(words.SOMEBODY),
        conclusions=_any(words.CONCLUSIONS),
        not_concluded=_any(words.NOT_CONCLUDED),
        claims={name: _any(one) for name, one in words.CLAIMS.items()},
        done_claims={name: _any(one) for name, one in words.DONE_CLAIMS.items()},
        not_claimed=_any(words.NOT_CLAIMED),
        marked_later=_any(words.MARKED_LATER),
        common=frozenset(stem(word) for word in fold(words.COMMON).split()),
    )


def _any(patterns: Patterns) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(fold, patterns))})(?!\w)")


def stem(word: str) -> str:
    """The beginning that the forms of a folded word share, roughly."""
    return word[:6] if len(word) > 6 else word.rstrip("sx")
