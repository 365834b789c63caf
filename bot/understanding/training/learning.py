"""Teaches the head from seed sentences: its two readers, then how sure a score is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from warnings import catch_warnings, simplefilter

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier

from bot.understanding.encoder import DIMENSIONS
from bot.understanding.features import Numbers
from bot.understanding.head import KINDS, SPELLING_SAYS, Head, Layer, Spelling, leaning
from bot.understanding.training.arrays import Arrays, arrays, copies, rarity_of, with_rarity
from bot.understanding.training.seeds import Row
from state_machines.acts import Polarity

MEANING, BEFORE, PRODUCT, FORM = 20.0, 10.0, 200.0, 1.0
"""What each part of the dense numbers is multiplied by before learning: its say in the outcome.
Chosen on the validation voices, like the constants below."""

FORM_BESIDE_SPELLING = 0.3

INSIDE = 256
"""Numbers between the two layers."""

READERS = 2
"""How often the first reader is taught from another start; their scores are averaged."""

DENSE = {"alpha": 1.0, "max_iter": 15, "learning_rate_init": 1e-3}
SPELT = {"alpha": 1e-4, "max_iter": 15, "learning_rate_init": 1e-2}
"""How weights are restrained, how often the lines are gone through, and how fast is learnt."""


def teach(
    rows: Sequence[Row],
    held_out: Sequence[Row],
    signs: Mapping[str, Polarity],
    about: Mapping[str, Any],
) -> Head:
    """A head taught by `rows`, whose sureness comes from `held_out`, which it never learns from."""
    taught = arrays(copies(rows), tuple(signs), signs)
    rarity = rarity_of(taught.spelling)
    hidden, shown = _dense(taught)
    spelling, form = _spelling(taught, rarity)
    harmful = [act for act, sign in signs.items() if sign is Polarity.HARMFUL]
    known = {**about, "harmful": harmful}
    head = Head(tuple(signs), hidden, shown, spelling, form, {}, known)
    sureness = _sureness(head, arrays(held_out, tuple(signs), signs))
    return Head(tuple(signs), hidden, shown, spelling, form, sureness, known)


def _dense(taught: Arrays) -> tuple[Layer, Layer]:
    """The first reader: several taught apart, side by side in one pair of layers."""
    scales = dense_scales(taught.form.shape[1])
    inputs = (taught.dense * scales).astype(np.float32)
    taught_apart = [
        _fit(inputs, taught.labels, (INSIDE,), start, **DENSE) for start in range(READERS)
    ]
    hidden = np.concatenate([one.coefs_[0] for one in taught_apart], axis=1) * scales[:, None]
    inside = np.concatenate([one.intercepts_[0] for one in taught_apart])
    shown = np.concatenate([one.coefs_[1] for one in taught_apart]) / READERS
    bias = np.mean([one.intercepts_[1] for one in taught_apart], axis=0)
    return _layer(hidden, inside), _layer(shown, bias)


def _spelling(taught: Arrays, rarity: Numbers) -> tuple[Spelling, Layer]:
    """The second reader, which has one layer: plain one-vs-rest logistic regression."""
    spelling = with_rarity(taught.spelling, rarity)
    form = sparse.csr_matrix(taught.form * FORM_BESIDE_SPELLING)
    one = _fit(sparse.hstack([spelling, form]).tocsr(), taught.labels, (), 0, **SPELT)
    pieces = spelling.shape[1]
    weights = one.coefs_[0]
    scale = np.abs(weights[:pieces]).max(axis=0) / 127
    whole = np.rint(weights[:pieces] / scale).astype(np.int8)
    formed = _layer(weights[pieces:] * FORM_BESIDE_SPELLING, one.intercepts_[0])
    return Spelling(whole, scale.astype(np.float32), rarity), formed


def _fit(
    inputs: Any, labels: Numbers, inside: tuple[int, ...], start: int, **how: Any
) -> MLPClassifier:
    with catch_warnings():
        # How often the lines are gone through is chosen; to go on would only learn them by heart.
        simplefilter("ignore", ConvergenceWarning)
        one = MLPClassifier(inside, batch_size=128, random_state=start, **how)
        return one.fit(inputs, labels.astype(int))


def _layer(weights: NDArray[Any], bias: NDArray[Any]) -> Layer:
    return Layer(weights.astype(np.float32), bias.astype(np.float32))


def dense_scales(form: int) -> Numbers:
    """The multiplier of each dense number."""
    parts = ((MEANING, DIMENSIONS), (BEFORE, DIMENSIONS), (PRODUCT, DIMENSIONS), (FORM, form))
    return np.concatenate([np.full(many, scale, np.float32) for scale, many in parts])


def _sureness(head: Head, held_out: Arrays) -> dict[str, tuple[float, float]]:
    """Slopes and shifts that make the surest act's probability, and that of harm, come true."""
    acts = len(head.acts)
    spelt = with_rarity(held_out.spelling, head.spelling.rarity)
    alone = np.asarray(spelt @ (head.spelling.weights * head.spelling.scale))
    alone = alone + held_out.form @ head.form.weights + head.form.bias
    inside = np.maximum(held_out.dense @ head.hidden.weights + head.hidden.bias, 0)
    both = inside @ head.shown.weights + head.shown.bias + SPELLING_SAYS * alone
    signed = held_out.labels[:, :acts].any(axis=1)
    harms = held_out.labels[:, acts + KINDS.index("harmful")] > 0
    return {
        "both": _of_surest(both, held_out.labels, acts),
        "spelling": _of_surest(alone, held_out.labels, acts),
        "harm": _fitted(leaning(both, head.harmful, acts)[signed], harms[signed]),
    }


def _of_surest(scores: Numbers, labels: Numbers, acts: int) -> tuple[float, float]:
    rows, top = np.arange(len(scores)), scores[:, :acts].argmax(axis=1)
    return _fitted(scores[rows, top], labels[rows, top] > 0)


def _fitted(scores: Numbers, right: NDArray[np.bool_]) -> tuple[float, float]:
    line = LogisticRegression(C=1e6).fit(scores[:, None], right)
    return float(line.coef_[0, 0]), float(line.intercept_[0])
