"""An act that is claimed is worth what the same act would be worth had it been read: no more."""

from dataclasses import replace

import pytest

from bot.feedback.rubric.record import of_turns
from bot.feedback.rubric.score import score
from bot.practice.meaning import CLAIMED, is_claimed, is_read_as, read_as
from bot.understanding import rules_reader
from dialogues.catalogue import catalogue_text
from dialogues.library import Library
from dialogues.prepared import prepare
from dialogues.records import turn_of
from dialogues.turn import advance, begin
from state_machines.acts import MEANT, Move, Polarity, ReadAct, Reading
from tests.bot.practice.trainees import ACTS
from tests.journeys.stage import SINGH

PLAY = prepare(Library().load(SINGH), "en")
WORDS = "You've been waiting six hours and nobody came."


def played(*readings):
    scene, _ = begin(PLAY, 7)
    for reading in readings:
        outcome = advance(scene, Move(reading), PLAY)
        scene = outcome.scene
        yield turn_of(outcome)


def scored(*readings):
    return score(of_turns([*played(*readings)], PLAY))


def read(text):
    return rules_reader().read(text, lang="en")


def by_itself(act):
    """What the reader makes of an example of the catalogue, which shows this act and no other."""
    readings = map(read, catalogue_text("en").acts[act].examples)
    return next(one for one in readings if is_read_as(one, act))


def sure(turn):
    """How sure each thing that was read in a turn counted."""
    factors = (dict(reason.factors) for reason in turn.change.reasons if reason.kind == "act")
    return [one.get("confidence", 1.0) for one in factors]


@pytest.mark.parametrize("act", ACTS)
def test_every_act_can_be_claimed_for_words_that_were_read_otherwise(act):
    claimed = read_as(read(WORDS), ACTS[act], "en")
    assert is_claimed(claimed) and is_read_as(claimed, act)
    assert claimed.polarity == ACTS[act].polarity and claimed.text == WORDS
    assert claimed.harm == {Polarity.HARMFUL: 1, Polarity.HELPFUL: 0}.get(claimed.polarity, 0.5)


@pytest.mark.parametrize("missed", [False, True])
@pytest.mark.parametrize("act", ACTS)
def test_a_claimed_act_does_no_more_than_the_reader_had_it_do_and_scores_the_same(act, missed):
    own = by_itself(act)
    claimed = read_as(replace(own, acts=()) if missed else own, ACTS[act], "en")
    (one,), (other,) = played(claimed), played(own)
    assert one.reply == other.reply
    assert all(a <= b for a, b in zip(sure(one), sure(other), strict=True))
    others = (read("Hello, I'm Sam, a nurse here."), read("What happened tonight?"))
    assert scored(*others, claimed) == scored(*others, own)


def test_an_act_among_those_read_keeps_its_sentence_and_a_hollow_one_stays_hollow():
    hollow = ReadAct("validate", Polarity.HELPFUL, 0.8, "I understand.", "rule")
    order = ReadAct("command", Polarity.HARMFUL, 0.9, "Sit down now.", "rule")
    both = Reading("I understand. Sit down now.", (hollow, order), words=5)
    claimed = read_as(both, ACTS["validate"], "en")
    assert claimed.acts == (replace(hollow, confidence=CLAIMED, source=MEANT),)
    attuned = [item.score for item in scored(claimed).items if item.id == "attunement"]
    silent = [item.score for item in scored(Reading()).items if item.id == "attunement"]
    assert attuned == silent


def test_the_same_words_claimed_twice_count_once():
    claimed = read_as(read(WORDS), ACTS["validate"], "en")
    (once,) = [i.score for i in scored(claimed).items if i.id == "attunement"]
    (twice,) = [i.score for i in scored(claimed, claimed).items if i.id == "attunement"]
    assert twice == once


@pytest.mark.parametrize(
    ("lang", "words", "feeling"),
    [
        ("en", "You must be really lonely, sir.", "loneliness"),
        ("en", "So you're scared.", "fear"),
        ("fr", "Donc vous avez peur.", "fear"),
        ("fr", "You are just so scared of what they will say.", "fear"),
    ],
)
def test_a_claimed_feeling_is_the_one_that_the_words_name(lang, words, feeling):
    (act,) = read_as(Reading(words), ACTS["label_emotion"], lang).acts
    assert act.feeling == feeling


def test_a_wrong_feeling_fits_no_better_for_being_claimed():
    wrong = read_as(Reading("You sound so lonely tonight.", words=5), ACTS["label_emotion"], "en")
    right = read_as(Reading("You sound so scared tonight.", words=5), ACTS["label_emotion"], "en")

    def attuned(reading):
        (found,) = [i.score for i in scored(reading).items if i.id == "attunement"]
        return found

    assert attuned(wrong) == 1.0 < attuned(right)


def test_what_was_not_understood_is_understood_once_it_is_claimed():
    unclear = Reading("Purple cheese.", abstained="unsure", words=2, topics=("daughter",), echo=0.3)
    claimed = read_as(unclear, ACTS["open_question"], "en")
    assert (claimed.abstained, claimed.topics, claimed.echo) == ("", ("daughter",), 0.3)
    assert not is_read_as(unclear, "open_question") and is_read_as(claimed, "open_question")
