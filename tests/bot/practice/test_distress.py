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
        "je veux pu vivre",
        "j'veux mourir",
        "I'm going to end my life",
        "honestly you can stop, I want to kill myself",
        "you know what I want to die",
        "I want to kill my self",
        "i wanna kms",
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
        "Je veux en finir avec ce formulaire.",
        "Je vais mourir de chaud ici.",
        'What I hear is "I want to die".',
        "Vous me dites : « je veux mourir ».",
        "I want to help you live through tonight.",
    ],
)
def test_words_to_the_subject_are_not(text):
    assert not speaks_of_own_danger(text)
