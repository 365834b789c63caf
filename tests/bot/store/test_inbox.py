"""Updates are kept once, taken once, in order per chat; nothing they contain stops the inbox."""

import asyncio
from collections import defaultdict

import pytest
from sqlalchemy import func, select, update

from bot.store import inbox, outbox, people
from bot.store.outbox import Call
from bot.store.tables import inbox as table
from bot.store.updates import channel_of
from bot.store.work import StoreConflict
from tests.bot.store.places import ON_POSTGRESQL
from tests.bot.store.rows import BOT, message, take

DAY_MS = 24 * 3600 * 1000


def test_an_update_delivered_again_is_not_a_new_row(do):
    assert do(inbox.accept, BOT, [message(1), message(2)]) == 2
    assert do(inbox.accept, BOT, [message(2), message(3), message(3)]) == 1
    assert do(inbox.counts) == {"open": 3, "done": 0, "dead": 0}


def test_an_update_delivered_again_after_it_was_taken_is_not_taken_again(do):
    do(inbox.accept, BOT, [message(1)])
    do(take)
    assert do(inbox.accept, BOT, [message(1)]) == 0
    assert do(inbox.next_open) is None


def test_two_bots_may_use_the_same_numbers(do):
    assert do(inbox.accept, 1, [message(1)]) == do(inbox.accept, 2, [message(1)]) == 1
    assert do(inbox.highest_update_id, 1) == 1
    assert do(inbox.highest_update_id, 3) is None


def test_the_oldest_update_comes_first_and_as_it_was_sent(do):
    sent = message(9, text="\x00 é 🚓 שלום \ud83d")
    do(inbox.accept, BOT, [sent, message(8)])
    row = do(inbox.next_open)
    assert (row.update_id, row.payload, row.bot_id) == (9, sent, BOT)


def test_a_passed_over_chat_waits_and_another_goes_first(do):
    do(inbox.accept, BOT, [message(1, 5), message(2, 5), message(3, 6)])
    first = do(inbox.next_open)
    other = do(inbox.next_open, [first.chat])
    assert other.update_id == 3
    assert do(inbox.next_open, [first.chat, other.chat]) is None


def test_a_dead_update_lets_its_chat_go_on_and_stays_for_the_operator(do):
    do(inbox.accept, BOT, [message(1), message(2)])
    row = do(inbox.next_open)
    do(inbox.dead, row.serial, "Traceback: boom")
    assert do(inbox.next_open).update_id == 2
    [letter] = do(inbox.dead_letters)
    assert (letter.error, letter.payload) == ("Traceback: boom", message(1))


def test_a_damaged_update_is_dead_and_holds_nothing_up(do):
    do(inbox.accept, BOT, [message(1), message(2)])
    damage = update(table).where(table.c.update_id == 1).values(payload=b"damaged")
    do(lambda tx: tx.connection.execute(damage))
    assert do(take).update_id == 2
    [letter] = do(inbox.dead_letters)
    assert (letter.error, letter.payload) == ("damaged in the database", None)


def test_the_content_of_a_done_update_is_deleted(do):
    do(inbox.accept, BOT, [message(1)])
    row = do(take)
    kept = do(lambda tx: tx.connection.scalars(select(table.c.payload)).all())
    assert kept == [None] and row.payload == message(1)


def test_an_update_is_not_finished_twice(do):
    do(inbox.accept, BOT, [message(1)])
    row = do(take)
    with pytest.raises(StoreConflict, match="taken already"):
        do(inbox.done, row.serial)
    with pytest.raises(StoreConflict, match="taken already"):
        do(inbox.dead, row.serial, "late")


def circle():
    ring = {"update_id": 4}
    ring["self"] = ring
    return ring


def deep():
    inner = {}
    for _ in range(100_000):
        inner = {"in": inner}
    return {"update_id": 5, "message": inner}


ABSURD = [
    None,
    "text",
    7,
    [],
    {},
    {"update_id": None},
    {"update_id": "12"},
    {"update_id": True},
    {"update_id": 1.5},
    {"update_id": -1},
    {"update_id": 2**63},
    {"message": {"chat": {"id": 1001}}},
    {"update_id": 3, "message": {"text": {1, 2}}},
    {"update_id": 6, b"bytes": b"bytes"},
    circle(),
    deep(),
]


@pytest.mark.parametrize("item", ABSURD, ids=range(len(ABSURD)))
def test_what_is_no_update_becomes_a_dead_letter_and_holds_nothing_up(do, item):
    assert do(inbox.accept, BOT, [message(1), item, message(2)]) == 3
    assert do(inbox.counts) == {"open": 2, "done": 0, "dead": 1}
    assert [do(take).update_id, do(take).update_id, do(take)] == [1, 2, None]
    [letter] = do(inbox.dead_letters)
    assert letter.error


STRANGE = [
    {"update_id": 1, "message": None},
    {"update_id": 1, "message": []},
    {"update_id": 1, "message": {"chat": 5}},
    {"update_id": 1, "message": {"chat": {"id": "5"}}},
    {"update_id": 1, "callback_query": {"message": 5, "from": {"id": None}}},
    {"update_id": 1, "poll": {"id": "1"}},
    {"update_id": 1, "message": {"chat": {"id": 10**40}}},
]


@pytest.mark.parametrize("update", STRANGE, ids=range(len(STRANGE)))
def test_a_numbered_update_of_any_shape_is_kept(do, update):
    do(inbox.accept, BOT, [update])
    assert do(inbox.next_open).payload == update


@pytest.mark.parametrize(
    ("update", "channel"),
    [
        (message(1, -100123), -100123),
        ({"callback_query": {"from": {"id": 1}, "message": {"chat": {"id": 2}}}}, 2),
        ({"callback_query": {"from": {"id": 1}, "inline_message_id": "x"}}, 1),
        ({"my_chat_member": {"chat": {"id": 3}, "from": {"id": 1}}}, 3),
        ({"poll_answer": {"user": {"id": 4}}}, 4),
        ({"poll": {"id": "5"}}, None),
        (None, None),
    ],
)
def test_an_update_belongs_to_its_chat_or_else_to_its_user(update, channel):
    assert channel_of(update) == channel


def test_a_tap_and_a_text_of_one_person_share_their_order(do):
    tap = {"update_id": 2, "callback_query": {"from": {"id": 5}, "message": {"chat": {"id": 5}}}}
    do(inbox.accept, BOT, [message(1, 5), tap])
    first = do(take)
    assert do(inbox.next_open).chat == first.chat


def test_numbers_older_than_three_days_do_not_set_the_offset(do, clock):
    do(inbox.accept, BOT, [message(500)])
    clock.now += 3 * DAY_MS
    assert do(inbox.highest_update_id, BOT) is None
    do(inbox.accept, BOT, [message(20)])
    assert do(inbox.highest_update_id, BOT) == 20


def test_purging_deletes_only_what_was_done_long_enough_ago(do, clock):
    do(inbox.accept, BOT, [message(1), message(2), {}])
    do(take)
    clock.now += DAY_MS
    assert do(inbox.purge, DAY_MS) == 0
    clock.now += 1
    assert do(inbox.purge, DAY_MS) == 1
    assert do(inbox.counts) == {"open": 1, "done": 0, "dead": 1}


def test_a_serial_is_never_used_again(do, clock):
    """Turns and calls are keyed by it, and those outlive the update."""
    do(inbox.accept, BOT, [message(1)])
    serial = do(take).serial
    clock.now += 1
    assert do(inbox.purge, 0) == 1
    do(inbox.accept, BOT, [message(2)])
    assert do(inbox.next_open).serial > serial


def answer(tx):
    """Take the next update and answer with its number; False when nothing is free."""
    row = take(tx)
    if row is None:
        return False
    person = people.find_or_create(tx, channel_of(row.payload))
    outbox.put(tx, person.id, row.serial, [Call("sendMessage", {"n": row.update_id})])
    return True


def answers(tx):
    """The numbers answered, by person, in the order in which their turns were taken."""
    found = defaultdict(list)
    while rows := outbox.due(tx, 100):
        for row in rows:
            outbox.started(tx, row.serial)
            outbox.sent(tx, row.serial, None)
            found[row.channel_id].append(row.params["n"])
    return found


async def test_many_workers_take_each_update_once_and_in_order_of_its_chat(opened):
    first, second = opened(), opened()
    chats, each = 12, 20
    numbers = range(1, 1 + chats * each)
    updates = [message(n, n % chats) for n in numbers]
    await first.transact(lambda tx: inbox.accept(tx, BOT, updates))

    async def work(store):
        while (await store.transact(inbox.counts))["open"]:
            await store.transact(answer)

    await asyncio.gather(*(work(store) for store in (first, second) for _ in range(4)))
    found = await first.transact(answers)
    assert found == {chat: [n for n in numbers if n % chats == chat] for chat in range(chats)}


@pytest.mark.parametrize("place", ON_POSTGRESQL, indirect=True)
def test_a_chat_in_work_elsewhere_is_passed_over(opened):
    here, there = opened(), opened()
    here.transact_now(lambda tx: inbox.accept(tx, BOT, [message(1, 5), message(2, 6)]))

    def work(tx):
        mine = inbox.next_open(tx)
        other = there.transact_now(take)
        nothing = there.transact_now(inbox.next_open)
        return mine.update_id, other.update_id, nothing

    assert here.transact_now(work) == (1, 2, None)


def test_the_same_chat_has_the_same_hash_and_it_is_not_the_id(do):
    do(inbox.accept, BOT, [message(1, 424242), message(2, 424242), message(3, 424243)])
    hashes = do(lambda tx: tx.connection.scalars(select(table.c.chat)).all())
    assert len(set(hashes)) == 2 and not any("424242" in chat for chat in hashes)
    assert do(lambda tx: tx.connection.scalar(select(func.count()).select_from(table))) == 3
