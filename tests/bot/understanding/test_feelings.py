"""The feeling that a sentence names, and how strongly it says so."""

from __future__ import annotations

import pytest

from bot.understanding import Reader, learnt_reader
from bot.understanding.feelings import MILD, STRONG, felt
from bot.understanding.languages import plain


@pytest.mark.parametrize(
    ("lang", "said", "family", "intensity"),
    [
        ("en", "You sound a bit annoyed.", "frustration", MILD),
        ("en", "You sound frustrated.", "frustration", ""),
        ("en", "You're furious, and it shows.", "anger", STRONG),
        ("en", "You seem so scared.", "fear", STRONG),
        ("en", "a little worried, maybe", "worry", MILD),
        ("en", "you must be terrified", "fear", STRONG),
        ("fr", "Vous avez l'air un peu inquiète.", "worry", MILD),
        ("fr", "Vous avez l'air inquiète.", "worry", ""),
        ("fr", "t'es vraiment en colère", "anger", STRONG),
        ("fr", "Vous êtes terrifiée.", "fear", STRONG),
        ("fr", "Vous semblez agacé", "frustration", MILD),
        ("en", "So you asked three times.", "", ""),
        ("fr", "Vous avez demandé trois fois.", "", ""),
    ],
)
def test_family_and_intensity(lang: str, said: str, family: str, intensity: str) -> None:
    assert felt(plain(said, lang), lang) == (family, intensity)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return learnt_reader()


def test_a_label_carries_its_feeling_also_where_only_the_head_sees_it(reader: Reader) -> None:
    (act, *_) = reader.read("there's a lot of fear in that voice, i think", lang="en").acts
    assert (act.act, act.feeling) == ("label_emotion", "fear")


def test_what_names_no_feeling_carries_none(reader: Reader) -> None:
    (act, *_) = reader.read("I'm sorry you were left alone.", lang="en").acts
    assert (act.act, act.feeling, act.intensity) == ("apologise", "", "")
