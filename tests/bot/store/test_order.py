"""Whatever happens in whatever order, the store does what a model of a few lines does."""

from collections import defaultdict

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import delete

from bot.store import inbox, outbox, people
from bot.store.outbox import Call
from bot.store.tables import METADATA
from bot.store.updates import channel_of
from bot.store.work import Store
from tests.bot.store.places import Clock
from tests.bot.store.rows import BOT, message

CHATS = st.integers(1, 4)


class Practice(RuleBasedStateMachine):
    """Updates come in, are taken and answered; answers go out, fail, wait; people leave."""

    store: Store
    clock: Clock

    def __init__(self):
        super().__init__()
        self.store.transact_now(empty)
        self.number = 0
        self.waiting = []
        """Open updates as (chat, number), in the order they came."""
        self.unsent = defaultdict(list)
        """Texts to be sent to each chat, in the order they were put."""
        self.sending = {}
        """The serial of the call in flight of each chat."""
        self.put_off = {}
        """Chats that must not be sent to before a time."""

    def do(self, work, *given):
        return self.store.transact_now(lambda tx: work(tx, *given))

    @rule(chats=st.lists(CHATS, min_size=1, max_size=4), again=st.booleans())
    def come_in(self, chats, again):
        updates = [message(self.number + n, chat) for n, chat in enumerate(chats, 1)]
        self.number += len(chats)
        self.waiting += [(channel_of(update), update["update_id"]) for update in updates]
        assert self.do(inbox.accept, BOT, updates) == len(chats)
        if again:
            assert self.do(inbox.accept, BOT, updates) == 0

    @rule(answers=st.integers(0, 3), poison=st.booleans(), passed=st.sets(CHATS, max_size=2))
    def take(self, answers, poison, passed):
        def work(tx):
            row = inbox.next_open(tx, [tx.vault.chat(chat) for chat in passed])
            if row is None:
                return None
            chat = channel_of(row.payload)
            if poison:
                inbox.dead(tx, row.serial, "boom")
            else:
                calls = [Call("say", {"text": f"{row.update_id}.{n}"}) for n in range(answers)]
                outbox.put(tx, people.find_or_create(tx, chat).id, row.serial, calls)
                inbox.done(tx, row.serial)
            return chat, row.update_id

        expected = next((each for each in self.waiting if each[0] not in passed), None)
        assert self.do(work) == expected
        if expected is not None:
            chat, number = expected
            self.waiting.remove(expected)
            self.unsent[chat] += [] if poison else [f"{number}.{n}" for n in range(answers)]

    @rule(limit=st.integers(1, 5))
    def start(self, limit):
        def work(tx):
            rows = outbox.due(tx, limit)
            for row in rows:
                outbox.started(tx, row.serial)
            return [(row.channel_id, row.serial, row.params["text"]) for row in rows]

        ready = {
            chat
            for chat, texts in self.unsent.items()
            if texts and chat not in self.sending and self.put_off.get(chat, 0) <= self.clock.now
        }
        rows = self.do(work)
        assert len(rows) == min(limit, len(ready)) and {row[0] for row in rows} <= ready
        for chat, serial, text in rows:
            assert text == self.unsent[chat][0]
            self.sending[chat] = serial

    @rule(chat=CHATS, how=st.sampled_from(["sent", "dead", "later"]))
    def finish(self, chat, how):
        serial = self.sending.pop(chat, None)
        if serial is None:
            return
        if how == "later":
            self.put_off[chat] = self.clock.now + 500
            self.do(outbox.later, serial, self.clock.now + 500, "429")
            return
        self.do(outbox.sent, serial, 1) if how == "sent" else self.do(outbox.dead, serial, "400")
        del self.unsent[chat][0]
        self.put_off.pop(chat, None)

    @rule()
    def crash_and_start_again(self):
        assert self.do(outbox.restart) == len(self.sending)
        self.sending.clear()

    @rule(chat=CHATS)
    def block(self, chat):
        person_id = self.do(people.find_or_create, chat).id
        assert self.do(outbox.discard_for, person_id, "403") == len(self.unsent.pop(chat, []))
        self.sending.pop(chat, None)
        self.put_off.pop(chat, None)

    @rule(chat=CHATS)
    def leave_for_good(self, chat):
        self.do(people.erase, self.do(people.find_or_create, chat).id)
        self.waiting = [each for each in self.waiting if each[0] != chat]
        for known in (self.unsent, self.sending, self.put_off):
            known.pop(chat, None)

    @rule(ms=st.sampled_from([1, 499, 500, 86_400_000]))
    def time_passes(self, ms):
        self.clock.now += ms
        self.do(inbox.purge)
        self.do(outbox.purge, 1000)

    @invariant()
    def as_many_are_open_as_came_and_were_not_taken(self):
        assert self.do(inbox.counts)["open"] == len(self.waiting)


def empty(tx):
    for table in reversed(METADATA.sorted_tables):
        if table.name != "seal_check":
            tx.connection.execute(delete(table))


def test_the_order_holds_whatever_happens(opened, clock, place):
    shared = {"store": opened(), "clock": clock}
    machine = type("Practice", (Practice,), shared)
    examples = 60 if place.kind == "sqlite" else 25
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=40,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
