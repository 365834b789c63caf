"""Whatever is typed, the reader answers: quickly, always the same, and never with an error."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding import Reader, rules_reader

BOMBS = [
    "so, " * 1024,
    " " * 4096,
    "a" * 4096,
    "((((" * 1024,
    "?!" * 2048,
    '"' * 4096,
    "*" * 4096,
    "you " * 1024,
    "vous " * 820,
    "i will " * 585,
    "or i will " * 410,
    "qu'est-ce que " * 293,
    "if you do not " * 293,
    "je vais " * 512,
    "a. " * 1365,
    "-'" * 2048,
    "\n" * 4096,
    "é" * 4096,
    "so you have not been told what is not " * 108,
    "there is a " * 373,
    "would you like to " * 228,
]


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("text", BOMBS, ids=lambda t: repr(t[:12]))
def test_no_input_is_a_time_bomb(reader: Reader, lang: str, text: str) -> None:
    reader.read("warm up", lang=lang)
    best = min(_seconds(reader, text, lang) for _ in range(3))
    # The aim is 0.1 s; the factor is for machines busy with other things.
    assert best < 0.1 * 10


def _seconds(reader: Reader, text: str, lang: str) -> float:
    began = perf_counter()
    reader.read(text, lang=lang, previous=text, topics={"t": (text,)})
    return perf_counter() - began


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x" * 5000,
        "🙂" * 300,
        "\u202eabc\u202c you are safe",
        "you are\x00 safe",
        "\ud800",
        "a\udfffb",
    ],
)
def test_bad_input_never_raises(reader: Reader, text: str) -> None:
    for lang in ("en", "fr"):
        reader.read(text, lang=lang, previous=text, topics={"t": (text,)})


@given(st.text(), st.sampled_from(["en", "fr"]))
@settings(max_examples=150, deadline=None)
def test_no_text_raises_and_the_answer_is_always_the_same(text: str, lang: str) -> None:
    reader = rules_reader()
    first = reader.read(text, lang=lang, previous=text, topics={"t": (text,)})
    assert first == reader.read(text, lang=lang, previous=text, topics={"t": (text,)})
    assert 0 <= first.echo <= 1
    assert len(first.acts) <= 3
    assert first.text == text


CLEAR = [
    ("en", "I'm so sorry for the wait, Mr. Singh.", "apologise"),
    ("en", "You sound really worried about her.", "label_emotion"),
    ("en", "What happened at the desk?", "open_question"),
    ("en", "You need to calm down.", "calm_down"),
    ("en", "Sit down or I'll call security.", "threaten"),
    ("en", "Can I get you some water?", "offer_comfort"),
    ("en", "I don't make the rules.", "policy_wall"),
    ("en", "You don't have to answer that.", "autonomy"),
    ("en", "There's no rush.", "slow_down"),
    ("en", "Why didn't you call us?", "why_question"),
    ("fr", "Je suis désolé pour l'attente.", "apologise"),
    ("fr", "Vous avez l'air épuisé.", "label_emotion"),
    ("fr", "Qu'est-ce qui s'est passé?", "open_question"),
    ("fr", "Calmez-vous.", "calm_down"),
    ("fr", "C'est le règlement.", "policy_wall"),
    ("fr", "Êtes-vous blessé?", "safety_question"),
    ("fr", "Prenez votre temps.", "slow_down"),
    ("fr", "J'ai pas le temps de m'occuper de vous.", "dismiss"),
]


@pytest.mark.parametrize(("lang", "text", "act"), CLEAR)
def test_capitals_missing_marks_and_curly_quotes_change_nothing(
    reader: Reader, lang: str, text: str, act: str
) -> None:
    bare = "".join(c for c in text if c not in ".,!'’")
    variants = [
        text,
        text.upper(),
        text.lower().rstrip(".!"),
        text.replace("'", "’"),
        bare.lower(),
        bare.upper(),
        f"  {text}  ",
        text.replace(" ", "  "),
    ]
    for variant in variants:
        reading = reader.read(variant, lang=lang)
        assert reading.acts, variant
        assert reading.acts[0].act == act, variant


@pytest.mark.parametrize(
    ("lang", "text", "act"),
    [
        ("fr", "vous etes en securite ici", "reassure"),
        ("fr", "jai demande a mes collegues de reculer", "clear_scene"),
        ("fr", "cest pas mon probleme", "dismiss"),
        ("fr", "chu desole", "apologise"),
        ("fr", "tsais prends ton temps", "slow_down"),
        ("fr", "quest ce qui se passe", "open_question"),
        ("en", "im not going anywhere", "reassure"),
        ("en", "ur safe here", "reassure"),
        ("en", "dont be an idiot", "insult"),
        ("en", "pls lower your voice", "request"),
        ("en", "sooooo sorry about that", "apologise"),
    ],
)
def test_lazy_spelling_is_understood(reader: Reader, lang: str, text: str, act: str) -> None:
    assert reader.read(text, lang=lang).acts[0].act == act


def test_only_the_first_thousand_characters_are_read(reader: Reader) -> None:
    late = "the hall is long " * 70 + ". You idiot."
    assert reader.read(late, lang="en").polarity == "neutral"
