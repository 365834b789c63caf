"""Damage is what phones do to words, the same each time."""

from __future__ import annotations

import pytest

from bot.understanding.training.damage import DAMAGES, damaged

SAID = {"en": "I'm sorry, you've waited since six. Are you hurt?",
        "fr": "Je suis désolée, c'est long. Êtes-vous blessé, là?"}  # fmt: skip


@pytest.mark.parametrize("kind", sorted(DAMAGES))
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_same_line_is_always_damaged_the_same_way(kind: str, lang: str) -> None:
    said = " ".join([SAID[lang]] * 20)
    assert damaged(said, lang, kind) == damaged(said, lang, kind) != said


def test_marks_go_and_words_stay() -> None:
    bare = "im sorry youve waited since six are you hurt"
    assert damaged(SAID["en"], "en", "bare") == bare
    assert damaged(SAID["en"], "en", "unpunctuated") == (
        "i'm sorry you've waited since six are you hurt"
    )
    assert damaged(SAID["fr"], "fr", "bare") in (
        "je suis desolee cest long etes vous blesse la",
        "je suis desolee c est long etes vous blesse la",
    )


def test_capitals_and_short_spellings() -> None:
    assert damaged("Are you okay?", "en", "capitals") == "ARE YOU OKAY?"
    assert damaged("Are you okay?", "en", "slang") == "r u k?"
    assert damaged("Je suis ici parce que c'est tard", "fr", "slang") == "chu ici pcq cest tard"


def test_about_six_letters_in_a_hundred_are_hit() -> None:
    text = "the quick brown fox jumps over the lazy dog again and again " * 40
    worse = damaged(text, "en", "typos")
    assert 0.02 < sum(a != b for a, b in zip(text.split(), worse.split(), strict=False)) / len(
        text.split()
    ) < 0.6  # fmt: skip
    assert abs(len(worse) - len(text)) < 0.05 * len(text)
