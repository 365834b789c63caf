"""The seed sentences are complete, well-formed, and kept apart by voice and by setting."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bot.understanding.training import examining, seeds
from bot.understanding.training.seeds import SPLITS, SeedError
from dialogues.catalogue import load_catalogue

ACTS = frozenset(load_catalogue().acts)
ROLES = {"police", "nurse", "security", "social_worker"}
SPLIT = {split: seeds.rows_of(split) for split in SPLITS}
EVERY = [row for rows in SPLIT.values() for row in rows]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_act_has_sixty_lines_or_more_and_so_has_none(lang: str) -> None:
    counted = Counter(row.acts[0] if row.acts else "none" for row in EVERY if row.lang == lang)
    assert set(counted) == ACTS | {"none"}
    assert min(counted.values()) >= 60


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_frozen_lines_hold_every_act_fifteen_times_or_more(lang: str) -> None:
    counted = Counter(row.acts[0] for row in SPLIT["frozen"] if row.acts and row.lang == lang)
    assert set(counted) == ACTS and min(counted.values()) >= 15


def test_acts_and_roles_are_known_ones_and_all_roles_are_there() -> None:
    assert {act for row in EVERY for act in row.acts} == ACTS
    assert {row.role for row in EVERY} == ROLES


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_no_voice_and_no_setting_is_in_two_splits(lang: str) -> None:
    for what in ("voice", "setting"):
        seen: set[str] = set()
        for rows in SPLIT.values():
            here = {getattr(row, what) for row in rows if row.lang == lang}
            assert not here & seen
            seen |= here
        assert len(seen) >= {"voice": 6, "setting": 10}[what]


def test_nothing_is_learnt_that_a_frozen_line_says() -> None:
    """A few short lines ("oui", "hmm") came to two voices by themselves."""
    said = {split: {(r.lang, r.text.casefold()) for r in rows} for split, rows in SPLIT.items()}
    assert len(said["frozen"] & (said["train"] | said["validation"])) < 12
    learnt = examining.apart(SPLIT["train"], SPLIT["frozen"])
    assert not {(row.lang, row.text.casefold()) for row in learnt} & said["frozen"]
    assert len(learnt) > 0.97 * len(SPLIT["train"])


def test_the_frozen_lines_are_the_ones_that_were_frozen() -> None:
    assert examining.frozen_rows() == SPLIT["frozen"]


def test_a_changed_frozen_line_is_refused(tmp_path: Path) -> None:
    for lang in ("en", "fr"):
        (tmp_path / lang).mkdir()
        for name in seeds.voices("frozen", lang):
            text = (seeds.FOLDER / lang / f"{name}.txt").read_text(encoding="utf-8")
            (tmp_path / lang / f"{name}.txt").write_text(text, encoding="utf-8")
    kept = (seeds.FOLDER / examining.FROZEN_HASH).read_text(encoding="utf-8")
    (tmp_path / examining.FROZEN_HASH).write_text(kept, encoding="utf-8")
    assert examining.frozen_rows(tmp_path)
    with (tmp_path / "fr" / "pair.txt").open("a", encoding="utf-8") as file:
        file.write("thank | library | police |  | merci ben gros\n")
    with pytest.raises(SeedError, match="restore them, never tune"):
        examining.frozen_rows(tmp_path)


@pytest.mark.parametrize("line", ["thank | er | police | hello", "| er | police |  | hi"])
def test_a_line_that_cannot_be_read_names_its_place_and_the_form(tmp_path: Path, line: str) -> None:
    path = tmp_path / "voice.txt"
    path.write_text(f"# a voice\n\n{line}\n", encoding="utf-8")
    with pytest.raises(SeedError, match=r"voice\.txt:3: write it as acts \| setting"):
        list(seeds.read(path, "en"))


def test_rows_come_as_written(tmp_path: Path) -> None:
    path = tmp_path / "voice.txt"
    path.write_text("thank+affirm | er | nurse | I stayed. | you did\nnone | er | police |  | ok\n")
    first, second = seeds.read(path, "en")
    assert (first.acts, first.previous, first.text) == (("thank", "affirm"), "I stayed.", "you did")
    assert (second.acts, second.previous, second.voice) == ((), "", "voice")
