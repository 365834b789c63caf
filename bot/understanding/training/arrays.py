"""Seed sentences as the numbers that the head learns from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from scipy import sparse

from bot.understanding import guard
from bot.understanding.encoder import sentence_encoder
from bot.understanding.features import Features, Numbers, features
from bot.understanding.finding import find
from bot.understanding.grams import BUCKETS
from bot.understanding.head import KINDS
from bot.understanding.names import nameless
from bot.understanding.reader import heard
from bot.understanding.training.damage import damaged
from bot.understanding.training.seeds import Row
from state_machines.acts import Polarity

Sparse = Any
"""A scipy sparse matrix in rows."""

WORSE = ("bare", "unpunctuated", "slang")
"""Damage that takes turns from line to line; typos come on top of it on every line. Missing marks
cost most (nlu.md 3.9)."""


@dataclass(frozen=True, slots=True)
class Arrays:
    """One row for each line: its dense numbers, its form, its spelling, its labels."""

    dense: Numbers
    form: Numbers
    spelling: Sparse
    labels: Numbers


def copies(rows: Sequence[Row]) -> list[Row]:
    """The rows with words, two damaged copies of each, and a copy without what came before.

    The last copies teach that words mean what they mean also when nobody spoke before.
    """
    rows = [row for row in rows if heard(guard.clean(row.text), row.lang)]
    worse = [
        replace(row, text=text)
        for number, row in enumerate(rows)
        for kind in ("typos", WORSE[number % len(WORSE)])
        if (text := damaged(row.text, row.lang, kind)) != row.text and heard(text, row.lang)
    ]
    alone = [replace(row, previous="") for row in rows if row.previous]
    return [*rows, *worse, *alone]


def seen(row: Row, acts: Sequence[str]) -> Features:
    """The features of a whole line, its rules taken clause by clause."""
    text, before = guard.clean(row.text), nameless(guard.clean(row.previous), row.lang)
    parts = heard(text, row.lang)
    return features(parts, before, list(find(parts, before)), acts, sentence_encoder())[-1]


def arrays(rows: Sequence[Row], acts: Sequence[str], signs: Mapping[str, Polarity]) -> Arrays:
    """The rows as arrays; rarity is not in the spelling yet, see `with_rarity`."""
    every = [seen(row, acts) for row in rows]
    return Arrays(
        np.stack([one.dense for one in every]),
        np.stack([one.form for one in every]),
        counted(every),
        labels(rows, acts, signs),
    )


def counted(every: Sequence[Features]) -> Sparse:
    """How often each bucket is met in each line."""
    ends = np.cumsum([0, *(len(one.spelling) for one in every)])
    places = [place for one in every for place in one.spelling]
    often = [many for one in every for many in one.spelling.values()]
    shape = (len(every), BUCKETS)
    return sparse.csr_matrix((np.array(often, np.float32), places, ends), shape=shape)


def rarity_of(spelling: Sparse) -> Numbers:
    """The weight of each bucket: the fewer lines it is met in, the more it tells."""
    lines, met = spelling.shape[0], np.asarray((spelling > 0).sum(axis=0)).ravel()
    rarity: Numbers = (np.log((1 + lines) / (1 + met)) + 1).astype(np.float32)
    return rarity


def with_rarity(spelling: Sparse, rarity: Numbers) -> Sparse:
    """The spelling weighed just as `head.weighed` does for one line."""
    rows = spelling.astype(np.float32)
    rows.data = 1 + np.log(rows.data)
    rows = rows.multiply(rarity).tocsr()
    length = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    return (sparse.diags(1 / np.maximum(length, 1e-9)) @ rows).tocsr().astype(np.float32)


def labels(rows: Sequence[Row], acts: Sequence[str], signs: Mapping[str, Polarity]) -> Numbers:
    """1 where a line shows an act, then where it is of a kind."""
    table = np.zeros((len(rows), len(acts) + len(KINDS)), np.float32)
    places = {act: number for number, act in enumerate(acts)}
    for number, row in enumerate(rows):
        kinds = {signs[act].value for act in row.acts}
        for act in row.acts:
            table[number, places[act]] = 1
        for kind in kinds or {"elsewhere" if row.elsewhere else "neutral"}:
            table[number, len(acts) + KINDS.index(kind)] = 1
    return table
