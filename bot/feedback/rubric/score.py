"""The score of an encounter or transcript: the items, their weighted mean, and the versions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.feedback.rubric.items import ITEMS, Item, item
from bot.feedback.rubric.record import Record

VERSION = 2
"""Raised whenever the same record could score differently."""


@dataclass(frozen=True, slots=True)
class Score:
    """`total` is the weighted mean of the items that can be told, 1 to 5 (None if none can).

    It has three places, so that the order of two lines is seen in it; two are shown at most.
    """

    total: float | None
    items: tuple[Item, ...]


def score(record: Record) -> Score:
    """The score of a record; the same record always has the same score."""
    items = tuple(item(name, record) for name in ITEMS)
    told = [(ITEMS[one.id][0], one.exact) for one in items if one.exact is not None]
    if not record.said or not told:
        return Score(None, tuple(Item(name, None) for name in ITEMS))
    weight = sum(share for share, _ in told)
    return Score(round(sum(share * value for share, value in told) / weight, 3), items)


def as_data(found: Score) -> dict[str, Any]:
    """The score as plain data."""
    return {
        "total": found.total,
        "rubric": VERSION,
        "items": [
            {"id": one.id, "score": one.score, "evidence": list(one.evidence)}
            for one in found.items
        ],
    }


def with_turns(found: Score) -> dict[str, Any]:
    """The same, each piece of evidence as the number of its turn alone."""
    data = as_data(found)
    for one in data["items"]:
        one["evidence"] = [{"turn": turn} for turn in one["evidence"]]
    return data


def with_words(found: Score, words: Mapping[int, str]) -> dict[str, Any]:
    """The same, each piece of evidence with the words of its turn."""
    data = as_data(found)
    for one in data["items"]:
        shown = [turn for turn in one["evidence"] if turn in words]
        one["evidence"] = [{"turn": turn, "text": words[turn]} for turn in shown]
    return data
