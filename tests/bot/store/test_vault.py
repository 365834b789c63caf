"""What is sealed opens only with its key, in its own table and column, for its own owner."""

import pytest
from sqlalchemy import select, update

from bot.store import encounters, people
from bot.store.tables import encounter, outbox, person_key, turn
from bot.store.work import StoreError
from tests.bot.store.rows import begin


def test_sealing_the_same_thing_twice_looks_different(do):
    person = do(people.find_or_create, 1)
    one = do(lambda tx: tx.vault.seal(turn.c.record, person.id, b"same"))
    two = do(lambda tx: tx.vault.seal(turn.c.record, person.id, b"same"))
    assert one != two
    assert do(lambda tx: tx.vault.open(turn.c.record, person.id, one)) == b"same"


@pytest.mark.parametrize("column", [outbox.c.body, encounter.c.state, outbox.c.error], ids=str)
def test_what_is_moved_to_another_column_does_not_open(do, column):
    person = do(people.find_or_create, 1)
    sealed = do(lambda tx: tx.vault.seal(turn.c.record, person.id, b"mine"))
    with pytest.raises(StoreError, match="does not open"):
        do(lambda tx: tx.vault.open(column, person.id, sealed))


def test_what_is_given_to_another_person_does_not_open(do):
    mine, theirs = do(begin, 1, {"said": "mine"}), do(begin, 2)
    sealed = do(
        lambda tx: tx.connection.scalar(select(encounter.c.state).where(encounter.c.id == mine.id))
    )
    stolen = update(encounter).where(encounter.c.id == theirs.id).values(state=sealed)
    do(lambda tx: tx.connection.execute(stolen))
    with pytest.raises(StoreError, match=r"encounter\.state does not open"):
        do(encounters.current, theirs.person_id)


@pytest.mark.parametrize("damage", [b"", b"short", None], ids=["empty", "short", "one bit"])
def test_what_is_damaged_does_not_open(do, damage):
    person = do(people.find_or_create, 1)
    sealed = do(lambda tx: tx.vault.seal(turn.c.record, person.id, b"mine"))
    broken = sealed[:-1] + bytes([sealed[-1] ^ 1]) if damage is None else damage
    with pytest.raises(StoreError, match="does not open"):
        do(lambda tx: tx.vault.open(turn.c.record, person.id, broken))


def test_a_chat_opens_only_its_own(do):
    def work(tx):
        sealed = tx.vault.seal_for_chat(turn.c.record, "chat-a", b"update")
        assert tx.vault.open_for_chat(turn.c.record, "chat-a", sealed) == b"update"
        return tx.vault.open_for_chat(turn.c.record, "chat-b", sealed)

    with pytest.raises(StoreError, match="does not open"):
        do(work)


def test_a_data_key_given_to_another_person_does_not_open(do):
    first, second = do(people.find_or_create, 1), do(people.find_or_create, 2)
    theirs = person_key.c.person_id == second.id
    wrapped = select(person_key.c.wrapped).where(person_key.c.person_id == first.id)
    stolen = update(person_key).where(theirs).values(wrapped=wrapped.scalar_subquery())
    do(lambda tx: tx.connection.execute(stolen))
    with pytest.raises(StoreError, match=r"person_key\.wrapped does not open"):
        do(people.find_or_create, 2)
