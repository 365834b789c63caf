"""The learnt head: how likely each act is, from the features of a sentence."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from bot.understanding.encoder import DIMENSIONS
from bot.understanding.features import Features, Numbers, form_names
from bot.understanding.grams import BUCKETS

SHIPPED = Path(__file__).parent / "model"
"""The head that comes with the program."""

KINDS = ("helpful", "harmful", "neutral", "elsewhere")
"""Outputs beside the acts: whether the sentence helps, harms, shows no act at all, or is no
speech to the subject."""

SPELLING_SAYS = 0.7
"""What the spelling's score counts beside the other. Chosen on the validation voices."""

NUMBERS, KNOWN = "head.npz", "head.json"


class HeadError(Exception):
    """A head that cannot be used; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A weight for each input and output, and what is added to each output."""

    weights: Numbers
    bias: Numbers


@dataclass(frozen=True, slots=True)
class Spelling:
    """The layer that sees pieces of words, by bucket.

    Its many weights are whole numbers from -127 to 127, to be multiplied by the output's
    `scale`; `rarity` is what each bucket counts.
    """

    weights: NDArray[np.int8]
    scale: Numbers
    rarity: Numbers


@dataclass(frozen=True, slots=True)
class Head:
    """Two readers of the same sentence, added up: one-vs-rest scores for every output.

    `hidden` and `shown` are the two layers of the one that sees meaning, context and form;
    `spelling` and `form` together are the other, which stands alone where no encoder is
    installed. `sureness` holds the slope and shift that turn a score into a probability: for
    `both`, for `spelling` alone, and for `harm`.
    """

    acts: tuple[str, ...]
    hidden: Layer
    shown: Layer
    spelling: Spelling
    form: Layer
    sureness: Mapping[str, tuple[float, float]]
    about: Mapping[str, Any]

    @property
    def outputs(self) -> tuple[str, ...]:
        """The acts, then the kinds."""
        return (*self.acts, *KINDS)

    def scores(self, rows: Sequence[Features]) -> Numbers:
        """One row for each sentence, one column for each of `outputs`; above 0 is likelier."""
        spelt = np.stack([self._spelt(row) for row in rows])
        if not has_meaning(rows):
            return spelt
        dense = np.stack([row.dense for row in rows])
        inside = np.maximum(dense @ self.hidden.weights + self.hidden.bias, 0)
        total: Numbers = inside @ self.shown.weights + self.shown.bias + SPELLING_SAYS * spelt
        return total

    def _spelt(self, row: Features) -> Numbers:
        places, counts = weighed(row.spelling, self.spelling.rarity)
        pieces = counts @ self.spelling.weights[places].astype(np.float32)
        total: Numbers = (
            pieces * self.spelling.scale + row.form @ self.form.weights + self.form.bias
        )
        return total

    def probabilities(self, rows: Sequence[Features]) -> tuple[Numbers, Numbers]:
        """For each sentence the probability of each output, and that it harms, from 0 to 1."""
        scores = self.scores(rows)
        way = "both" if has_meaning(rows) else "spelling"
        return sure(scores, self.sureness[way]), sure(self.harm(scores), self.sureness["harm"])

    def harm(self, scores: Numbers) -> Numbers:
        """How far each row of scores leans to harm: by polarity and by the likeliest acts."""
        return leaning(scores, self.harmful, len(self.acts))

    @property
    def harmful(self) -> NDArray[np.bool_]:
        """Which acts harm."""
        known = frozenset(self.about["harmful"])
        return np.array([act in known for act in self.acts])


def leaning(scores: Numbers, harmful: NDArray[np.bool_], acts: int) -> Numbers:
    """Score of harm less score of help, polarity and likeliest act alike."""
    helps, harms = (acts + KINDS.index(kind) for kind in ("helpful", "harmful"))
    shown = scores[:, :acts]
    by_act = shown[:, harmful].max(axis=1) - shown[:, ~harmful].max(axis=1)
    lean: Numbers = scores[:, harms] - scores[:, helps] + by_act
    return lean


def has_meaning(rows: Sequence[Features]) -> bool:
    """Whether an encoder was at work."""
    return any(row.meaning.any() for row in rows)


def weighed(spelling: Mapping[int, int], rarity: Numbers) -> tuple[NDArray[np.int64], Numbers]:
    """The buckets of a sentence and their weights: rarer pieces count more, length nothing."""
    places = np.fromiter(spelling.keys(), np.int64, len(spelling))
    often = np.fromiter(spelling.values(), np.float32, len(spelling))
    weights = (1 + np.log(often)) * rarity[places]
    length = float(np.sqrt(weights @ weights))
    return places, (weights / length if length else weights).astype(np.float32)


def sure(scores: Numbers, sureness: tuple[float, float]) -> Numbers:
    """Scores as probabilities."""
    slope, shift = sureness
    probable: Numbers = 1 / (1 + np.exp(-np.clip(slope * scores + shift, -30, 30)))
    return probable


def save(head: Head, folder: Path) -> None:
    """Writes the head as one file of numbers and one of JSON."""
    folder.mkdir(parents=True, exist_ok=True)
    layers = {
        f"{name}_{part}": getattr(getattr(head, name), part).astype(np.float16)
        for name in ("hidden", "shown", "form")
        for part in ("weights", "bias")
    }
    np.savez_compressed(
        folder / NUMBERS,
        spelling=head.spelling.weights,
        scale=head.spelling.scale,
        rarity=head.spelling.rarity.astype(np.float16),
        **layers,
    )
    known = {"acts": head.acts, "sureness": head.sureness, "about": head.about}
    document = json.dumps(known, indent=1, ensure_ascii=False)
    (folder / KNOWN).write_text(document + "\n", encoding="utf-8")


_DAMAGED = (
    OSError, EOFError, KeyError, ValueError, TypeError, AttributeError, IndexError, BadZipFile,
)  # fmt: skip


@lru_cache(maxsize=4)
def load(folder: Path) -> Head:
    """The head in a folder.

    Raises:
        HeadError: a file is missing or damaged.
    """
    try:
        known = json.loads((folder / KNOWN).read_text(encoding="utf-8"))
        with (folder / NUMBERS).open("rb") as file, np.load(file, allow_pickle=False) as packed:
            numbers = {name: packed[name] for name in packed.files}
        head = Head(
            acts=tuple(known["acts"]),
            hidden=_layer(numbers, "hidden"),
            shown=_layer(numbers, "shown"),
            spelling=Spelling(
                numbers["spelling"], numbers["scale"], numbers["rarity"].astype(np.float32)
            ),
            form=_layer(numbers, "form"),
            sureness={name: (pair[0], pair[1]) for name, pair in known["sureness"].items()},
            about=known["about"],
        )
        _check(head)
        return head
    except _DAMAGED as error:
        raise HeadError(
            f"the head in {folder} cannot be read ({error}); train one or roll back"
        ) from error


def _check(head: Head) -> None:
    """Refuses a head made for other features than these, say by an older program."""
    form, inside = len(form_names(head.acts)), head.hidden.weights.shape[1]
    outputs = len(head.outputs)
    shapes = {
        "hidden": (head.hidden.weights.shape, (3 * DIMENSIONS + form, inside)),
        "shown": (head.shown.weights.shape, (inside, outputs)),
        "form": (head.form.weights.shape, (form, outputs)),
        "spelling": (head.spelling.weights.shape, (BUCKETS, outputs)),
    }
    wrong = [name for name, (here, expected) in shapes.items() if here != expected]
    missing = {"both", "spelling", "harm"} - set(head.sureness)
    if wrong or missing or not set(head.about["harmful"]) <= set(head.acts):
        raise ValueError(f"made for another version: {', '.join([*wrong, *sorted(missing)])}")


def _layer(numbers: Mapping[str, NDArray[Any]], name: str) -> Layer:
    weights, bias = (numbers[f"{name}_{part}"].astype(np.float32) for part in ("weights", "bias"))
    return Layer(weights, bias)
