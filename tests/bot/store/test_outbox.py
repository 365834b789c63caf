"""What is to be shown comes strictly in order for each person, one at a time, at least once."""

import pytest
from sqlalchemy import select, update

from bot.store import outbox, people
from bot.store.outbox import Call
from bot.store.tables import outbox as table
from bot.store.work import StoreConflict, StoreError
from tests.bot.store.places import ON_POSTGRESQL


def put(tx, channel, serial, *texts, slot=""):
    person = people.find_or_create(tx, channel)
    calls = [Call("sendMessage", {"text": text}, slot) for text in texts]
    outbox.put(tx, person.id, serial, calls)
    return person


def texts(rows):
    return [row.params["text"] for row in rows]


def start(tx):
    """Claim all that is due."""
    rows = outbox.due(tx, 100)
    for row in rows:
        outbox.started(tx, row.serial)
    return rows


def states(tx):
    return tx.connection.scalars(select(table.c.state).order_by(table.c.serial)).all()


def test_a_call_comes_back_exactly_as_it_was_put(do):
    params = {"text": "\x00🚓 שלום é", "reply_markup": {"x": [1.5, None, True]}}
    call = Call("sendPhoto", params, "panel", {"photo": bytes(range(256)), "b": b""})
    person = do(people.find_or_create, 1001)
    do(outbox.put, person.id, 5, [call])
    [row] = do(outbox.due, 10)
    assert Call(row.method, row.params, row.slot, row.files) == call
    assert (row.person_id, row.channel_id, row.attempts) == (person.id, 1001, 0)


def test_an_answer_without_calls_adds_nothing(do):
    do(put, 1, 10)
    assert do(states) == []


def test_one_call_of_each_person_is_due_and_the_next_only_after_it(do):
    do(put, 1, 10, "a1", "a2")
    do(put, 2, 11, "b1")
    do(put, 1, 12, "a3")
    assert texts(do(outbox.due, 10)) == ["a1", "b1"]
    first, _ = do(start)
    assert do(outbox.due, 10) == []
    do(outbox.sent, first.serial, 900)
    assert texts(do(start)) == ["a2"]
    assert do(outbox.due, 10) == []


def test_due_gives_no_more_than_asked(do):
    for channel in range(5):
        do(put, channel, channel, str(channel))
    assert texts(do(outbox.due, 3)) == ["0", "1", "2"]


def test_a_call_put_off_holds_back_only_that_person(do, clock):
    do(put, 1, 10, "a1", "a2")
    do(put, 2, 11, "b1", "b2")
    first, second = do(start)
    do(outbox.later, first.serial, clock.now + 3000, "429")
    do(outbox.sent, second.serial, 1)
    assert texts(do(start)) == ["b2"]
    clock.now += 2999
    assert do(outbox.due, 10) == []
    clock.now += 1
    [again] = do(outbox.due, 10)
    assert (again.params["text"], again.attempts) == ("a1", 1)


def test_a_dead_call_lets_the_next_go(do):
    do(put, 1, 10, "a1", "a2")
    [first] = do(start)
    do(outbox.dead, first.serial, "Bad Request: can't parse entities")
    assert texts(do(outbox.due, 10)) == ["a2"]


def test_a_damaged_call_is_dead_and_holds_nothing_up(do):
    do(put, 1, 10, "a1", "a2")
    do(put, 2, 11, "b1")
    damage = update(table).where(table.c.serial == 1).values(body=b"damaged")
    do(lambda tx: tx.connection.execute(damage))
    assert texts(do(outbox.due, 10)) == ["b1"]
    assert texts(do(outbox.due, 10)) == ["a2", "b1"]
    assert do(states) == ["dead", "pending", "pending"]


def test_a_call_started_elsewhere_is_left_alone(do):
    do(put, 1, 10, "a1")
    [row] = do(start)
    with pytest.raises(StoreConflict, match="not pending"):
        do(outbox.started, row.serial)


def test_after_a_restart_what_was_started_is_sent_again_in_its_place(do):
    do(put, 1, 10, "a1", "a2")
    do(put, 2, 11, "b1")
    do(start)
    assert do(outbox.restart) == 2
    assert do(outbox.restart) == 0
    again = do(outbox.due, 10)
    assert texts(again) == ["a1", "b1"] and [row.attempts for row in again] == [1, 1]


def test_a_restart_beside_other_workers_leaves_their_calls_alone(do, clock):
    do(put, 1, 10, "a1")
    do(start)
    clock.now += 60_000
    do(put, 2, 11, "b1")
    do(start)
    assert do(outbox.restart, started_before=clock.now) == 1
    assert texts(do(outbox.due, 10)) == ["a1"]


def test_the_content_of_a_sent_call_is_deleted_and_its_message_remembered(do):
    person = do(put, 1, 10, "a1", slot="panel")
    [row] = do(start)
    do(outbox.sent, row.serial, 4711)
    assert do(lambda tx: tx.connection.scalars(select(table.c.body)).all()) == [None]
    assert do(outbox.slot, person.id, "panel") == 4711
    assert do(outbox.slot, person.id, "other") is None


def test_a_call_without_a_message_leaves_its_slot_as_it_was(do):
    person = do(put, 1, 10, "a1", slot="panel")
    do(outbox.set_slot, person.id, "panel", 1)
    [row] = do(start)
    do(outbox.sent, row.serial, None)
    assert do(outbox.slot, person.id, "panel") == 1


def test_a_slot_can_be_set_again_and_cleared(do):
    person = do(people.find_or_create, 1)
    do(outbox.clear_slot, person.id, "panel")
    do(outbox.set_slot, person.id, "panel", 1)
    do(outbox.set_slot, person.id, "panel", 2)
    assert do(outbox.slot, person.id, "panel") == 2
    do(outbox.clear_slot, person.id, "panel")
    assert do(outbox.slot, person.id, "panel") is None


def test_all_unsent_calls_of_somebody_unreachable_are_dropped(do):
    person = do(put, 1, 10, "a1", "a2", "a3")
    do(put, 2, 11, "b1")
    [first, _] = do(start)
    do(outbox.sent, first.serial, 1)
    do(start)
    assert do(outbox.discard_for, person.id, "403 blocked") == 2
    assert do(states) == ["sent", "discarded", "discarded", "started"]
    assert do(outbox.discard_for, person.id, "403 blocked") == 0


def test_an_update_is_answered_once(do):
    do(put, 1, 10, "a1")
    with pytest.raises(StoreConflict):
        do(put, 1, 10, "again")
    assert texts(do(outbox.due, 10)) == ["a1"]


def test_a_late_answer_for_a_call_that_is_gone_changes_nothing(do, clock):
    person = do(put, 1, 10, "a1")
    [row] = do(start)
    do(people.erase, person.id)
    do(outbox.sent, row.serial, 5)
    do(outbox.later, row.serial, clock.now, "429")
    do(outbox.dead, row.serial, "400")
    assert do(outbox.discard_for, person.id, "403") == 0
    assert do(states) == []
    with pytest.raises(StoreError, match="erased"):
        do(outbox.put, person.id, 11, [Call("sendMessage", {})])


def test_purging_deletes_what_was_sent_long_enough_ago_and_nothing_unsent(do, clock):
    do(put, 1, 10, "a1", "a2", "a3")
    [first] = do(start)
    do(outbox.sent, first.serial, 1)
    [second] = do(start)
    do(outbox.dead, second.serial, "400")
    clock.now += 1000
    assert do(outbox.purge, 1000) == 0
    clock.now += 1
    assert do(outbox.purge, 1000) == 1
    assert do(states) == ["dead", "pending"]


@pytest.mark.parametrize("place", ON_POSTGRESQL, indirect=True)
def test_two_senders_never_claim_the_same_call(opened):
    here, there = opened(), opened()
    here.transact_now(lambda tx: put(tx, 1, 10, "a1", "a2"))
    here.transact_now(lambda tx: put(tx, 2, 11, "b1"))

    def work(tx):
        [mine] = outbox.due(tx, 1)
        return texts([mine]), texts(there.transact_now(start))

    assert here.transact_now(work) == (["a1"], ["b1"])
