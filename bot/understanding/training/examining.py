"""The whole examination and the whole teaching, as the command line asks for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol, TypeVar

from bot.understanding.encoder import as_read, sentence_encoder
from bot.understanding.head import save
from bot.understanding.reader import Reader, learnt_reader, rules_reader, signs_of_acts
from bot.understanding.training import evaluating, seeds
from bot.understanding.training.seeds import Row
from bot.understanding.versions import objections
from dialogues.play import LANGS
from state_machines.acts import Polarity

FROZEN_HASH = "frozen.sha256"

TWIN = 0.9
"""Likeness of meaning (cosine) above which two lines are too near for one to test what was
learnt from the other (nlu.md 6)."""

T = TypeVar("T", bound="Corrected")


class Corrected(Protocol):
    """A correction that people agree on; see the store's `Correction`."""

    @property
    def text(self) -> str: ...
    @property
    def lang(self) -> str: ...
    @property
    def previous(self) -> str: ...
    @property
    def new_acts(self) -> tuple[str, ...]: ...


def frozen_rows(folder: Path = seeds.FOLDER) -> list[Row]:
    """The frozen lines, which must be the very ones that were frozen.

    Raises:
        SeedError: somebody changed them.
    """
    rows = seeds.rows_of("frozen", folder)
    expected = (folder / FROZEN_HASH).read_text(encoding="utf-8").split()[0]
    if seeds.fingerprint(rows) != expected:
        raise seeds.SeedError("the frozen lines were changed; restore them, never tune on them")
    return rows


def examined(head: Path) -> dict[str, Any]:
    """The report on the head in a folder, see `evaluating.report`, with lines from elsewhere."""
    reader, rows = learnt_reader(head), frozen_rows()
    found = evaluating.report(reader, rules_reader(), rows, signs_of_acts())
    return {**found, "elsewhere": _elsewhere(reader, rows), "frozen": seeds.fingerprint(rows)}


def _elsewhere(reader: Reader, rows: Sequence[Row]) -> dict[str, float]:
    strange = evaluating.examine(reader, seeds.elsewhere("frozen"))
    return {
        "lines": len(strange),
        "not_read": 1 - evaluating.read_as_acts(strange),
        "refused": evaluating.refused(evaluating.examine(reader, rows)),
    }


def compared(old: Path, new: Path) -> list[str]:
    """Why the head in `new` must not take the place of the one in `old`; empty if it may."""
    readers = [learnt_reader(folder) for folder in (old, new)]
    signs, rows = signs_of_acts(), frozen_rows()
    before, after = (evaluating.essentials(reader, rows, signs) for reader in readers)
    harmful = frozenset(act for act, sign in signs.items() if sign is Polarity.HARMFUL)
    return objections(before, after, harmful)


def seed_lines() -> int:
    """How many seed sentences there are to learn from."""
    return len(seeds.rows_of("train"))


def train(folder: Path, corrected: Sequence[Corrected] = ()) -> None:
    """Teaches a head from the seeds and agreed corrections, and saves it in `folder`.

    Raises:
        ModuleNotFoundError: the packages for training are not installed.
    """
    from bot.understanding.training.learning import teach

    rows = apart(
        [
            *seeds.rows_of("train"),
            *seeds.elsewhere("train"),
            *(Row(one.text, one.lang, one.new_acts, one.previous) for one in corrected),
        ],
        frozen_rows(),
    )
    about = {"lines": len(rows), "corrections": len(corrected), "seeds": seeds.fingerprint(rows)}
    save(teach(rows, seeds.rows_of("validation"), signs_of_acts(), about), folder)


def apart(rows: Sequence[Row], held_back: Sequence[Row]) -> list[Row]:
    """The rows that say nothing a row held back says nearly as well, in the same language."""
    encoder = sentence_encoder()
    if encoder is None:
        return list(rows)
    kept = []
    for lang in LANGS:
        here = [row for row in rows if row.lang == lang]
        there = [as_read(row.text) for row in held_back if row.lang == lang]
        if not here or not there:
            kept += here
            continue
        alike = encoder.encode([as_read(row.text) for row in here]) @ encoder.encode(there).T
        kept += [row for row, most in zip(here, alike.max(axis=1), strict=True) if most <= TWIN]
    return kept


def settled(corrected: Sequence[T]) -> tuple[list[T], list[str]]:
    """The corrections to learn from, and the words on which they disagree."""
    by_words: dict[tuple[str, str], list[T]] = defaultdict(list)
    for one in corrected:
        by_words[one.lang, one.text.casefold().strip()].append(one)
    agreed = [same[0] for same in by_words.values() if len({one.new_acts for one in same}) == 1]
    apart = [same[0].text for same in by_words.values() if len({one.new_acts for one in same}) > 1]
    return agreed, apart
