"""The words of each language as our voices use them, and how usual each is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from bot.understanding.french.plain import folded

FOLDER = Path(__file__).parent / "words"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Known words as spelt, and by their form without accents the usual spelling of each with how
    usual it is."""

    words: frozenset[str]
    usual: Mapping[str, tuple[str, int]]


@lru_cache(maxsize=2)
def lexicon(lang: str) -> Lexicon:
    """The words of a language; see `training.lexicon`."""
    usual: dict[str, tuple[str, int]] = {}
    lines = (FOLDER / f"{lang}.txt").read_text(encoding="utf-8").splitlines()
    counted = [(word, int(often)) for word, _, often in (line.partition(" ") for line in lines)]
    for word, often in counted:
        plain = folded(word)
        if plain not in usual or usual[plain][1] < often:
            usual[plain] = (word, often)
    return Lexicon(frozenset(word for word, _ in counted), MappingProxyType(usual))
