"""A person is found again by their chat, and once erased nothing of theirs can be read."""

import asyncio

import pytest
from sqlalchemy import func, inspect, select

from bot.store import encounters, inbox, outbox, people
from bot.store.outbox import Call
from bot.store.people import Person
from bot.store.tables import METADATA, encounter, person_key
from bot.store.work import StoreError
from tests.bot.store.places import ON_SQLITE
from tests.bot.store.rows import BOT, begin, message, propose, save_turn

CHANNEL = 7_123_456_789
CANARY = "canari-jaune-sous-la-pluie"
NOBODYS = {"scenario", "seal_check"}
"""Tables that hold nothing of anybody."""


def live(tx, channel=CHANNEL, first=1):
    """Leave something of the person in every place there is."""
    inbox.accept(tx, BOT, [message(first + n, channel, CANARY) for n in range(3)])
    row = inbox.next_open(tx)
    inbox.dead(tx, row.serial, f"Traceback: {CANARY}")
    row = inbox.next_open(tx)
    began = begin(tx, channel, {"said": CANARY})
    saved = save_turn(tx, began, 1)
    saved = encounters.save(tx, saved, phase="engaged", turn=1, state={"said": CANARY})
    encounters.add_turn(tx, began.id, 1, row.serial, {"said": CANARY})
    encounters.rate(tx, began.id, "self", 3)
    propose(tx, began, text=CANARY)
    calls = [Call("sendMessage", {"text": CANARY}, "panel", {"p": CANARY.encode()})] * 3
    outbox.put(tx, began.person_id, row.serial, calls)
    _send(tx)
    [second] = outbox.due(tx, 1)
    outbox.dead(tx, second.serial, f"400: {CANARY}")
    outbox.set_slot(tx, began.person_id, "panel", 5)
    return saved


def _send(tx):
    [row] = outbox.due(tx, 1)
    outbox.started(tx, row.serial)
    outbox.sent(tx, row.serial, 4)


def rows(tx):
    """How many rows each table has."""
    return {
        name: tx.connection.scalar(select(func.count()).select_from(table))
        for name, table in METADATA.tables.items()
    }


def test_the_same_chat_is_the_same_person_and_another_is_not(do):
    first = do(people.find_or_create, CHANNEL)
    assert first == Person(first.id, CHANNEL)
    assert do(people.find_or_create, CHANNEL) == first
    assert do(people.find_or_create, -CHANNEL).id != first.id


def test_only_what_is_named_changes(do):
    person = do(people.find_or_create, CHANNEL)
    do(people.update, person.id, lang="fr", consented_at=5, consent_version=2)
    do(people.update, person.id, mode="learn", level="harder", unreachable_at=9)
    do(people.update, person.id)
    expected = Person(person.id, CHANNEL, "fr", 5, 2, "learn", "harder", 9)
    assert do(people.find_or_create, CHANNEL) == expected
    do(people.update, person.id, unreachable_at=None)
    assert do(people.find_or_create, CHANNEL).unreachable_at is None


async def test_two_who_meet_the_same_newcomer_make_one_person(opened):
    stores = [opened(), opened()] * 10
    found = await asyncio.gather(
        *(store.transact(lambda tx: people.find_or_create(tx, CHANNEL)) for store in stores)
    )
    assert len(set(found)) == 1


def test_no_word_and_no_id_is_on_the_disk_in_clear(store, place):
    store.transact_now(live)
    raw = place.raw()
    assert b"er_waiting_room" in raw, "the search itself must be able to find something"
    whole = CHANNEL.to_bytes(5, "big")
    for hidden in (CANARY.encode(), str(CHANNEL).encode(), whole, whole[::-1]):
        assert hidden not in raw


def test_erasing_leaves_no_row_of_the_person_in_any_table(do):
    person_id = do(live).person_id
    assert min(do(rows).values()) > 0, "the test must leave something in every table"
    do(people.erase, person_id)
    left = {name for name, number in do(rows).items() if number}
    assert left == NOBODYS
    do(people.erase, person_id)


def test_erasing_one_person_leaves_the_other_whole(do):
    mine, theirs = do(live, CHANNEL, 1), do(live, 42, 100)
    before = do(rows)
    do(people.erase, mine.person_id)
    assert do(encounters.current, theirs.person_id) == theirs
    assert do(encounters.turns, theirs.id) == [{"said": CANARY}]
    shared = NOBODYS
    halves = {name: n if name in shared else n // 2 for name, n in before.items()}
    assert do(rows) == halves


def test_after_erasing_even_an_old_copy_of_a_row_does_not_open(do):
    mine = do(live)
    copied = do(lambda tx: tx.connection.scalar(select(encounter.c.state)))
    place = encounter.c.state
    assert do(lambda tx: CANARY.encode() in tx.vault.open(place, mine.person_id, copied))
    do(people.erase, mine.person_id)
    with pytest.raises(StoreError, match="erased"):
        do(lambda tx: tx.vault.open(place, mine.person_id, copied))
    do(people.find_or_create, CHANNEL)
    fresh = do(people.find_or_create, CHANNEL).id
    with pytest.raises(StoreError, match="does not open"):
        do(lambda tx: tx.vault.open(place, fresh, copied))


@pytest.mark.parametrize("place", ON_SQLITE, indirect=True)
def test_a_destroyed_key_is_overwritten_on_the_disk(store, place):
    mine = store.transact_now(live)
    wrapped, state = store.transact_now(
        lambda tx: (
            tx.connection.scalar(select(person_key.c.wrapped)),
            tx.connection.scalar(select(encounter.c.state)),
        )
    )
    assert wrapped in place.raw() and state in place.raw()
    store.transact_now(lambda tx: people.erase(tx, mine.person_id))
    assert wrapped not in place.raw() and state not in place.raw()


def test_who_comes_back_after_erasing_is_somebody_new(do):
    old = do(people.find_or_create, CHANNEL)
    do(people.update, old.id, lang="fr", consented_at=1, consent_version=1)
    do(people.erase, old.id)
    fresh = do(people.find_or_create, CHANNEL)
    assert fresh == Person(fresh.id, CHANNEL) and fresh.id != old.id


def test_the_update_that_asked_for_erasure_can_still_be_called_done(do):
    def delete_me(tx):
        inbox.accept(tx, BOT, [message(1, CHANNEL, "/delete")])
        row = inbox.next_open(tx)
        people.erase(tx, people.find_or_create(tx, CHANNEL).id)
        goodbye = people.find_or_create(tx, CHANNEL)
        outbox.put(tx, goodbye.id, row.serial, [Call("sendMessage", {"text": "bye"})])
        inbox.done(tx, row.serial)

    do(delete_me)
    [row] = do(outbox.due, 10)
    assert (row.channel_id, row.params) == (CHANNEL, {"text": "bye"})


def test_every_table_that_names_a_person_is_emptied_by_erasing(do):
    """A new table with a person in it must be thought of: this test sees it before a user does."""
    owners = {"person_id", "encounter_id", "chat"}
    named = set(do(lambda tx: [name for name in _tables(tx) if owners & _columns(tx, name)]))
    assert named == set(METADATA.tables) - NOBODYS - {"person"}


def _tables(tx):
    return inspect(tx.connection).get_table_names()


def _columns(tx, name):
    return {column["name"] for column in inspect(tx.connection).get_columns(name)}
