"""The figures are those that a statistician would give."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import f1_score, roc_auc_score

from bot.understanding.training import measuring

ACTS = ("a", "b", "c")
SETS = st.lists(st.tuples(*[st.sets(st.sampled_from(ACTS))] * 2), min_size=1, max_size=30)


@given(SETS)
def test_macro_f1_is_that_of_the_library(pairs: list[tuple[set[str], set[str]]]) -> None:
    gold, found = zip(*pairs, strict=True)
    table = [np.array([[act in row for act in ACTS] for row in side]) for side in (gold, found)]
    expected = f1_score(*table, average="macro", zero_division=0)
    assert measuring.macro_f1(ACTS, gold, found) == pytest.approx(expected)


@given(st.lists(st.tuples(st.integers(0, 9), st.booleans()), min_size=2, max_size=40))
def test_auc_is_that_of_the_library(pairs: list[tuple[int, bool]]) -> None:
    scores, positive = zip(*pairs, strict=True)
    if len(set(positive)) < 2:
        assert measuring.auc(scores, positive) == 0.5
    else:
        assert measuring.auc(scores, positive) == pytest.approx(roc_auc_score(positive, scores))


def test_counts_of_one_act() -> None:
    found = measuring.counts("a", [{"a"}, {"a"}, {"b"}, set()], [{"a", "b"}, {"b"}, {"a"}, {"a"}])
    assert (found.right, found.wrong, found.missed) == (1, 2, 1)
    assert (found.precision, found.recall) == (pytest.approx(1 / 3), 0.5)
    assert found.f1 == pytest.approx(0.4)


def test_an_act_that_is_nowhere_has_no_figures_and_no_error() -> None:
    nothing = measuring.counts("a", [set()], [set()])
    assert (nothing.precision, nothing.recall, nothing.f1) == (0, 0, 0)


def test_calibration_error_is_the_gap_between_sure_and_right() -> None:
    assert measuring.calibration_error([0.95] * 4, [True] * 4) == pytest.approx(0.05)
    assert measuring.calibration_error([0.95] * 4, [False] * 4) == pytest.approx(0.95)
    mixed = measuring.calibration_error([0.55, 0.55, 1.0, 1.0], [True, False, True, True])
    assert mixed == pytest.approx(0.025)
    assert measuring.calibration_error([], []) == 0
