"""What is typed becomes clean clauses in plain words."""

from __future__ import annotations

import pytest

from bot.understanding import Reader, guard
from bot.understanding.languages import language_of, plain
from bot.understanding.splitting import MOST, clauses


def test_the_guard_keeps_a_thousand_visible_characters() -> None:
    assert len(guard.clean("x" * 5000)) == guard.LIMIT
    assert guard.clean("you\u200b are\x00 sa\u00adfe") == "you are safe"
    assert guard.clean("ｙｏｕ") == "you"
    assert guard.clean("I’m “fine”") == 'I\'m "fine"'


def test_deeds_and_quotes_around_the_whole_line_are_not_said() -> None:
    assert guard.spoken("*sits down* Hello there.") == "Hello there."
    assert guard.spoken('"Hello there."') == "Hello there."


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Hello. How are you?", ("Hello.", "How are you?")),
        ("Mr. Singh, I'm sorry.", ("Mr. Singh, I'm sorry.",)),
        ("I hear you, but sit down.", ("I hear you", "but sit down.")),
        ("Sit down or I'll call security.", ("Sit down", "or I'll call security.")),
        ("Assis-toi, sinon je te sors.", ("Assis-toi", "sinon je te sors.")),
        ("Je comprends mais calmez-vous", ("Je comprends", "mais calmez-vous")),
        ("Do you want water, or I'll get tea?", ("Do you want water, or I'll get tea?",)),
        ("I have no choice but to go.", ("I have no choice but to go.",)),
    ],
)
def test_clauses_are_cut_at_sentences_and_turns(text: str, parts: tuple[str, ...]) -> None:
    assert clauses(text) == parts


def test_only_so_many_clauses_are_read() -> None:
    assert len(clauses("Go. " * 50)) == MOST


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("en", "I'm sorry, I can't.", "i am sorry i can not"),
        ("en", "im sorry i cant", "i am sorry i can not"),
        ("en", "ILL ASK THE NURSE", "i will ask the nurse"),
        ("en", "She's ill", "she is ill"),
        ("en", "sooooo sorry", "so sorry"),
        ("fr", "Ce n'est pas vrai", "c'est pas vrai"),
        ("fr", "cest pas vrai", "c'est pas vrai"),
        ("fr", "Je n'ai pas dormi", "j'ai pas dormi"),
        ("fr", "T'es fâché, pis t'as raison", "tu es fache et tu as raison"),
        ("fr", "Y a quelqu'un?", "il y a quelqu'un ?"),
        ("fr", "chu désolé", "je suis desole"),
    ],
)
def test_plain_words_do_not_depend_on_spelling(lang: str, text: str, words: str) -> None:
    assert plain(text, lang) == words


def test_the_language_is_the_expected_one_unless_the_words_clearly_say_otherwise() -> None:
    assert language_of("What do you want to do about that?", "fr") == "en"
    assert language_of("Qu'est-ce que vous voulez faire avec ça?", "en") == "fr"
    assert language_of("Okay.", "fr") == "fr"


def test_words_given_back_to_the_subject_are_a_reflection(reader: Reader) -> None:
    previous = "They took my keys and my wallet."
    mirrored = reader.read("your keys and your wallet", lang="en", previous=previous)
    assert [act.act for act in mirrored.acts] == ["reflect"]
    assert reader.read("your keys and your wallet", lang="en").acts == ()
    denied = reader.read("not your keys and your wallet", lang="en", previous=previous)
    assert denied.acts == ()
