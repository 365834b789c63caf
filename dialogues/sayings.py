"""Which line comes next: one not yet used, in an order that the seed decides."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from zlib import crc32


@dataclass(frozen=True, slots=True)
class Saying:
    """One line of a pool; `id` is a checksum of its text, so that edits never shift ids."""

    id: int
    text: str
    key: bytes = b""
    """The id as the seed mixes it in."""


Pool = tuple[Saying, ...]


def pool(block: str) -> Pool:
    """The sayings of a `|` block, one per line; blank lines do not count."""
    lines = (line.strip() for line in block.splitlines())
    return tuple(_saying(line) for line in lines if line)


def _saying(line: str) -> Saying:
    number = crc32(line.encode())
    return Saying(number, line, b"%d" % number)


def pick(pools: Iterable[Pool], used: Collection[int], seed: int) -> Saying | None:
    """The first unused saying of the first pool that still has one; None when all are spent.

    Within a pool the order is a shuffle fixed by the seed, so the same encounter replays
    the same lines and another seed hears others.
    """
    start = crc32(b"%d:" % seed)
    for sayings in pools:
        fresh = [saying for saying in sayings if saying.id not in used]
        if fresh:
            return min(fresh, key=lambda saying: crc32(saying.key, start))
    return None


def fill(text: str, drawn: Mapping[str, str]) -> str:
    """The text with its {placeholders} replaced by what the seed drew."""
    return text.format_map(drawn) if "{" in text else text
