"""Conversations written and rated by hand, unseen while the reading and the rubric were made.

They are written for this project, 24 in each language: 8 good, 8 middling and 8 poor, each rated by
the rubric's anchors before anything was scored. One rater is no panel: the bars are low on purpose,
and nothing is ever tuned on them.
"""

import json
from functools import cache
from itertools import product
from pathlib import Path
from statistics import fmean

import pytest
from scipy.stats import spearmanr

from bot.cli.scoring import of_transcript
from bot.understanding import learnt_reader
from dialogues.play import LANGS

FOLDER = Path(__file__).parent / "conversations"
PADDING = {
    "en": ("I understand.", "I hear you.", "I understand how you feel.", "I do understand you."),
    "fr": ("Je comprends.", "Je vous entends.", "Je comprends très bien.", "Je vous comprends."),
}
RUDE = {"en": "Shut up and sit down.", "fr": "Fermez-la pis assoyez-vous."}
KIND = {
    "en": "You look worn out. What happened tonight?",
    "fr": "Vous avez l'air à bout. Racontez-moi.",
}
NAMES = ("Mohammed", "Chukwuemeka", "Nguyen", "Tremblay")


@cache
def conversations(lang):
    return json.loads((FOLDER / f"{lang}.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def score(tmp_path_factory):
    """The total of some lines, and that of the conversation with a number, which is kept."""
    reader, path = learnt_reader(), tmp_path_factory.mktemp("lines") / "lines.json"

    def of_lines(lines, lang):
        path.write_text(json.dumps(lines), encoding="utf-8")
        return of_transcript(path, lang, reader)["total"]

    return of_lines


@pytest.fixture(scope="module")
def totals(score):
    return {lang: [score(one["lines"], None) for one in conversations(lang)] for lang in LANGS}


def trainee(text):
    return {"speaker": "trainee", "text": text}


def of_quality(totals, lang, quality):
    both = zip(conversations(lang), totals[lang], strict=True)
    return [total for one, total in both if one["quality"] == quality]


@pytest.mark.parametrize("lang", LANGS)
def test_the_score_ranks_them_nearly_as_the_rater_did(totals, lang):
    rated = [one["total"] for one in conversations(lang)]
    assert spearmanr(rated, totals[lang])[0] >= 0.75


@pytest.mark.parametrize("lang", LANGS)
def test_good_stands_above_middling_and_middling_above_poor(totals, lang):
    good, middling, poor = (of_quality(totals, lang, q) for q in ("good", "middling", "poor"))
    for higher, lower in ((good, middling), (middling, poor)):
        pairs = list(product(higher, lower))
        assert sum(one > other for one, other in pairs) >= 0.75 * len(pairs)
    assert all(one > other for one, other in product(good, poor))
    assert fmean(good) >= 3.3 and fmean(poor) <= 1.8


@pytest.mark.parametrize("lang", LANGS)
def test_saying_that_one_understands_before_every_answer_gains_nothing(score, totals, lang):
    for one, plain in zip(conversations(lang)[:8], totals[lang], strict=False):
        for said in PADDING[lang]:
            padded = [
                part
                for line in one["lines"]
                for part in (line, trainee(said))
                if line["speaker"] == "subject" or part is line
            ]
            assert score(padded, lang) <= plain + 0.05


@pytest.mark.parametrize("lang", LANGS)
def test_it_matters_whether_harm_comes_before_or_after_help(score, totals, lang):
    both = []
    for one, total in zip(conversations(lang), totals[lang], strict=True):
        if total < 3:  # where hardly anything is left, nothing more can be lost
            continue
        lines, kind, rude = one["lines"], trainee(KIND[lang]), trainee(RUDE[lang])
        own = [place for place, line in enumerate(lines) if line["speaker"] == "trainee"]
        middle = own[len(own) // 2]
        before = score([*lines[:middle], rude, kind, *lines[middle:]], lang)
        after = score([*lines[:middle], kind, rude, *lines[middle:]], lang)
        assert before != after and max(before, after) < score(
            [*lines[:middle], kind, *lines[middle:]], lang
        )
        both.append((before, after))
    assert sum(before > after for before, after in both) >= 0.8 * len(both) > 0


@pytest.mark.parametrize("lang", LANGS)
def test_the_name_of_the_subject_changes_no_score(score, lang):
    said = {
        "en": "I hear you, {name}. What does your family call you, {name}, when it gets like this?",
        "fr": "Je suis là, {name}. Votre monde, {name}, ils vous disent quoi quand ça va mal?",
    }[lang]
    subject = {"en": "I'm {name}. Leave me.", "fr": "Moi c'est {name}. Laissez-moi."}[lang]
    for one in conversations(lang)[:6]:
        found = {
            score(
                [
                    {"speaker": "subject", "text": subject.format(name=name)},
                    trainee(said.format(name=name)),
                    *one["lines"],
                ],
                lang,
            )
            for name in NAMES
        }
        assert len(found) == 1
