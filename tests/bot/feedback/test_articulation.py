"""What an account covers, and what it says without ground, in both languages."""

import pytest

from bot.feedback.articulation.account import split
from bot.feedback.articulation.elements import ELEMENTS
from bot.feedback.articulation.lexicon import lexicon
from bot.feedback.articulation.record import PROOFS
from bot.feedback.articulation.review import review
from bot.feedback.articulation.telling import told, worded
from bot.texts import LANGS, text
from dialogues.catalogue import load_catalogue
from dialogues.records import plain
from tests.bot.feedback.accounts import BRIDGE, GOOD, SINGH, THIN, recorded
from tests.plays import prepared

ROLES = {SINGH: "nurse", BRIDGE: "police"}


def reviewed(words, name=BRIDGE, lang="en", part="during", role=""):
    account = words if isinstance(words, dict) else {part: words}
    return review(account, recorded(name, lang), lang, role or ROLES[name])


def flags(words, **where):
    return [(flag.kind, flag.what) for flag in reviewed(words, **where).flags]


def points(words, **where):
    return {found.id: found.points for found in reviewed(words, **where).elements}


@pytest.mark.parametrize(("name", "lang"), GOOD)
def test_a_good_account_covers_all_ten_and_nothing_in_it_is_flagged(name, lang):
    found = reviewed(GOOD[name, lang], name=name, lang=lang)
    assert (found.total, found.flags) == (20, ())
    written = " ".join(" ".join(GOOD[name, lang].values()).split())
    assert all(shown in written for one in found.elements for shown in one.shown)
    again = reviewed(dict(GOOD[name, lang]), name=name, lang=lang)
    assert plain(again) == plain(found)


@pytest.mark.parametrize(("name", "lang"), THIN)
def test_a_thin_account_gets_next_to_nothing_and_its_conclusions_are_flagged(name, lang):
    found = reviewed(THIN[name, lang], name=name, lang=lang)
    assert found.total <= 3
    assert "conclusion" in {flag.kind for flag in found.flags}
    assert next(one for one in found.elements if one.id == "behaviour").points == 0


@pytest.mark.parametrize("missing", ["before", "during", "after"])
def test_a_part_that_is_left_out_costs_points(missing):
    account = {part: words for part, words in GOOD[BRIDGE, "en"].items() if part != missing}
    assert reviewed(account).total < 20


BARE = {
    "en": ["He became aggressive.", "She was non-compliant.", "He was hostile. I stayed."],
    "fr": ["Il est devenu agressif.", "Il n'a pas collaboré.", "Elle refusait de collaborer."],
}
FOUNDED = {
    "en": [
        "He became aggressive: he clenched his fists and stepped toward me.",
        "He became aggressive. He hit the counter with his palm.",
        "She was non-compliant. “I am not leaving,” she said.",
        "He was hostile, one metre from my face.",
        "He was never aggressive.",
        "He said, “You people are aggressive.”",
    ],
    "fr": [
        "Il est devenu agressif : il a serré les poings et s'est avancé vers moi.",
        "Il n'a pas collaboré. Il a frappé le comptoir.",
        "Elle était hostile. « Allez-vous-en », m'a-t-elle dit.",
        "Il était hostile, à un mètre de moi.",
        "Elle n'était pas agressive.",
    ],
}


@pytest.mark.parametrize(("lang", "words"), [(g, w) for g in LANGS for w in BARE[g]])
def test_a_conclusion_without_facts_is_flagged_as_it_was_written(lang, words):
    ((kind, what),) = flags(words, lang=lang)
    assert kind == "conclusion" and what in words


@pytest.mark.parametrize(("lang", "words"), [(g, w) for g in LANGS for w in FOUNDED[g]])
def test_a_conclusion_with_an_act_a_quotation_or_a_distance_is_not(lang, words):
    assert flags(words, lang=lang) == []


def test_what_the_writer_did_is_no_fact_about_the_subject():
    assert flags("He became aggressive. I nodded and walked away.") == [
        ("conclusion", "aggressive")
    ]


FALSE = {
    "en": {
        "I handcuffed her.": "handcuffs",
        "She was handcuffed.": "handcuffs",
        "I used my pepper spray.": "oc_spray",
        "My partner called for backup.": "call_backup",
        "I brought her some water.": "bring_water",
        "We moved to another room.": "move_to_quiet_place",
        "I told her that I was sorry.": "apologise",
        "I asked her if she had a weapon.": "weapon",
        "I drew my firearm.": "firearm",
    },
    "fr": {
        "Je lui ai passé les menottes.": "handcuffs",
        "Elle a été menottée.": "handcuffs",
        "J'ai utilisé le poivre de Cayenne.": "oc_spray",
        "Mon partenaire a demandé du renfort.": "call_backup",
        "Je lui ai apporté de l'eau.": "bring_water",
        "Nous sommes allés dans une autre pièce.": "move_to_quiet_place",
        "Je lui ai dit que j'étais désolé.": "apologise",
        "Je lui ai demandé si elle avait une arme.": "weapon",
        "J'ai sorti mon arme à feu.": "firearm",
    },
}
TRUE = {
    "en": [
        "I brought her a blanket.",
        "I asked her directly about suicide.",
        "I turned down the radio and introduced myself.",
        "A nurse brought her water.",
        "I did not use handcuffs.",
        "I considered pepper spray.",
        "I would have called for backup.",
        "She said, “I was handcuffed once.”",
    ],
    "fr": [
        "Je lui ai apporté une couverture.",
        "Je lui ai demandé si elle pensait au suicide.",
        "J'ai baissé la radio et je me suis présenté.",
        "Une infirmière lui a apporté de l'eau.",
        "Je n'ai pas utilisé les menottes.",
        "J'ai songé à demander du renfort.",
        "Elle a dit : « On m'a déjà menottée. »",
    ],
}


@pytest.mark.parametrize(("lang", "words"), [(g, w) for g in LANGS for w in FALSE[g]])
def test_a_deed_or_words_that_no_turn_shows_are_flagged_and_count_nothing(lang, words):
    assert flags(words, lang=lang) == [("absent", FALSE[lang][words])]
    assert sum(points(words, lang=lang).values()) == 0


@pytest.mark.parametrize(("lang", "words"), [(g, w) for g in LANGS for w in TRUE[g]])
def test_what_was_done_or_expressly_was_not_is_not_flagged(lang, words):
    assert flags(words, lang=lang) == []


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", "I brought him water and apologised."), ("fr", "Je lui ai apporté de l'eau.")],
)
def test_the_same_claim_is_true_in_one_encounter_and_false_in_another(lang, words):
    assert flags(words, lang=lang, name=SINGH) == []
    assert ("absent", "bring_water") in flags(words, lang=lang, name=BRIDGE)


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", "I handed over to my sergeant."), ("fr", "J'ai passé le relais à ma sergente.")],
)
def test_what_can_come_after_the_end_is_not_held_against_the_turns(lang, words):
    assert flags(words, lang=lang, part="after") == []
    assert flags(words, lang=lang, part="during") == [("absent", "hand_over")]


LATER = {
    ("en", SINGH): "He was only reaching for an insulin sheet.",
    ("fr", SINGH): "Il cherchait seulement une feuille d'insuline.",
    ("en", BRIDGE): "She was holding her student badge.",
    ("fr", BRIDGE): "Elle tenait sa carte de stagiaire.",
}


@pytest.mark.parametrize(("lang", "name"), LATER)
def test_what_nobody_told_is_flagged_unless_it_is_said_to_have_been_learnt_later(lang, name):
    words = LATER[lang, name]
    ((kind, what),) = flags(words, lang=lang, name=name)
    assert kind == "later" and what.split(", ")[0] in words
    learnt = {"en": "I later learned this: ", "fr": "J'ai appris plus tard : "}[lang]
    assert flags(learnt + words, lang=lang, name=name) == []


def test_an_answer_that_was_never_given_is_flagged_too():
    assert flags("She feeds her cat Pixel herself.")[0][0] == "later"


def test_police_are_asked_for_the_level_and_others_for_acts():
    words = "He shouted and slapped the counter."
    assert points(words, role="nurse")["behaviour"] == 2
    assert points(words, role="police")["behaviour"] == 1
    named = f"He was actively resistant. {words}"
    assert points(named, role="police")["behaviour"] == 2


def test_words_count_for_two_only_with_what_came_back():
    said = "I said, “I am here to listen.”"
    assert points(said)["talk"] == 1
    assert points(f"{said} She nodded.")["talk"] == 2
    assert points(f"She nodded. {said}")["talk"] == 1


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Mr. Singh sat. He said “Who? Me.” and left.",
         ["Mr. Singh sat.", "He said “Who? Me.” and left."]),
        ("Il a dit : « Partez! » J'ai attendu.", ["Il a dit : « Partez! »", "J'ai attendu."]),
        ("at 2:10 a.m. he came\nhe left", ["at 2:10 a.m. he came", "he left"]),
        ("i went in. he shouted.", ["i went in.", "he shouted."]),
        (" … ?! \n", []),
    ],
)  # fmt: skip
def test_sentences_end_where_they_end(words, expected):
    assert split(words) == expected


def test_every_claim_has_a_proof_in_the_catalogue_and_both_languages_the_same_lists():
    catalogue = load_catalogue()
    en, fr = (lexicon(lang) for lang in LANGS)
    assert set(en.claims) == set(fr.claims) == set(PROOFS)
    assert set(en.done_claims) == set(fr.done_claims) <= set(PROOFS)
    assert set(en.marks) == set(fr.marks)
    marks = {*en.marks, "own_quote", "their_quote"}
    for element in ELEMENTS:
        assert marks.issuperset({*element.touch, *sum(element.full + element.police, ())})
    for proof in PROOFS.values():
        assert set(proof.deeds) <= set(catalogue.deeds) and set(proof.acts) <= set(catalogue.acts)
        assert all(tuple(one.split(".")) in catalogue.stances for one in proof.stances)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("role", ["police", "nurse", "security", "social_worker"])
def test_every_element_and_flag_can_be_told_in_every_role(lang, role):
    for element in ELEMENTS:
        for kind in ("name", "ask", "more"):
            assert worded(lang, f"{kind}_{element.id}", role)
    claims = " ".join(FALSE[lang])
    parts = [*told(reviewed(f"{claims} {BARE[lang][0]}", lang=lang), role, prepared(BRIDGE, lang))]
    last = parts[-1].lines
    assert last == (text(lang, "explain.lawful"), text(lang, "explain.aid"))
    assert len(parts) == 2 + len(ELEMENTS) + len(FALSE[lang]) + 1


@pytest.mark.parametrize("lang", LANGS)
def test_a_missing_element_is_asked_for_and_a_covered_one_shows_its_sentence(lang):
    found = reviewed({}, lang=lang)
    asked = [part for part in told(found, "police", prepared(BRIDGE, lang)) if part.heading]
    assert len(asked) == 10 and all(len(part.lines) == 1 and not part.quote for part in asked)
    found = reviewed(GOOD[BRIDGE, lang], lang=lang)
    shown = [part for part in told(found, "police", prepared(BRIDGE, lang)) if part.heading]
    assert len(shown) == 10 and all(part.quote and not part.lines for part in shown)
