"""Topics and echo: what the words are about, and whether they take up the last line."""

from __future__ import annotations

import pytest

from bot.understanding import Reader

TOPICS = {
    "en": {
        "daughter": ("How is your daughter doing?", "What are her symptoms?"),
        "wait": ("How long have you been waiting?", "When did you get here?"),
        "name": ("What's your name?", "What should I call you?"),
        "desk": ("What happened at the desk?", "What did the clerk say to you?"),
        "work": ("Where do you work?", "Do you have a shift tomorrow?"),
    },
    "fr": {
        "fille": ("Comment va votre fille?", "Quels sont ses symptômes?"),
        "attente": ("Vous attendez depuis combien de temps?", "Quand êtes-vous arrivés?"),
        "nom": ("C'est quoi votre nom?", "Comment vous appelez-vous?"),
        "accueil": (
            "Qu'est-ce qui s'est passé à l'accueil?",
            "Qu'est-ce que la commis vous a dit?",
        ),
        "travail": ("Où travaillez-vous?", "Avez-vous un quart demain?"),
    },
}


@pytest.mark.parametrize(
    ("lang", "text", "topic"),
    [
        ("en", "tell me about your daughter", "daughter"),
        ("en", "You've been waiting for hours", "wait"),
        ("en", "and your name?", "name"),
        ("en", "So what went wrong at the desk", "desk"),
        ("en", "Are you working tomorrow?", "work"),
        ("fr", "parlez-moi de votre fille", "fille"),
        ("fr", "Ça fait des heures que vous attendez", "attente"),
        ("fr", "votre nom, monsieur?", "nom"),
        ("fr", "Racontez-moi ce qui est arrivé à l'accueil", "accueil"),
        ("fr", "vous travaillez demain?", "travail"),
    ],
)
def test_words_touch_the_topic_they_are_about(
    reader: Reader, lang: str, text: str, topic: str
) -> None:
    assert topic in reader.read(text, lang=lang, topics=TOPICS[lang]).topics


@pytest.mark.parametrize(("lang", "text"), [("en", "Okay."), ("fr", "D'accord.")])
def test_words_without_matter_touch_no_topic(reader: Reader, lang: str, text: str) -> None:
    assert reader.read(text, lang=lang, topics=TOPICS[lang]).topics == ()


def test_an_example_question_always_touches_its_own_topic(reader: Reader) -> None:
    for lang, topics in TOPICS.items():
        for name, lines in topics.items():
            for line in lines:
                assert name in reader.read(line, lang=lang, topics=topics).topics, line


def test_another_kin_is_another_topic(reader: Reader) -> None:
    topics = {"wife": ("Where is your wife?",), "daughter": ("How old is your daughter?",)}
    assert reader.read("Where is your wife now?", lang="en", topics=topics).topics[0] == "wife"


def test_echo_is_the_share_of_matter_taken_up(reader: Reader) -> None:
    previous = "My daughter has a fever and nobody told us anything."
    took_up = reader.read("Your daughter has a fever.", lang="en", previous=previous).echo
    ignored = reader.read("Please fill in this form.", lang="en", previous=previous).echo
    assert took_up == 1.0
    assert ignored == 0.0
    assert reader.read("Mm-hmm.", lang="en", previous=previous).echo == 0.0


def test_words_are_counted_as_said(reader: Reader) -> None:
    assert reader.read("I'm sorry about that.", lang="en").words == 4
    assert reader.read("*sits down* Je vous écoute.", lang="fr").words == 3
