"""The rubric tells skill from its opposite, item by item, and nothing else."""

import json
from functools import cache
from statistics import fmean

import pytest

from bot.cli.scoring import of_transcript
from bot.feedback.rubric.items import ITEMS
from bot.feedback.rubric.record import of_turns
from bot.feedback.rubric.score import score
from bot.understanding import learnt_reader
from dialogues.play import LANGS
from dialogues.policies import POLICIES
from dialogues.records import turn_of
from dialogues.rehearse import played
from tests.plays import SCENARIOS, prepared

SEEDS = range(6)


@cache
def scores(name, policy, lang="en"):
    play = prepared(name, lang)
    return tuple(
        score(of_turns([turn_of(one) for one in played(play, POLICIES[policy], seed)], play))
        for seed in SEEDS
    )


def mean_of(policy, item):
    return fmean(
        one.score
        for name in SCENARIOS
        for found in scores(name, policy)
        for one in found.items
        if one.id == item and one.score is not None
    )


@pytest.mark.parametrize("name", SCENARIOS)
def test_experts_score_high_and_hostility_low(name):
    assert fmean(found.total for found in scores(name, "expert")) >= 4.0
    assert fmean(found.total for found in scores(name, "hostile")) <= 1.8


@pytest.mark.parametrize("item", ITEMS)
def test_every_item_separates_the_two(item):
    assert mean_of("expert", item) >= mean_of("hostile", item) + 1.0


@pytest.mark.parametrize("name", SCENARIOS)
def test_novices_stand_between(name):
    expert, novice, hostile = (
        fmean(found.total for found in scores(name, policy))
        for policy in ("expert", "novice", "hostile")
    )
    assert hostile < novice < expert


def test_putting_every_risk_check_off_costs_what_answering_them_gives():
    play = prepared("er_waiting_room", "en")
    turns = [turn_of(one) for one in played(play, POLICIES["novice"], 3)]

    def risk(**looks):
        found = score(of_turns(turns, play, **looks))
        return next(one.exact for one in found.items if one.id == "risk")

    assert risk(put_off=3) < risk(put_off=1) < risk() < risk(looks=1) < risk(looks=3)


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_language_of_the_words_shown_changes_no_score(name):
    assert scores(name, "novice", "en") == scores(name, "novice", "fr")


def test_the_weights_add_up_and_nothing_leaves_one_to_five():
    assert sum(weight for weight, _ in ITEMS.values()) == pytest.approx(1.01, abs=0.02)
    for name in SCENARIOS:
        for policy in ("expert", "random", "spam", "silent", "hostile"):
            for found in scores(name, policy):
                assert all(1 <= one.score <= 5 for one in found.items if one.score is not None)


GOOD = {
    "en": [
        ("subject", "Six hours! Nobody tells me anything about my daughter!"),
        ("trainee", "Hello, I'm Sam, the charge nurse. I came because you've waited so long."),
        ("subject", "And?"),
        ("trainee", "You sound frightened for her."),
        ("subject", "I am."),
        ("trainee", "I'm sorry nobody came to you sooner. May I sit down here?"),
        ("subject", "Fine."),
        ("trainee", "What happened tonight, before you came in?"),
        ("subject", "She was on the kitchen floor."),
        ("trainee", "So you found her on the floor and drove her here yourself."),
        ("subject", "Yes."),
        ("trainee", "I'll go and ask what they know, and I'll be back in ten minutes."),
        ("subject", "All right."),
        ("trainee", "Would you rather wait here or in the family room?"),
    ],
    "fr": [
        ("subject", "Six heures! Personne me dit rien pour ma fille!"),
        ("trainee", "Bonsoir, moi c'est Sam. Je viens parce que vous attendez depuis longtemps."),
        ("subject", "Pis?"),
        ("trainee", "Vous avez l'air d'avoir peur pour elle."),
        ("subject", "Oui."),
        ("trainee", "Désolé que personne ne soit venu. Est-ce que je peux m'asseoir ici?"),
        ("subject", "OK."),
        ("trainee", "Qu'est-ce qui s'est passé ce soir?"),
        ("subject", "Je l'ai trouvée à terre dans la cuisine."),
        ("trainee", "Donc vous l'avez trouvée à terre et vous l'avez amenée vous-même."),
        ("subject", "Oui."),
        ("trainee", "Je vais aller voir ce qu'ils savent et je reviens dans dix minutes."),
        ("subject", "Bon."),
        ("trainee", "Aimez-vous mieux attendre ici ou dans le petit salon?"),
    ],
}  # fmt: skip
RUDE = {
    "en": ("trainee", "Shut up and sit down or I'm calling security."),
    "fr": ("trainee", "Taisez-vous pis assoyez-vous, sinon j'appelle la sécurité."),
}
UNDERSTAND = {"en": "I understand.", "fr": "Je comprends."}


@pytest.fixture(scope="module")
def scored(tmp_path_factory):
    reader, folder = learnt_reader(), tmp_path_factory.mktemp("transcripts")

    def work(lines, lang):
        path = folder / "transcript.json"
        rows = [{"speaker": speaker, "text": text} for speaker, text in lines]
        path.write_text(json.dumps(rows), encoding="utf-8")
        return of_transcript(path, lang, reader)

    return work


@pytest.mark.parametrize("lang", LANGS)
def test_the_same_transcript_has_the_same_score_and_quotes_it(scored, lang):
    once, again = (scored(GOOD[lang], lang) for _ in range(2))
    assert once == again and once["total"] >= 3.0
    said = [text for _, text in GOOD[lang]]
    shown = [one for item in once["items"] for one in item["evidence"]]
    assert shown and all(said[one["turn"] - 1] == one["text"] for one in shown)


@pytest.mark.parametrize("lang", LANGS)
def test_names_ages_and_origins_change_nothing(scored, lang):
    def renamed(name, kin):
        first = GOOD[lang][0]
        return [(first[0], f"{name}. {first[1]} {kin}"), *GOOD[lang][1:]]

    one = scored(renamed("Mr. Singh, 58, Punjab", "Simran"), lang)
    other = scored(renamed("Ms. Tremblay, 19, Gaspé", "Léa"), lang)
    assert one == other


@pytest.mark.parametrize("lang", LANGS)
def test_the_order_of_a_helpful_and_a_harmful_line_matters(scored, lang):
    lines = GOOD[lang]
    first = scored([*lines[:4], RUDE[lang], *lines[4:]], lang)
    last = scored([*lines, RUDE[lang]], lang)
    assert first["total"] != last["total"]
    assert max(first["total"], last["total"]) < scored(lines, lang)["total"]


@pytest.mark.parametrize("lang", LANGS)
def test_padding_with_understanding_gains_nothing(scored, lang):
    padded = [*GOOD[lang]]
    for _ in range(8):
        padded.append(("trainee", UNDERSTAND[lang]))
    assert scored(padded, lang)["total"] <= scored(GOOD[lang], lang)["total"]


@pytest.mark.parametrize("lines", [[], [("subject", "Hello?")]])
def test_nothing_said_has_no_score(scored, lines):
    found = scored(lines, "en")
    assert found["total"] is None
    assert {item["score"] for item in found["items"]} == {None}
