"""An accepted correction is followed for the same words, and for no others."""

from __future__ import annotations

import pytest

from bot.understanding import Exemplar, Reader, learnt_reader
from bot.understanding.encoder import sentence_encoder
from bot.understanding.exemplars import nearest
from state_machines.acts import Polarity

BREAD = Exemplar("Nobody leaves this kitchen hungry, my friend.", "en", ("offer_comfort",))
PAIN = Exemplar("Personne sort d'ici le ventre vide, mon ami.", "fr", ("offer_comfort",))


@pytest.fixture(scope="module")
def reader() -> Reader:
    return learnt_reader()


def test_the_very_words_are_read_as_accepted(reader: Reader) -> None:
    reading = reader.read("nobody leaves this kitchen hungry my friend", lang="en",
                          exemplars=(BREAD,))  # fmt: skip
    (act,) = reading.acts
    assert (act.act, act.source, act.confidence) == ("offer_comfort", "corrected", 1.0)
    assert (reading.polarity, reading.abstained) == (Polarity.HELPFUL, "")


def test_nearly_the_same_words_are_too(reader: Reader) -> None:
    said = "Nobody leaves this kitchen hungry, friend."
    (act,) = reader.read(said, lang="en", exemplars=(BREAD,)).acts
    assert act.act == "offer_comfort" and 0.92 <= act.confidence <= 1


@pytest.mark.parametrize(
    "said",
    [
        "Somebody leaves this kitchen hungry, my friend.",
        "Does nobody leave this kitchen hungry, my friend?",
        "Nobody leaves this kitchen.",
        "Sit down.",
    ],
)
def test_words_turned_round_or_others_are_not(said: str) -> None:
    assert nearest(said, "en", (BREAD,), sentence_encoder()) is None


def test_a_correction_counts_in_its_own_language_only() -> None:
    assert nearest(BREAD.text, "fr", (BREAD,), sentence_encoder()) is None
    assert nearest(PAIN.text, "fr", (BREAD, PAIN), sentence_encoder()) == (PAIN, 1.0)


def test_the_newest_of_two_wins() -> None:
    newer = Exemplar(BREAD.text, "en", ("reassure",))
    assert nearest(BREAD.text, "en", (BREAD, newer), None) == (newer, 1.0)


def test_without_an_encoder_only_the_very_words_count() -> None:
    assert nearest("NOBODY leaves this kitchen hungry my friend", "en", (BREAD,), None)
    assert nearest("Nobody leaves this kitchen hungry, friend.", "en", (BREAD,), None) is None


def test_an_exemplar_of_nothing_takes_the_act_away(reader: Reader) -> None:
    nothing = Exemplar("Sit down.", "en", ())
    reading = reader.read("sit down", lang="en", exemplars=(nothing,))
    assert (reading.acts, reading.polarity) == ((), Polarity.NEUTRAL)
