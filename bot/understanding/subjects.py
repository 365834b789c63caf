"""What the words are about: the scenario's topics, and how far they take up the last line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from bot.understanding.encoder import Encoder, as_read
from bot.understanding.english import words as english
from bot.understanding.english.fragments import FRAGMENTS as ENGLISH_FRAGMENTS
from bot.understanding.english.topics import COMMON as ENGLISH_TOPICS
from bot.understanding.evidence import Clause
from bot.understanding.french import words as french
from bot.understanding.french.fragments import FRAGMENTS as FRENCH_FRAGMENTS
from bot.understanding.french.topics import COMMON as FRENCH_TOPICS
from bot.understanding.languages import plain
from bot.understanding.names import SOME, SOMEBODY

ENOUGH = 0.5
"""Share of an example question's weight that must be met. Calibration."""

ALIKE, ALIKE_TOLD = 0.5, 0.65
"""Likeness of meaning (cosine) from which a question, and a statement, is about the same as an
example. Calibration."""

FAR, NEAR = 0.2, 0.5
"""Likeness of meaning (cosine) at which words take up nothing, and all, of a line. In the training
lines half of all reflections lie above 0.44, half of all other answers below 0.2."""

WORDS = 0.3
"""What shared words add to the likeness."""

MARGIN = 0.2
"""How far behind the nearest topic another may lie and still be meant."""

MOST_TOPICS = 3

Topics = tuple[tuple[str, tuple[str, ...]], ...]
"""Each topic with its example questions."""

_STOP = {
    lang: frozenset(words) | {SOMEBODY.lower(), SOME}
    for lang, words in (("en", english.STOP_WORDS), ("fr", french.STOP_WORDS))
}
_SAME = {
    lang: {word: f"={need}" for need, line in table.items() for word in line.split()}
    for lang, table in (("en", english.SAME), ("fr", french.SAME))
}
_COMMON = {
    lang: {name: tuple(lines.splitlines()) for name, lines in table.items()}
    for lang, table in (("en", ENGLISH_TOPICS), ("fr", FRENCH_TOPICS))
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
def _sheet(topics: Topics, lang: str) -> Sheet:
    asked = {name: frozenset(plain(line, lang) for line in lines) for name, lines in topics}
    content = {name: tuple(matter(line, lang) for line in asked[name]) for name in asked}
    spread = Counter(w for sets in content.values() for w in frozenset[str]().union(*sets))
    return Sheet(asked, content, spread)


def topics_of(
    clauses: Sequence[Clause],
    asking: Set[int],
    topics: Mapping[str, Sequence[str]],
    encoder: Encoder | None = None,
) -> tuple[str, ...]:
    """The topics that the clauses ask about or are about, the closest first, at most three.

    `asking` holds the places of the clauses that ask for something. With an encoder a question
    also finds the topic whose examples mean the same in other words.
    """
    lines = tuple((name, tuple(examples)) for name, examples in topics.items())
    scores: dict[str, float] = {}
    for number, clause in enumerate(clauses):
        asks = number in asking or clause.asks
        met, alike = _met_by_words(clause, asks, lines), _alike(clause, lines, encoder)
        for name in topics:
            score = max(met[name], WORDS * min(met[name], 1.0) + alike.get(name, 0.0))
            if met[name] >= ENOUGH or score >= (ALIKE if asks else ALIKE_TOLD):
                scores[name] = max(score, scores.get(name, 0.0))
    nearest = max(scores.values(), default=0.0)
    close = [name for name in scores if scores[name] > nearest - MARGIN]
    return tuple(sorted(close, key=lambda name: -scores[name])[:MOST_TOPICS])


_ANOTHERS_NAME = {
    "en": re.compile(
        r"\b(?:his|her|their|its|your (?!first|last|full|real|given|family|own)\w+(?: ?'?s)?) "
        r"(?:first |last |full )?name\b"
    ),
    "fr": re.compile(
        r"\b(?:son|leur) (?:petit )?(?:nom|prenom)\b"
        r"|\b(?:nom|prenom) (?:de la|de l'|du|de (?:votre|ton|ta|son|sa|vos|tes))\b"
        r"|\bs'appel(?:le|lent|ait|aient)\b"
    ),
}


def is_anothers_name(clause: Clause) -> bool:
    """Whether a question for a name is for somebody else's: "What's your daughter's name?"."""
    return bool(_ANOTHERS_NAME[clause.lang].search(clause.plain))


_LOSS = {
    "en": re.compile(rf"\b{ENGLISH_FRAGMENTS['loss']}\b"),
    "fr": re.compile(rf"\b{FRENCH_FRAGMENTS['loss']}\b|\b(?:sympathies|condoleances)\b"),
}


def condoles(clause: Clause) -> bool:
    """Whether the words are sorry for what happened to somebody, not for what one did."""
    return bool(_LOSS[clause.lang].search(clause.plain))


def _met_by_words(clause: Clause, asks: bool, topics: Topics) -> dict[str, float]:
    """For each topic the share of its nearest example that is said; 2 for a whole example."""
    said, sheet = matter(clause.plain, clause.lang), _sheet(topics, clause.lang)
    return {
        name: 2.0
        if clause.plain in sheet.asked[name]
        else max((_met(example, said, sheet.spread, asks) for example in sets), default=0.0)
        for name, sets in sheet.content.items()
    }


def _alike(clause: Clause, topics: Topics, encoder: Encoder | None) -> dict[str, float]:
    """For each topic the likeness of meaning to its nearest example.

    Words that name nothing ("How long has this been going on?") are only like examples that
    name nothing either: their form alone is like that of many questions.
    """
    empty = _names_nothing(clause.spelt, clause.lang)
    known = [
        (name, line)
        for name, lines in topics
        for line in (*lines, *_common(name, clause))
        if not empty or _names_nothing(line, clause.lang)
    ]
    if encoder is None or not known:
        return {}
    asked = encoder.encode([as_read(line) for _, line in known])
    likeness = asked @ encoder.encode([as_read(clause.spelt)])[0]
    best: dict[str, float] = {}
    for (name, _), one in zip(known, likeness, strict=True):
        best[name] = max(float(one), best.get(name, 0.0))
    return best


@lru_cache(maxsize=4096)
def _names_nothing(line: str, lang: str) -> bool:
    return matter(plain(line, lang), lang) <= _VAGUE


def _common(name: str, clause: Clause) -> tuple[str, ...]:
    """The wordings that nearly every encounter shares for a topic of this name."""
    return _COMMON[clause.lang].get(name, ())


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


def shared(words: str, previous: str, lang: str) -> float:
    """Share of the content words that take up one line of the subject's, 0 to 1."""
    said, before = matter(words, lang), matter(previous, lang)
    return len(said & before) / len(said) if said else 0.0


def echo(
    clauses: Sequence[Clause], lines: Sequence[str], lang: str, encoder: Encoder | None = None
) -> float:
    """How far the clauses take up the subject's last lines, 0 to 1: in words, or in meaning."""
    words, before = " ".join(clause.plain for clause in clauses), [line for line in lines if line]
    in_words = shared(words, plain(" ".join(before), lang), lang)
    if encoder is None or not before or not clauses:
        return in_words
    said = encoder.encode([as_read(clause.spelt) for clause in clauses])
    alike = float((said @ encoder.encode([as_read(line) for line in before]).T).max())
    return max(in_words, min(1.0, max(0.0, alike - FAR) / (NEAR - FAR)))
