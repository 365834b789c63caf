"""Rules and head together read what either alone would miss, and say when they cannot."""

from __future__ import annotations

import re

import numpy as np
import pytest

from bot.understanding import Reader, learnt_reader, rules_reader
from bot.understanding import head as heads
from bot.understanding.cues import NAMES, cues
from bot.understanding.english.cues import CUES as ENGLISH
from bot.understanding.features import features, form_names
from bot.understanding.finding import find
from bot.understanding.french.cues import CUES as FRENCH
from bot.understanding.grams import grams
from bot.understanding.head import SHIPPED, HeadError, Spelling, load, save
from bot.understanding.reader import EvidenceReader, heard, signs_of_acts
from state_machines.acts import Polarity


@pytest.fixture(scope="module")
def reader() -> Reader:
    return learnt_reader()


@pytest.mark.parametrize(
    ("lang", "text", "act"),
    [
        ("en", "honestly i'd be losing it too", "validate"),
        ("en", "im gonna stay right here beside you the whole time", "reassure"),
        ("en", "pop yourself down here, i'll grab us both a tea", "offer_comfort"),
        ("en", "you people are all the same", "stigmatise insult"),
        ("en", "IM SORRY NOBODY CAME", "apologise"),
        ("en", "wat hapened tonite", "open_question"),
        ("fr", "n'importe qui serait en maudit après six heures", "validate"),
        ("fr", "tire-toi une chaise, je vais nous chercher un café", "offer_comfort"),
        ("fr", "je mexcuse personne est venu", "apologise"),
        ("fr", "CALME TOI", "calm_down"),
    ],
)
def test_everyday_words_are_read(reader: Reader, lang: str, text: str, act: str) -> None:
    assert reader.read(text, lang=lang).acts[0].act in act.split()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "I understand, but shut your mouth"),
        ("en", "i hear you buddy but sit down or im calling the cops"),
        ("fr", "je comprends mais ferme ta yeule"),
        ("fr", "Je vous entends, mais c'est ça ou les menottes."),
    ],
)
def test_kind_words_round_plain_harm_do_not_make_it_kind(
    reader: Reader, lang: str, text: str
) -> None:
    reading = reader.read(text, lang=lang)
    assert reading.polarity is Polarity.HARMFUL and reading.harm > 0.5


@pytest.mark.parametrize("text", ["hello", "hi", "yes", "no", "ok so", "Good evening."])
def test_small_words_take_a_turn_and_do_nothing_bad(reader: Reader, text: str) -> None:
    reading = reader.read(text, lang="en")
    assert reading.abstained == "" and reading.polarity is not Polarity.HARMFUL


def test_a_reading_names_its_sentence_and_its_source(reader: Reader) -> None:
    said = "I'm sorry about the wait. What did the doctor tell you?"
    acts = {act.act: act for act in reader.read(said, lang="en").acts}
    assert acts["apologise"].sentence == "I'm sorry about the wait."
    assert acts["open_question"].sentence == "What did the doctor tell you?"
    assert all(re.match(r"head$|rule:", act.source) for act in acts.values())
    assert all(0 < act.confidence <= 1 for act in acts.values())


def test_the_same_words_mean_other_things_after_other_lines(reader: Reader) -> None:
    said = "six hours, and not one person came over"
    after = reader.read(said, lang="en", previous="I've been here six hours, nobody came!")
    assert after.acts[0].act == "reflect" and after.echo > 0.9
    alone = reader.read(said, lang="en", previous="Where's my jacket?")
    assert alone.echo < after.echo
    assert [act for act in alone.acts if act.act == "reflect"] != [*after.acts]


def test_without_an_encoder_words_are_still_read(reader: Reader) -> None:
    assert isinstance(reader, EvidenceReader)
    blind = EvidenceReader(reader.finders, reader.signs, reader.head, None)
    assert blind.read("im sorry nobody came to talk to you", lang="en").acts[0].act == "apologise"
    assert blind.read("Calmez-vous donc.", lang="fr").polarity is Polarity.HARMFUL


def test_both_languages_look_for_the_same_signs() -> None:
    assert set(ENGLISH) == set(FRENCH)
    assert len(NAMES) == len(ENGLISH) + 1


def test_signs_are_clipped_and_length_is_none_of_them() -> None:
    once, often = cues("can you sit ?", "en"), cues("can you sit ? " * 40, "en")
    assert max(often) <= 1
    assert sum(a != b for a, b in zip(once, often, strict=True)) < 8


def test_the_form_of_a_sentence_has_a_name_for_every_number() -> None:
    head = load(SHIPPED)
    parts = heard("Are you hurt?", "en")
    (row, whole) = features(parts, "", [], head.acts, None)
    assert len(row.form) == len(form_names(head.acts)) and whole is row


def test_pieces_of_words_survive_a_typo() -> None:
    right, wrong = grams("frustrated"), grams("frustated")
    assert sum((right & wrong).values()) > 0.4 * sum(right.values())


def test_a_head_comes_back_as_it_was_saved(tmp_path) -> None:
    head = load(SHIPPED)
    save(head, tmp_path)
    again = load(tmp_path)
    parts = heard("Nobody told you anything, and that's on us.", "en")
    rows = features(parts, "Six hours!", [], head.acts, None)
    assert np.abs(head.scores(rows) - again.scores(rows)).max() < 0.02
    assert isinstance(again.spelling, Spelling) and again.spelling.weights.dtype == np.int8


@pytest.mark.parametrize("damage", ["missing", "cut", "json"])
def test_a_damaged_head_says_what_to_do(tmp_path, damage: str) -> None:
    save(load(SHIPPED), tmp_path)
    numbers, known = tmp_path / heads.NUMBERS, tmp_path / heads.KNOWN
    if damage == "missing":
        numbers.unlink()
    elif damage == "cut":
        numbers.write_bytes(numbers.read_bytes()[:2000])
    else:
        known.write_text("{", encoding="utf-8")
    with pytest.raises(HeadError, match="train one or roll back"):
        load(tmp_path)


def test_a_head_that_was_taught_other_acts_is_refused(tmp_path) -> None:
    save(load(SHIPPED), tmp_path)
    known = tmp_path / heads.KNOWN
    known.write_text(known.read_text(encoding="utf-8").replace('"thank"', '"thanks"'), "utf-8")
    with pytest.raises(HeadError, match="other acts"):
        learnt_reader(tmp_path)


def test_rules_alone_and_rules_with_the_head_know_the_same_acts() -> None:
    assert load(SHIPPED).acts == tuple(signs_of_acts())
    assert rules_reader().read("Sit down.", lang="en").acts[0].act == "command"
    assert next(iter(find(heard("Sit down.", "en"), ""))).source == "rule:en.command.imperative"
