"""What the words are about: the scenario's topics, and how far they take up the last line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from bot.understanding.english import words as english
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


def topics_of(words: str, topics: Mapping[str, Sequence[str]], lang: str) -> tuple[str, ...]:
    """The topics that plain `words` touch, the closest first, at most three."""
    said = matter(words, lang)
    asked = {name: [plain(line, lang) for line in lines] for name, lines in topics.items()}
    content = {name: [matter(line, lang) for line in lines] for name, lines in asked.items()}
    spread = Counter(w for sets in content.values() for w in frozenset[str]().union(*sets))
    scores = {
        name: 1.0 if words in asked[name] else max((_met(s, said, spread) for s in sets), default=0)
        for name, sets in content.items()
    }
    near = sorted((name for name in scores if scores[name] >= ENOUGH), key=lambda n: -scores[n])
    return tuple(near[:MOST_TOPICS])


def _met(example: frozenset[str], said: frozenset[str], spread: Counter[str]) -> float:
    """Share of the example's weight that is said; a need no other topic has is enough alone."""
    if any(word.startswith("=") and spread[word] == 1 for word in example & said):
        return 1.0
    weight = sum(1 / spread[word] for word in example)
    return sum(1 / spread[word] for word in example & said) / weight if weight else 0.0


def echo(words: str, previous: str, lang: str) -> float:
    """Share of the content words that take up the subject's last line, 0 to 1."""
    said, before = matter(words, lang), matter(previous, lang)
    return len(said & before) / len(said) if said else 0.0
