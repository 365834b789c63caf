"""How good readings are: right and wrong per act, polarity, calibration, coverage."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

BINS = 10
"""Equal steps of confidence in which calibration is looked at."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How often an act was found rightly, found wrongly, and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Share of the findings that are right, 0 to 1; 0 when nothing was found."""
        return self.right / (self.right + self.wrong) if self.right else 0.0

    @property
    def recall(self) -> float:
        """Share of what was there that was found, 0 to 1."""
        return self.right / (self.right + self.missed) if self.right else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0 to 1."""
        whole = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / whole if whole else 0.0


def counts(act: str, gold: Sequence[Collection[str]], found: Sequence[Collection[str]]) -> Counts:
    """The counts of one act over moves, from the acts that are there and the acts found."""
    pairs = [(act in here, act in seen) for here, seen in zip(gold, found, strict=True)]
    return Counts(
        sum(here and seen for here, seen in pairs),
        sum(seen and not here for here, seen in pairs),
        sum(here and not seen for here, seen in pairs),
    )


def macro_f1(
    acts: Sequence[str], gold: Sequence[Collection[str]], found: Sequence[Collection[str]]
) -> float:
    """Mean F1 over the acts, each counting alike, 0 to 1."""
    return float(np.mean([counts(act, gold, found).f1 for act in acts]))


def auc(scores: Sequence[float], positive: Sequence[bool]) -> float:
    """Chance that a positive scores above a negative, ties counting half; 0.5 without both."""
    values, signs = np.asarray(scores, float), np.asarray(positive, bool)
    up, down = int(signs.sum()), int((~signs).sum())
    if not up or not down:
        return 0.5
    places = np.unique(values, return_inverse=True)[1]
    sizes = np.bincount(places)
    ranks = (np.cumsum(sizes) - (sizes - 1) / 2)[places]
    return float((ranks[signs].sum() - up * (up + 1) / 2) / (up * down))


def calibration_error(confidences: Sequence[float], right: Sequence[bool]) -> float:
    """Mean gap between how sure and how often right, over ten steps weighted by their size."""
    sure, truth = np.asarray(confidences, float), np.asarray(right, float)
    if not len(sure):
        return 0.0
    step = np.minimum((sure * BINS).astype(int), BINS - 1)
    gaps = [
        abs(sure[step == one].mean() - truth[step == one].mean()) * (step == one).mean()
        for one in np.unique(step)
    ]
    return float(sum(gaps))
