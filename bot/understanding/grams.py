"""The spelling of a sentence as numbers: its words, pairs of words and pieces of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from zlib import crc32

BUCKETS = 2**15
"""Places that the pieces are counted into. Two pieces rarely share one."""

LONGEST = 5
"""Letters of the longest piece of a word."""


def _pieces(words: list[str]) -> Iterator[str]:
    marked = ["<", *words, ">"]
    for first, second in pairwise(marked):
        yield f"{first} {second}"
    for first, _, third in zip(marked, marked[1:], marked[2:], strict=False):
        yield f"{first} _ {third}"
    for word in words:
        yield f"={word}"
        padded = f" {word} "
        for size in range(3, LONGEST + 1):
            for start in range(len(padded) - size + 1):
                yield padded[start : start + size]


def grams(plain: str) -> Counter[int]:
    """How often each bucket is met in plain words."""
    return Counter(crc32(piece.encode()) % BUCKETS for piece in _pieces(plain.split()))
