"""Whoever is spoken to or of, from wherever and however old: the words are read alike."""

import pytest

from bot.understanding import learnt_reader
from bot.understanding.names import SOMEBODY, nameless

NAMES = ("Jess", "Mohammed", "Chukwuemeka", "Nguyen", "Tremblay", "Anne-Marie", "O'Brien")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "I hear you, {name}, and I'm staying right here."),
        ("en", "What do {name} and your sister say about it?"),
        ("en", "I'm Constable {name}. I came because {name} called us."),
        ("en", "Is {name} at home by himself?"),
        ("fr", "Je vous entends, {name}, pis je reste ici."),
        ("fr", "Bonsoir madame {name}, qu'est-ce qui se passe?"),
    ],
)
def test_every_name_is_read_as_the_same(lang, said):
    read = {nameless(said.format(name=name), lang) for name in NAMES}
    assert read == {said.format(name=SOMEBODY)}


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        ("en", "She's 19 and she came from Somalia.", "She's 58 and she came from Gaspé."),
        ("fr", "Vous êtes haïtienne? Vous avez 22 ans.", "Vous êtes algérienne? Vous avez 71 ans."),
        ("fr", "Il est né à Port-au-Prince.", "Il est né à Chicoutimi."),
    ],
)
def test_origin_and_age_are_read_as_the_same(lang, one, other):
    assert nameless(one, lang) == nameless(other, lang)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Grab your bag. Sitting. Great. Hang tight, I'm right here on Monday."),
        ("en", "SIT DOWN NOW. Call 911 or 9-8-8, it opens at 2:30."),
        ("en", "Please Sit Down Over There Now"),
        ("en", "i hear you, i'm not going anywhere"),
        ("fr", "Assoyez-vous là. Lâchez ça. Mon Dieu, c'est long, monsieur."),
        ("fr", "J'appelle la GRC. Je reviens lundi."),
    ],
)
def test_words_that_name_nobody_stay(lang, said):
    assert nameless(said, lang) == said


@pytest.mark.parametrize("name", NAMES)
def test_a_name_changes_no_reading_and_is_quoted_as_typed(name):
    reader = learnt_reader()

    def read(name):
        said = f"You must be worn out, {name}. What did {name}'s doctor tell you?"
        return reader.read(said, lang="en", previous=f"I'm {name}. Can {name} wait any longer?")

    found, like = read(name), read(SOMEBODY)
    assert [(a.act, a.confidence) for a in found.acts] == [(a.act, a.confidence) for a in like.acts]
    assert found.echo == like.echo and any(name in act.sentence for act in found.acts)
