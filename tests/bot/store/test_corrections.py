"""A correction is kept sealed, waits for a judgement, and goes with the person who made it."""

import pytest

from bot.store import corrections, people
from bot.store.corrections import ACCEPTED, PROPOSED, REJECTED, REVIEWED
from bot.store.tables import correction
from bot.store.work import StoreError
from tests.bot.store.rows import begin, propose


@pytest.fixture
def encounter(do):
    return do(begin)


def test_a_correction_comes_back_as_it_was_made(do, encounter, clock):
    do(propose, encounter, 3)
    (kept,) = do(corrections.having, PROPOSED)
    assert (kept.text, kept.previous) == ("So you walked out on her? \x00 🚓", "I left my shift.")
    assert (kept.old_acts, kept.new_acts) == (("moralise", "reflect"), ("reflect",))
    assert (kept.person_id, kept.encounter_id, kept.turn) == (encounter.person_id, encounter.id, 3)
    assert (kept.made_at, kept.judged_at) == (clock.now, None)


@pytest.mark.parametrize(("old", "new"), [((), ("agree",)), (("agree",), ())])
def test_what_was_not_read_or_not_meant_at_all_comes_back_as_none(do, encounter, old, new):
    do(propose, encounter, old_acts=old, new_acts=new)
    (kept,) = do(corrections.having, PROPOSED)
    assert (kept.old_acts, kept.new_acts) == (old, new)


def test_what_was_said_is_sealed(do, encounter):
    do(propose, encounter)
    sealed = do(lambda tx: tx.connection.scalar(correction.select().with_only_columns(
        correction.c.content)))  # fmt: skip
    assert b"walked" not in sealed and b"shift" not in sealed


def test_a_second_thought_takes_the_place_of_the_first(do, encounter):
    do(propose, encounter)
    do(propose, encounter, new_acts=("why_question",))
    assert [kept.new_acts for kept in do(corrections.having, PROPOSED)] == [("why_question",)]


def test_a_second_thought_keeps_what_was_read_at_first_and_the_turn_as_it_was(do, encounter):
    do(propose, encounter, was={"number": 1, "said": "\x00 🚓"})
    do(propose, encounter, old_acts=("reflect",), new_acts=("dare",), was={"number": 1})
    do(propose, encounter, old_acts=("dare",), new_acts=("agree",))
    (kept,) = do(corrections.having, PROPOSED)
    assert (kept.old_acts, kept.new_acts) == (("moralise", "reflect"), ("agree",))
    assert kept.was == {"number": 1, "said": "\x00 🚓"}
    sealed = do(lambda tx: tx.connection.scalar(correction.select().with_only_columns(
        correction.c.content)))  # fmt: skip
    assert b"number" not in sealed


def test_what_was_meant_as_it_was_read_is_kept_but_waits_for_nobody(do, encounter):
    do(propose, encounter, old_acts=("dare",), new_acts=("agree",), was={"number": 1})
    assert [one.corrects for one in do(corrections.having, PROPOSED)] == [True]
    do(propose, encounter, new_acts=("dare",))
    assert do(corrections.having, PROPOSED, ACCEPTED, REVIEWED, REJECTED) == []
    kept = do(corrections.of_turn, encounter.id, 1)
    assert (kept.new_acts, kept.was, kept.corrects) == (("dare",), {"number": 1}, False)


def test_the_same_thought_again_leaves_its_judgement(do, encounter):
    do(propose, encounter)
    (kept,) = do(corrections.having, PROPOSED)
    do(corrections.judge, kept.id, ACCEPTED)
    do(propose, encounter)
    (same,) = do(corrections.having, ACCEPTED)
    assert (same.id, same.was) == (kept.id, None)
    do(propose, encounter, new_acts=("dare",))
    assert [one.new_acts for one in do(corrections.having, PROPOSED)] == [("dare",)]


def test_a_correction_is_found_by_its_turn_and_can_be_taken_back(do, encounter):
    for turn in (1, 2):
        do(propose, encounter, turn)
    (one, two) = do(corrections.having, PROPOSED)
    assert do(corrections.of_turn, encounter.id, 1) == one
    assert do(corrections.of_turn, encounter.id, 3) is None
    do(corrections.withdraw, encounter.id, 1)
    do(corrections.withdraw, encounter.id, 1)
    assert do(corrections.of_turn, encounter.id, 1) is None
    assert do(corrections.having, PROPOSED) == [two]


def test_only_accepted_and_reviewed_ones_are_in_use_and_the_stamp_tells_when_they_change(
    do, encounter, clock
):
    for turn in (1, 2, 3):
        do(propose, encounter, turn)
    before = do(corrections.stamp)
    first, second, third = (kept.id for kept in do(corrections.having, PROPOSED))
    clock.now += 5
    do(corrections.judge, first, ACCEPTED)
    do(corrections.judge, second, ACCEPTED)
    do(corrections.judge, second, REVIEWED)
    do(corrections.judge, third, REJECTED)
    assert [kept.id for kept in do(corrections.having, *corrections.IN_USE)] == [first, second]
    after = do(corrections.stamp)
    assert before == (0, 0) and after == (2, clock.now)
    do(people.erase, encounter.person_id)
    assert do(corrections.stamp) == (0, 0)


def test_judging_what_is_not_there_says_so(do):
    with pytest.raises(StoreError, match="no correction 99; list them"):
        do(corrections.judge, 99, ACCEPTED)


def test_a_review_comes_after_acceptance(do, encounter):
    do(propose, encounter)
    (kept,) = do(corrections.having, PROPOSED)
    with pytest.raises(StoreError, match="is proposed; accept it before its review"):
        do(corrections.judge, kept.id, REVIEWED)
    assert [one.id for one in do(corrections.having, PROPOSED)] == [kept.id]
