"""Takes one update: what was asked, what comes of it and what to show, all in one transaction."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bot.chat.log import LOG
from bot.chat.messages import PANEL
from bot.chat.render import render, toast
from bot.chat.updates import Blocked, OldButton, Received, Unblocked, UpdateError, translate
from bot.practice.cards import Card, Deleted, Plain, Toast
from bot.practice.commands import Command, Start
from bot.store import inbox, outbox, people
from bot.store.inbox import InboxRow
from bot.store.outbox import Call
from bot.store.people import Person
from bot.store.work import Tx
from dialogues.play import LANGS

Handle = Callable[[Tx, Person, int, Command], Sequence[Card]]
"""The use cases: transaction, person, inbox serial and command in, cards out."""
OLD_BUTTON: Final = Toast("chat.old_button_toast")
SORRY: Final = Plain("chat.sorry")


@dataclass(frozen=True, slots=True)
class Taken:
    """What is left to do outside the transaction."""

    query_id: str = ""
    toast: str = ""
    channel_id: int = 0
    goodbye: list[Call] = field(default_factory=list)
    """To be sent at once and kept nowhere, for nothing about the person is left."""


def take(tx: Tx, row: InboxRow, handle: Handle) -> Taken:
    """Take one update; whatever goes wrong undoes all of it."""
    try:
        received = translate(row.payload)
    except UpdateError as error:
        LOG.warning("Update %d cannot be read; it is kept as a dead letter", row.serial)
        inbox.dead(tx, row.serial, str(error))
        return Taken()
    taken = _answer(tx, row.serial, received, handle) if received else Taken()
    inbox.done(tx, row.serial)
    return taken


def bury(tx: Tx, row: InboxRow, error: BaseException, *, tell: bool = True) -> Taken:
    """Put an update that cannot be handled aside, and tell the person so."""
    inbox.dead(tx, row.serial, f"{type(error).__name__} {_place(error)}: {error}")
    received = translate(row.payload) if tell else None
    if received is None:
        return Taken()
    person = people.find_or_create(tx, received.channel_id)
    outbox.put(tx, person.id, row.serial, render([SORRY], _language(person, received)))
    return Taken(received.query_id)


def described(error: BaseException) -> str:
    """What went wrong and where, without what anybody wrote."""
    return f"{type(error).__name__} {_place(error)}"


def _place(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return f"at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "nowhere"


def _answer(tx: Tx, serial: int, received: Received, handle: Handle) -> Taken:
    person = people.find_or_create(tx, received.channel_id)
    match received.wish:
        case Blocked():
            _left(tx, person)
            return Taken()
        case Unblocked():
            people.update(tx, person.id, unreachable_at=None)
            return Taken()
        case OldButton():
            return Taken(received.query_id, toast([OLD_BUTTON], _language(person, received)))
        case command:
            return _handled(tx, serial, person, received, command, handle)


def _left(tx: Tx, person: Person) -> None:
    """Nothing can be sent any more; whoever never agreed to the notice leaves no trace."""
    if not person.consent_version:
        people.erase(tx, person.id)
        return
    people.update(tx, person.id, unreachable_at=tx.now)
    outbox.discard_for(tx, person.id, "the person blocked the bot")


def _handled(
    tx: Tx, serial: int, person: Person, received: Received, command: Command, handle: Handle
) -> Taken:
    if person.unreachable_at is not None:
        people.update(tx, person.id, unreachable_at=None)
    panel = outbox.slot(tx, person.id, PANEL)
    cards = handle(tx, person, serial, command)
    if any(isinstance(card, Deleted) for card in cards):
        gone = [Call("deleteMessage", {"message_id": panel})] if panel else []
        goodbye = [*gone, *render(cards, _language(person, received))]
        return Taken(received.query_id, "", received.channel_id, goodbye)
    lang = _language(people.find_or_create(tx, received.channel_id), received)
    outbox.put(tx, person.id, serial, render(cards, lang))
    return Taken(received.query_id, toast(cards, lang))


def _language(person: Person, received: Received) -> str:
    """The language chosen; before that, what the person asked for or their phone is set to."""
    wish = received.wish
    asked = wish.locale if isinstance(wish, Start) else ""
    guess = (asked or received.locale)[:2].lower()
    return person.lang or (guess if guess in LANGS else LANGS[0])
