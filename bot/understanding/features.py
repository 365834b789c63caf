"""What the learnt head looks at: meaning, form, rules met, and what was said before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.understanding import subjects
from bot.understanding.cues import NAMES, cues
from bot.understanding.encoder import DIMENSIONS, Encoder, as_read
from bot.understanding.evidence import Clause, Evidence
from bot.understanding.grams import grams
from bot.understanding.languages import plain

CONTEXT = ("echo", "closeness", "answers", "french")
"""Words taken up from the subject's last line, likeness of meaning to it, whether there was one,
and the language."""

Numbers = NDArray[np.float32]

NOTHING = np.zeros(DIMENSIONS, np.float32)


@dataclass(frozen=True, slots=True)
class Features:
    """One sentence as numbers.

    `meaning` and `before` are the vectors of the sentence and of the subject's last line, all
    zero where no encoder is installed; `form` holds cues, rules met and context, see
    `form_names`; `spelling` counts pieces of words.
    """

    meaning: Numbers
    before: Numbers
    form: Numbers
    spelling: Counter[int]

    @property
    def dense(self) -> Numbers:
        """Everything but the spelling in one row; the product tells an answer from an aside."""
        return np.concatenate([self.meaning, self.before, self.meaning * self.before, self.form])


def form_names(acts: Sequence[str]) -> tuple[str, ...]:
    """What each number of `Features.form` is."""
    return (*NAMES, *(f"rule:{act}" for act in acts), *CONTEXT)


def features(
    clauses: Sequence[Clause],
    previous: str,
    found: Sequence[Evidence],
    acts: Sequence[str],
    encoder: Encoder | None,
) -> list[Features]:
    """The features of each clause, after the subject said `previous`; then those of the whole.

    `found` is what the rules see in the clauses. A move of one clause is its own whole.
    """
    ruled = _ruled(found, len(clauses))
    meanings, before = _meanings([as_read(clause.spelt) for clause in clauses], previous, encoder)
    rows = [
        Features(
            meaning,
            before,
            _form(clause, previous, met, acts, float(meaning @ before)),
            grams(clause.plain),
        )
        for clause, meaning, met in zip(clauses, meanings, ruled, strict=True)
    ]
    if len(rows) == 1:
        return [*rows, *rows]
    meaning = _middle(meanings)
    words = " ".join(clause.plain for clause in clauses)
    every = Clause("", words, clauses[0].lang)
    met = {act: max(one.get(act, 0.0) for one in ruled) for one in ruled for act in one}
    spelling = sum((row.spelling for row in rows), Counter[int]())
    form = _form(every, previous, met, acts, float(meaning @ before))
    return [*rows, Features(meaning, before, form, spelling)]


def _form(
    clause: Clause, previous: str, met: Mapping[str, float], acts: Sequence[str], close: float
) -> Numbers:
    context = (
        subjects.shared(clause.plain, plain(previous, clause.lang), clause.lang),
        close,
        float(bool(previous)),
        float(clause.lang == "fr"),
    )
    seen = [met.get(act, 0.0) for act in acts]
    return np.array([*cues(clause.plain, clause.lang), *seen, *context], np.float32)


def _middle(meanings: Sequence[Numbers]) -> Numbers:
    """The direction between the clauses: nearly what the whole text would be encoded as."""
    middle: Numbers = np.sum(meanings, axis=0)
    length = float(np.sqrt(middle @ middle))
    if length:
        middle /= length
    return middle


def _meanings(
    texts: Sequence[str], previous: str, encoder: Encoder | None
) -> tuple[Sequence[Numbers], Numbers]:
    if encoder is None:
        return [NOTHING] * len(texts), NOTHING
    vectors = encoder.encode([*texts, *([as_read(previous)] if previous else [])])
    return list(vectors[: len(texts)]), vectors[-1] if previous else NOTHING


def _ruled(found: Sequence[Evidence], clauses: int) -> list[dict[str, float]]:
    """How sure the rules are of each act in each clause."""
    rows: list[dict[str, float]] = [{} for _ in range(clauses)]
    for one in found:
        rows[one.clause][one.act] = max(one.confidence, rows[one.clause].get(one.act, 0.0))
    return rows
