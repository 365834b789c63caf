"""The sentences that defeat keyword readers are read for what they do."""

from __future__ import annotations

import pytest

from bot.understanding import Reader

PROBES = [
    ("en", "I'm listening. Take all the time you want.", "helpful", {"encourage", "slow_down"}),
    (
        "en",
        "I know this has been a horrible night for you.",
        "helpful",
        {"label_emotion", "validate"},
    ),
    ("en", "You sound exhausted and scared.", "helpful", {"label_emotion"}),
    ("en", "It sounds like you felt ignored.", "helpful", {"label_emotion", "reflect"}),
    (
        "en",
        "You've been carrying this on your own for weeks and nobody noticed.",
        "helpful",
        {"reflect", "affirm"},
    ),
    ("en", "How long have you been feeling like this?", "helpful", {"open_question"}),
    ("en", "Are you thinking of killing yourself?", "helpful", {"ask_suicide"}),
    (
        "en",
        "I'm not going to rush you; nobody is going to touch you.",
        "helpful",
        {"slow_down", "reassure"},
    ),
    (
        "en",
        "I understand, but shut your mouth and sit down, please.",
        "harmful",
        {"command", "insult"},
    ),
    ("en", "I understand you are useless to me, thank you.", "harmful", {"insult"}),
    ("en", "I can't help you. Go away.", "harmful", {"dismiss"}),
    (
        "fr",
        "Je vous écoute. Prenez tout le temps qu'il vous faut.",
        "helpful",
        {"encourage", "slow_down"},
    ),
    (
        "fr",
        "Je sais que c'est une nuit horrible pour vous.",
        "helpful",
        {"label_emotion", "validate"},
    ),
    ("fr", "Vous avez l'air épuisé, pis vous avez peur.", "helpful", {"label_emotion"}),
    ("fr", "On dirait que vous vous êtes senti ignoré.", "helpful", {"label_emotion"}),
    (
        "fr",
        "Vous portez ça tout seul depuis des semaines, et personne s'en est rendu compte.",
        "helpful",
        {"reflect", "affirm"},
    ),
    ("fr", "Ça fait combien de temps que vous vous sentez comme ça?", "helpful", {"open_question"}),
    ("fr", "Est-ce que vous pensez à vous tuer?", "helpful", {"ask_suicide"}),
    (
        "fr",
        "Je vais pas vous presser; personne va vous toucher.",
        "helpful",
        {"slow_down", "reassure"},
    ),
    (
        "fr",
        "Je comprends, mais fermez votre gueule pis assoyez-vous, s'il vous plaît.",
        "harmful",
        {"command", "insult"},
    ),
    ("fr", "Je comprends que vous êtes nul, merci.", "harmful", {"insult"}),
    ("fr", "Je peux pas vous aider. Allez-vous-en.", "harmful", {"dismiss"}),
]


@pytest.mark.parametrize(
    ("lang", "text", "polarity", "acts"),
    PROBES,
    ids=lambda v: None if isinstance(v, set) else str(v)[:50],
)
def test_a_probe_is_read_for_what_it_does(
    reader: Reader, lang: str, text: str, polarity: str, acts: set[str]
) -> None:
    reading = reader.read(text, lang=lang)
    assert reading.polarity == polarity
    assert reading.acts[0].act in acts
    assert not reading.abstained


@pytest.mark.parametrize(
    ("lang", "text", "feeling"),
    [
        ("en", "You sound exhausted.", "exhaustion"),
        ("en", "You seem really angry about this.", "anger"),
        ("en", "It sounds like you felt ignored.", "ignored"),
        ("en", "That must be frightening.", "fear"),
        ("en", "You look worried about her.", "worry"),
        ("fr", "Vous avez l'air épuisée.", "exhaustion"),
        ("fr", "Ça doit être inquiétant.", "worry"),
        ("fr", "On dirait que vous vous sentez ignoré.", "ignored"),
        ("fr", "Je sens que t'es fâché.", "anger"),
    ],
)
def test_a_label_names_the_family_of_its_feeling(
    reader: Reader, lang: str, text: str, feeling: str
) -> None:
    label = next(a for a in reader.read(text, lang=lang).acts if a.act == "label_emotion")
    assert label.feeling == feeling


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "I'm sorry about the wait, but you have to wait like everyone else."),
        ("fr", "Je suis désolé pour l'attente, mais vous devez attendre comme tout le monde."),
    ],
)
def test_a_kind_clause_and_a_harmful_one_make_a_mixed_move(
    reader: Reader, lang: str, text: str
) -> None:
    reading = reader.read(text, lang=lang)
    assert reading.polarity == "mixed"
    assert {"apologise", "policy_wall"} <= {act.act for act in reading.acts}


def test_each_act_shows_the_sentence_it_was_found_in(reader: Reader) -> None:
    reading = reader.read("Hi, my name is Amanda. I'm so sorry for the wait.", lang="en")
    assert {a.act: a.sentence for a in reading.acts} == {
        "introduce": "Hi, my name is Amanda.",
        "apologise": "I'm so sorry for the wait.",
    }
    assert all(act.source.startswith("rule:en.") for act in reading.acts)


def test_at_most_three_acts_are_reported_and_both_signs_survive(reader: Reader) -> None:
    reading = reader.read(
        "Hi, my name is Amanda. I'm so sorry. You sound exhausted. No rush. You need to calm down.",
        lang="en",
    )
    assert len(reading.acts) == 3
    assert reading.polarity == "mixed"
    assert "calm_down" in {act.act for act in reading.acts}


def test_a_bilingual_crew_may_switch_language_in_mid_move(reader: Reader) -> None:
    reading = reader.read(
        "Bonjour, je m'appelle Karine. What can I do for you tonight, sir?", lang="fr"
    )
    assert {"introduce", "open_question"} <= {act.act for act in reading.acts}
