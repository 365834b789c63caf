"""A slip of the thumb changes no reading, and what is known stays as typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.understanding.lexicon import FOLDER, lexicon
from bot.understanding.spelling import MOST, mended
from bot.understanding.training import lexicon as making
from bot.understanding.training import seeds


@pytest.mark.parametrize(
    ("lang", "typed", "meant"),
    [
        ("en", "im sorrry nobdy came", "im sorry nobody came"),
        ("en", "You sound frustated", "You sound frustrated"),
        ("en", "whta hapened tonight", "what happened tonight"),
        ("fr", "je suis desole", "je suis désolé"),
        ("fr", "personnne est venu", "personne est venu"),
        ("fr", "je compends", "je comprends"),
    ],
)
def test_slips_are_mended(lang: str, typed: str, meant: str) -> None:
    assert mended(typed, lang) == meant


@pytest.mark.parametrize(
    ("lang", "typed"),
    [
        ("en", "SIT DOWN, please. I'm Constable Roy!"),
        ("en", "u ok? gonna b fine"),
        ("en", "🚓 *nods* 12:30 ..."),
        ("fr", "Assoyez-vous là, s'il vous plaît."),
        ("fr", "chu là pis j'écoute"),
        ("fr", ""),
    ],
)
def test_what_is_known_or_no_word_stays(lang: str, typed: str) -> None:
    assert mended(typed, lang) == typed


def test_mash_is_not_made_into_speech() -> None:
    typed = " ".join(["qwrtpsdfg"] * 40)
    assert mended(typed, "en") == typed


def test_only_so_many_words_of_a_clause_are_mended() -> None:
    typed = " ".join(["hapened"] * (MOST + 3))
    assert mended(typed, "en").split().count("happened") == MOST


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_words_are_those_of_the_training_voices(lang: str, tmp_path: Path) -> None:
    making.write(seeds.rows_of("train"), tmp_path)
    assert (tmp_path / f"{lang}.txt").read_bytes() == (FOLDER / f"{lang}.txt").read_bytes(), (
        "after seeds were added: python -m bot.understanding.training.lexicon"
    )
    assert len(lexicon(lang).words) > 3000
