"""A trainee's own danger leaves the role; work about suicide does not."""

import pytest

from bot.practice.distress import speaks_of_own_danger


@pytest.mark.parametrize(
    "text",
    [
        "honestly I want to die",
        "I just want to end it all",
        "I don’t want to live anymore",
        "im going to kill myself",
        "je veux mourir",
        "J'ai envie d'en finir... j'ai envie de mourir",
        "je veux plus vivre",
    ],
)
def test_first_person_danger_is_noticed(text):
    assert speaks_of_own_danger(text)


@pytest.mark.parametrize(
    "text",
    [
        "Are you thinking of killing yourself?",
        "You said you want to die. Is that still so?",
        "Did you tell your daughter 'I want to die'?",
        "I want to dial the desk for you.",
        "Pensez-vous à vous enlever la vie?",
        "Vous avez dit : je veux mourir. C'est encore vrai?",
        "I'd die for a coffee too.",
        "I want to help you live through tonight.",
    ],
)
def test_words_to_the_subject_are_not(text):
    assert not speaks_of_own_danger(text)
