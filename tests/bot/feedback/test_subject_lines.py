"""What the subject's own lines of a transcript show."""

import pytest

from bot.feedback.rubric.subject_lines import settled, telling

STIRRED = {
    "en": ["Leave me alone.", "Get out. Shut up.", "NOBODY listens!"],
    "fr": ["Lâchez-moi.", "Allez-vous-en. Touchez-moi pas!", "Laissez-moi tranquille."],
}
CALM = {
    "en": ["Okay. Thanks.", "Yeah, all right.", "Sorry I yelled."],
    "fr": ["OK. Merci.", "Oui, d'accord.", "C'est correct. Désolé."],
}


def numbered(*lines):
    return {2 * place + 1: line for place, line in enumerate(lines)}


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_going_from_stirred_up_to_calm_has_settled_and_the_reverse_has_not(lang):
    assert settled(numbered(*STIRRED[lang], *CALM[lang])) == 1.0
    assert settled(numbered(*CALM[lang], *STIRRED[lang])) <= -0.5


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_who_stays_calm_has_settled_less_than_who_calms_down(lang):
    calm = settled(numbered(*CALM[lang], *CALM[lang]))
    assert 0 < calm < settled(numbered(*STIRRED[lang], *CALM[lang]))


def test_too_few_lines_settle_nothing():
    assert settled({}) == settled(numbered("Get out!", "Okay. Thanks.")) == 0.0


def test_an_answer_of_some_words_tells_and_an_outcry_does_not():
    lines = {
        2: "She was on the kitchen floor tonight.",
        4: "Yes.",
        6: "I will not go back in there!",
    }
    assert telling(lines) == {1}
