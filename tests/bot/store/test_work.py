"""A piece of work is kept whole or not at all, whoever else is at work and whatever dies."""

import asyncio
import subprocess
import sys
import threading
from contextlib import contextmanager
from time import monotonic

import pytest
from sqlalchemy import func, select

from bot.store import encounters, inbox, people
from bot.store.tables import person
from bot.store.work import StoreConflict, StoreError
from tests.bot.store.places import ON_POSTGRESQL
from tests.bot.store.rows import BOT, begin, message, save_turn, take


def people_known(tx):
    return tx.connection.scalar(select(func.count()).select_from(person))


def current(tx, channel):
    return encounters.current(tx, people.find_or_create(tx, channel).id)


def test_what_fails_leaves_nothing(do):
    def work(tx):
        people.find_or_create(tx, 1)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        do(work)
    assert do(people_known) == 0


async def test_work_leaves_the_loop_free_and_gives_back_its_result(store):
    leave = threading.Event()

    def work(tx):
        assert leave.wait(10), "the loop had no chance to go on"
        return people.find_or_create(tx, 5)

    running = asyncio.create_task(store.transact(work))
    asyncio.get_running_loop().call_later(0.01, leave.set)
    assert (await running).channel_id == 5


def test_the_time_stands_still_within_a_transaction(do, clock):
    def work(tx):
        before = tx.now
        clock.now += 1000
        return before, tx.now

    before, after = do(work)
    assert before == after
    assert do(lambda tx: tx.now) == before + 1000


def test_a_database_error_is_told_in_one_line_without_the_values(do):
    with pytest.raises(StoreError, match="the database failed") as failed:
        do(lambda tx: tx.connection.exec_driver_sql("SELECT * FROM nowhere"))
    assert "\n" not in str(failed.value)


def test_closing_waits_for_work_that_has_begun(opened):
    store, entered = opened(), threading.Event()

    def work(tx):
        entered.set()
        people.find_or_create(tx, 1)

    thread = threading.Thread(target=store.transact_now, args=[work])
    thread.start()
    assert entered.wait(10)
    store.close()
    thread.join()
    assert opened().transact_now(people_known) == 1


@pytest.mark.parametrize("programs", [1, 2])
async def test_480_increments_by_8_workers_are_480(opened, programs):
    """Read, then write: the pattern that silently loses updates where nothing guards it."""
    stores = [opened() for _ in range(programs)]
    person_id = stores[0].transact_now(lambda tx: begin(tx, state={"n": 0})).person_id

    def increment(tx):
        encounter = encounters.current(tx, person_id)
        return save_turn(tx, encounter, encounter.state["n"] + 1)

    async def worker(number):
        for _ in range(60):
            await stores[number % programs].transact(increment)

    await asyncio.gather(*(worker(number) for number in range(8)))
    last = stores[0].transact_now(lambda tx: encounters.current(tx, person_id))
    assert (last.state, last.turn, last.version) == ({"n": 480}, 480, 481)


@pytest.mark.parametrize("place", ON_POSTGRESQL, indirect=True)
async def test_a_deadlock_is_tried_anew(opened):
    here, there = opened(), opened()
    first, second = (here.transact_now(lambda tx, c=c: begin(tx, c)) for c in (1, 2))
    both_hold_one = threading.Barrier(2, timeout=20)
    tries = []

    def crossing(one, other):
        def work(tx):
            held = encounters.by_token(tx, one.token)
            tries.append(one.id)
            if len(tries) <= 2:
                both_hold_one.wait()
            for encounter in (held, encounters.by_token(tx, other.token)):
                save_turn(tx, encounter, encounter.turn + 1)

        return work

    await asyncio.gather(
        here.transact(crossing(first, second)), there.transact(crossing(second, first))
    )
    assert len(tries) == 3
    found = [
        here.transact_now(lambda tx, t=e.token: encounters.by_token(tx, t)) for e in (first, second)
    ]
    assert [encounter.turn for encounter in found] == [2, 2]


def test_a_conflict_that_never_ends_is_given_up(store, place):
    tries = []

    def work(tx):
        tries.append(1)
        raise StoreConflict("moved on")

    with pytest.raises(StoreConflict, match="moved on"):
        store.transact_now(work)
    assert len(tries) == (1 if place.kind == "sqlite" else 10)


COUNTER = """
import sys
from bot.store import encounters
from bot.store.work import Store
from tests.bot.store.rows import begin, save_turn

def step(tx):
    found = encounters.current(tx, int(sys.argv[2]))
    return save_turn(tx, found, found.turn + 1).turn

store = Store.open(sys.argv[1], bytes(range(32)))
while True:
    print(store.transact_now(step), flush=True)
"""

HALFWAY = """
import sys, time
from bot.store import people
from bot.store.work import Store
from tests.bot.store.rows import save_turn, take

def step(tx):
    person = people.find_or_create(tx, 2002)
    people.update(tx, person.id, lang="fr")
    take(tx)
    print("halfway", flush=True)
    time.sleep(600)

Store.open(sys.argv[1], bytes(range(32))).transact_now(step)
"""


@contextmanager
def program(code, *arguments):
    """A real process that is killed with signal 9 in the end."""
    process = subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)], stdout=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def test_a_program_killed_in_the_middle_leaves_the_last_commit_only(opened, place):
    store = opened()
    store.transact_now(lambda tx: inbox.accept(tx, BOT, [message(1)]))
    store.close()
    with program(HALFWAY, place.url) as process:
        assert process.stdout.readline() == "halfway\n"
    store = opened()
    assert store.transact_now(people_known) == 0
    assert store.transact_now(inbox.counts) == {"open": 1, "done": 0, "dead": 0}
    assert store.transact_now(take).payload == message(1)


def test_a_program_killed_again_and_again_keeps_every_commit_it_told_of(opened, place):
    store = opened()
    person_id = store.transact_now(begin).person_id
    store.close()
    told = 0
    for lines in (1, 7, 20):
        with program(COUNTER, place.url, person_id) as process:
            for _ in range(lines):
                told = int(process.stdout.readline())
            process.kill()
            told = max([told, *map(int, process.stdout.read().split())])
        store = opened()
        kept = store.transact_now(lambda tx: encounters.current(tx, person_id)).turn
        store.close()
        assert told <= kept <= told + 1
        told = kept


OPEN = """
import sys
from bot.store import people
from bot.store.work import Store
sys.stdin.read()
store = Store.open(sys.argv[1], bytes(range(32)))
print(store.transact_now(lambda tx: people.find_or_create(tx, 1)).id)
"""


def test_programs_that_start_together_on_an_empty_database_migrate_it_once(place):
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", OPEN, place.url],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for process in processes:
        process.stdin.close()
    deadline = monotonic() + 60
    outputs = []
    for process in processes:
        with process.stdout:
            outputs.append(process.stdout.read().strip())
        assert process.wait(max(1, deadline - monotonic())) == 0
    assert len(set(outputs)) == 1 and outputs[0].isdigit()
