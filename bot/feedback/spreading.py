"""Where labels go so that none covers another."""

from __future__ import annotations

from collections.abc import Sequence


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> tuple[float, ...]:
    """Places as near to the wanted ones as fit, at least `gap` apart, between low and high.

    The order is kept, so lines from the wanted places to the labels never cross. When
    (n - 1) x gap is more than there is room for, the gap shrinks to what fits.
    """
    gap = min(gap, (high - low) / max(1, len(wanted) - 1))
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    places = [min(max(wanted[index], low), high) for index in order]
    for at in range(1, len(places)):
        places[at] = max(places[at], places[at - 1] + gap)
    limit = high
    for at in reversed(range(len(places))):
        places[at] = min(places[at], limit)
        limit = places[at] - gap
    found = dict(zip(order, places, strict=True))
    return tuple(found[index] for index in range(len(wanted)))


def rows(
    wanted: Sequence[tuple[float, float]], count: int, gap: float, low: float, high: float
) -> tuple[tuple[int, float] | None, ...]:
    """A row and a left edge for each label of (centre, width), the first ones being served first.

    A label that fits in none of the `count` rows gets None: it is left out, never laid over.
    """
    taken: list[list[tuple[float, float]]] = [[] for _ in range(count)]
    found: list[tuple[int, float] | None] = []
    for centre, width in wanted:
        left = min(max(centre - width / 2, low), high - width)
        free = (row for row in range(count) if _free(taken[row], left, left + width, gap))
        row = next(free, None)
        if row is not None:
            taken[row].append((left, left + width))
        found.append(None if row is None else (row, left))
    return tuple(found)


def _free(taken: Sequence[tuple[float, float]], left: float, right: float, gap: float) -> bool:
    return all(right + gap <= start or left >= end + gap for start, end in taken)
