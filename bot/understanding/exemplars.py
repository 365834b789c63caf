"""Accepted corrections at work: words nearly the same as corrected ones are read as corrected."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.understanding.encoder import Encoder, as_read
from bot.understanding.languages import plain

SAME = 0.92
"""Likeness of meaning (cosine) from which two wordings count as one (nlu.md 5)."""

_TURNS = re.compile(r"\b(?:not|no|never|nobody|nothing|pas|non|jamais|rien|personne)\b|\?")
"""What turns a sentence round without changing its vector much."""


@dataclass(frozen=True, slots=True)
class Exemplar:
    """Words and the acts that they were accepted to show."""

    text: str
    lang: str
    acts: tuple[str, ...]


def nearest(
    text: str, lang: str, exemplars: Sequence[Exemplar], encoder: Encoder | None
) -> tuple[Exemplar, float] | None:
    """The exemplar that says the same in the same language, and how alike, or None.

    The newest of equals wins. Without an encoder only the very same words count.
    """
    said = plain(text, lang)
    known = [one for one in reversed(exemplars) if one.lang == lang and _agree(one, said)]
    same = next((one for one in known if plain(one.text, lang) == said), None)
    if same is not None:
        return same, 1.0
    if encoder is None or not known:
        return None
    alike = (
        encoder.encode([as_read(one.text) for one in known]) @ encoder.encode([as_read(text)])[0]
    )
    best = int(alike.argmax())
    return (known[best], float(alike[best])) if alike[best] >= SAME else None


def _agree(one: Exemplar, said: str) -> bool:
    """Whether both deny and ask alike."""
    return sorted(_TURNS.findall(plain(one.text, one.lang))) == sorted(_TURNS.findall(said))
