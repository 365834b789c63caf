"""Where labels go so that none covers another."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> tuple[float, ...]:
    """Places at least `gap` apart between low and high, as near to the wanted ones as can be.

    The order is kept, so lines from the wanted places to the labels never cross. When the
    labels need more room than there is, the gap shrinks to what fits.
    """
    if not wanted:
        return ()
    gap = min(gap, (high - low) / max(1, len(wanted) - 1))
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    level = _rising([wanted[index] - gap * rank for rank, index in enumerate(order)])
    most = high - gap * (len(wanted) - 1)
    placed = {
        index: min(max(level[rank], low), most) + gap * rank for rank, index in enumerate(order)
    }
    return tuple(placed[index] for index in range(len(wanted)))


def _rising(values: Sequence[float]) -> list[float]:
    """The values that never fall and lie nearest to these: falling runs share their mean."""
    blocks: list[list[float]] = []
    for value in values:
        blocks.append([value])
        while len(blocks) > 1 and fmean(blocks[-2]) >= fmean(blocks[-1]):
            blocks[-2:] = [blocks[-2] + blocks[-1]]
    return [fmean(block) for block in blocks for _ in block]


def rows(
    wanted: Sequence[tuple[float, float]],
    count: int,
    gap: float,
    low: float,
    high: float,
) -> tuple[tuple[int, float] | None, ...]:
    """A row and a left edge for each label of (centre, width), the first ones being served first.

    A label in a lower row hangs on a stem at its centre, which crosses no label above it. What
    fits in none of the `count` rows gets None: it is left out, never laid over another.
    """
    taken: list[list[tuple[float, float]]] = [[] for _ in range(count)]
    found: list[tuple[int, float] | None] = []
    for centre, width in wanted:
        left = min(max(centre - width / 2, low), high - width)
        stem = (centre - gap / 2, centre + gap / 2)
        span = (left - gap / 2, left + width + gap / 2)
        needs = [[stem] * row + [span] for row in range(count)]
        row = next((row for row in range(count) if _free(taken, needs[row])), None)
        if row is not None:
            for line, part in zip(taken, needs[row], strict=False):
                line.append(part)
        found.append(None if row is None else (row, left))
    return tuple(found)


def _free(
    taken: Sequence[Sequence[tuple[float, float]]], needs: Sequence[tuple[float, float]]
) -> bool:
    """Whether each row, from the top, has its span free."""
    return all(
        right <= start or left >= end
        for line, (left, right) in zip(taken, needs, strict=False)
        for start, end in line
    )
