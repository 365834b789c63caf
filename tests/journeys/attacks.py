"""A person who does odd things to a running bot, and what stands in its store afterwards."""

import asyncio
import contextlib
import time
from dataclasses import replace

from bot.app import TRAINEE
from bot.chat.buttons import pack
from bot.phone import Person
from bot.practice.commands import Begin
from bot.practice.joining import NOTICE_VERSION
from bot.store import encounters, inbox, people
from bot.texts import text
from tests.bot.phone.oracle import check_traffic
from tests.journeys.stage import SINGH, staged

INSTRUCTOR = 1002
OTHER = {"en": "fr", "fr": "en"}
SORRY = {"en": "I'm sorry you have waited so long.", "fr": "Je suis désolé de cette attente."}
HALF = "\ud83d"
"""Half of an emoji: JSON can write it, UTF-8 cannot."""


def look(stage, work):
    return stage.store.transact_now(work)


def running(stage, user=TRAINEE):
    """The encounter under way, or None."""
    return look(stage, lambda tx: encounters.current(tx, people.find_or_create(tx, user).id))


def turns_taken(stage, user=TRAINEE):
    row = running(stage, user)
    assert row is not None, "the encounter is gone"
    return row.turn


def said(stage, user=TRAINEE):
    """The words of every kept turn."""

    def work(tx):
        row = encounters.latest(tx, people.find_or_create(tx, user).id, 1)[0]
        return [turn["move"]["reading"]["text"] for turn in encounters.turns(tx, row.id)]

    return look(stage, work)


def states(stage):
    return look(stage, inbox.counts)


async def until(holds, seconds=15):
    """Poll until it holds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it never came true"
        await asyncio.sleep(0.02)


async def shown_for(stage, act, new=True):
    """Do something; give what the bot shows for it, notices included, once it is taken.

    `new` is false for an update that came before and so is not kept again.
    """
    person = stage.person
    before = {line.message_id for line in person.screen()}
    notices, taken = len(person.toasts()), finished(stage)
    act()
    if new:
        await until(lambda: finished(stage) > taken)
    else:
        await person.settle()
    await until(lambda: all_done(stage))
    lines = [line for line in person.screen() if line.by_bot and line.message_id not in before]
    return "\n".join([*(n.text for n in lines), *(t.text for t in person.toasts()[notices:])])


async def main_panel(stage, lang="en"):
    """What the main panel shows, once a risk check in its place has been put off."""
    later = text(lang, "chat.risk_later_button")

    def waits():
        return any(later in row for row in stage.person.buttons())

    if waits():
        await shown_for(stage, lambda: stage.person.tap(later))
        await until(lambda: not waits())
    return stage.person.screen()[-1].text


def finished(stage):
    counts = states(stage)
    return counts["done"] + counts["dead"]


def all_done(stage):
    """True when every update is taken, every message sent and every tap answered."""
    answered = all(query.answered for query in stage.world.queries.values())
    return answered and not states(stage)["open"] and not calls_in(stage, "pending", "started")


def calls_in(stage, *wanted):
    """How many calls stand in one of these states."""

    def work(tx):
        found = tx.connection.exec_driver_sql("SELECT state, count(*) FROM outbox GROUP BY 1")
        return sum(count for state, count in found if state in wanted)

    return look(stage, work)


def typed(user=TRAINEE, **message):
    """A raw update; `...` leaves a field out."""
    sender = {"id": user, "is_bot": False, "first_name": "T", "language_code": "en"}
    chat = {"id": user, "type": "private", "first_name": "T"}
    body = {"message_id": 9, "date": 1, "chat": chat, "from": sender, **message}
    return {"message": {name: value for name, value in body.items() if value is not ...}}


def tapped(**query):
    """A raw tap on Stop; `...` leaves a field out."""
    message = typed(text="x")["message"]
    body = {"id": "77", "from": message["from"], "message": message, "chat_instance": "1"}
    body |= {"data": "v1:-:0:stop", **query}
    return {"callback_query": {name: value for name, value in body.items() if value is not ...}}


async def begin(stage, lang, mode):
    """Somebody who agreed long ago begins to practise."""

    def agreed(tx):
        person = people.find_or_create(tx, stage.person.id)
        people.update(tx, person.id, lang=lang, consented_at=1, consent_version=NOTICE_VERSION)

    look(stage, agreed)
    stage.person.speak(lang)
    await shown_for(stage, lambda: stage.person.tap_data(pack(Begin(SINGH, mode))))


@contextlib.asynccontextmanager
async def in_an_encounter(folder, lang="en", mode="learn"):
    async with staged(folder) as stage:
        await begin(stage, lang, mode)
        yield stage
        check_traffic(stage.world)


def beside(stage):
    """The instructor, before the same bot."""
    return replace(stage, person=Person(stage.world, INSTRUCTOR))
