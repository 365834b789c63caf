"""What the words are about: the scenario's topics, and how far they take up the last line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from bot.understanding.english import words as english
from bot.understanding.evidence import Clause
from bot.understanding.french import words as french
from bot.understanding.languages import plain

ENOUGH = 0.5
"""Share of an example question's weight that must be met. Calibration."""

MOST_TOPICS = 3

_STOP = {"en": english.STOP_WORDS, "fr": frozenset(french.STOP_WORDS)}
_SAME = {
    lang: {word: f"={need}" for need, line in table.items() for word in line.split()}
    for lang, table in (("en", english.SAME), ("fr", french.SAME))
}
_KIN = frozenset({"=family", "=famille"})
_VAGUE = frozenset(
    {"=need", "=next", "=happened", "=besoin", "=suite", "=passe", "=mal", "=home", "=nom"}
)
"""Needs whose words are so common that only a question is about them."""
_WORD = re.compile(r"[^\W_]+")
_ENDINGS = {
    "en": re.compile(r"(?:ings?|ed|es|s|ly)$"),
    "fr": re.compile(r"(?:ees?|es|er|ez|ent|e|s)$"),
}


def _stem(word: str, lang: str) -> str:
    short = _ENDINGS[lang].sub("", word)
    return short if len(short) >= 3 else word


def matter(words: str, lang: str) -> frozenset[str]:
    """The content of plain words: common needs by one name, the rest by light stems.

    Kin keep their own word too: a daughter is family, but not every family member is she.
    """
    kept = [word for word in _WORD.findall(words) if word not in _STOP[lang] and len(word) > 1]
    needs = [_SAME[lang].get(word, "") for word in kept]
    own = (_stem(w, lang) for w, need in zip(kept, needs, strict=True) if not need or need in _KIN)
    return frozenset(own) | frozenset(filter(None, needs))


@dataclass(frozen=True, slots=True)
class Sheet:
    """The example questions of every topic, prepared in one language."""

    asked: Mapping[str, frozenset[str]]
    content: Mapping[str, tuple[frozenset[str], ...]]
    spread: Mapping[str, int]


@lru_cache(maxsize=64)
def _sheet(topics: tuple[tuple[str, tuple[str, ...]], ...], lang: str) -> Sheet:
    asked = {name: frozenset(plain(line, lang) for line in lines) for name, lines in topics}
    content = {name: tuple(matter(line, lang) for line in asked[name]) for name in asked}
    spread = Counter(w for sets in content.values() for w in frozenset[str]().union(*sets))
    return Sheet(asked, content, spread)


def topics_of(
    clauses: Sequence[Clause], asking: Set[int], topics: Mapping[str, Sequence[str]]
) -> tuple[str, ...]:
    """The topics that the clauses ask about or are about, the closest first, at most three.

    `asking` holds the places of the clauses that ask for something.
    """
    lines = tuple((name, tuple(examples)) for name, examples in topics.items())
    scores: dict[str, float] = {}
    for number, clause in enumerate(clauses):
        for name, score in _near(clause, number in asking or clause.asks, lines):
            scores[name] = max(score, scores.get(name, 0.0))
    return tuple(sorted(scores, key=lambda name: -scores[name])[:MOST_TOPICS])


def _near(
    clause: Clause, asks: bool, topics: tuple[tuple[str, tuple[str, ...]], ...]
) -> Iterator[tuple[str, float]]:
    said, sheet = matter(clause.plain, clause.lang), _sheet(topics, clause.lang)
    for name, sets in sheet.content.items():
        met = max((_met(example, said, sheet.spread, asks) for example in sets), default=0.0)
        score = 2.0 if clause.plain in sheet.asked[name] else met
        if score >= ENOUGH:
            yield name, score


def _met(
    example: frozenset[str], said: frozenset[str], spread: Mapping[str, int], asks: bool
) -> float:
    """Share of the example's weight that is said; a need no other topic has is enough alone.

    A statement must share more than one passing word: a clear need, or two words.
    """
    shared = example & said
    needs = {word for word in shared if word.startswith("=") and (asks or word not in _VAGUE)}
    if not asks and not needs and len(shared) < 2:
        return 0.0
    if any(spread[word] == 1 for word in needs):
        return 1.0
    return sum(1 / spread[w] for w in shared) / (sum(1 / spread[w] for w in example) or 1)


def echo(words: str, previous: str, lang: str) -> float:
    """Share of the content words that take up the subject's last line, 0 to 1."""
    said, before = matter(words, lang), matter(previous, lang)
    return len(said & before) / len(said) if said else 0.0
