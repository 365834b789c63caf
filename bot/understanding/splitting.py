"""Cuts a move into the sentences and clauses that are read one by one."""

from __future__ import annotations

import re

MOST = 12
"""Clauses read per move; nobody says more than that in one breath to a person in crisis."""

_TITLES = (
    r"(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bM\.)(?<!\bMme\.)(?<!\bDre\.)"
)
_SENTENCE_END = re.compile(rf"(?:{_TITLES}(?<=[.!?…]))\s+|(?<=[?!])(?=\w)|\n+|;\s*")
_TURN = re.compile(
    r",?\s+(?=(?:but(?! to\b)|mais|and if you|et si vous|et si tu)\b)", re.IGNORECASE
)
_ULTIMATUM = re.compile(
    r",?\s+(?=(?:sinon|or else|otherwise|ou je vais|ou on va"
    r"|or (?:i|we|you)(?:'ll|'re| will| are))\b)",
    re.IGNORECASE,
)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a cleaned move, empty ones left out."""
    parts = (part.strip() for part in _SENTENCE_END.split(text))
    return tuple(part for part in parts if any(char.isalnum() for char in part))


def clauses(text: str) -> tuple[str, ...]:
    """At most 12 clauses: sentences, cut again where the speaker turns ("but", "sinon")."""
    parts = (part.strip() for sentence in sentences(text) for part in _cut(sentence))
    return tuple(part for part in parts if part)[:MOST]


def _cut(sentence: str) -> list[str]:
    turns = _TURN.split(sentence)
    # "Would you rather sit, or ...?" offers a choice; only a statement's "or" can threaten.
    return turns if sentence.endswith("?") else [p for t in turns for p in _ULTIMATUM.split(t)]
