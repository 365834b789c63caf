"""Cuts a move into the sentences and clauses that are read one by one."""

from __future__ import annotations

import re

MOST = 12
"""Clauses read per move; nobody says more than that in one breath to a person in crisis."""

_TITLES = r"(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bM\.)(?<!\bMme\.)(?<!\bDre\.)"
_SENTENCE_END = re.compile(rf"(?:{_TITLES}(?<=[.!?…]))\s+|(?<=[?!])(?=\w)|\n+|;\s*")
_TURN = re.compile(
    r",?\s+(?=(?:but|mais|sinon|or else|otherwise|and if you|et si vous|et si tu"
    r"|or (?:i|we|you)(?:'| (?:will|am|are|can|get|go)\b|ll\b|re\b)"
    r"|ou (?:je|on|vous|tu)\b)\b)",
    re.IGNORECASE,
)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a cleaned move, empty ones left out."""
    parts = (part.strip() for part in _SENTENCE_END.split(text))
    return tuple(part for part in parts if any(char.isalnum() for char in part))


def clauses(text: str) -> tuple[str, ...]:
    """At most 12 clauses: sentences, cut again where the speaker turns ("but", "sinon")."""
    parts = (part.strip() for sentence in sentences(text) for part in _TURN.split(sentence))
    return tuple(part for part in parts if part)[:MOST]
