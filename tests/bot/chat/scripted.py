"""Use cases of a few lines that count what they were asked, so that a test can see every turn.

As a program it is a bot of its own, to be killed:
`python -m tests.bot.chat.scripted ADDRESS FOLDER`.
"""

import asyncio
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.chat import run_chat
from bot.phone import TOKEN as PHONE_TOKEN
from bot.practice import cards, commands
from bot.practice.cards import Card
from bot.practice.commands import Command
from bot.practice.joining import NOTICE_VERSION
from bot.store import people
from bot.store.keys import load_or_create_key
from bot.store.people import Person
from bot.store.work import Store, Tx
from dialogues.reply import Reply

TOKEN = "abcd1234"


def handle(  # noqa: C901 - a table of what is asked and what is shown
    tx: Tx, person: Person, _serial: int, command: Command
) -> Sequence[Card]:
    """Words and waiting take a turn; everything else shows a card and counts nothing."""
    taken = int(person.mode or 0)
    match command:
        case commands.Say("crash"):
            raise KeyError("private words")
        case commands.Say(words):
            return _turn(tx, person, words)
        case commands.PanelChoice(token, turn, _) if token != TOKEN or turn != taken + 1:
            return [cards.Toast("practice.answered_toast")]
        case commands.PanelChoice(_, _, "wait"):
            return _turn(tx, person, "(silence)")
        case commands.PanelChoice(_, turn, choice):
            return [cards.Panel(TOKEN, turn, choice.removeprefix("page."), posture=("Seated",))]
        case commands.SetLanguage(lang):
            people.update(tx, person.id, lang=lang)
            return [cards.Plain("practice.help")]
        case commands.Consent():
            people.update(tx, person.id, consent_version=NOTICE_VERSION)
            return [cards.Languages()]
        case commands.AskDelete():
            return [cards.ConfirmDeletion()]
        case commands.ConfirmDelete():
            people.erase(tx, person.id)
            return [cards.Deleted()]
        case commands.Stop():
            return [cards.PanelGone(), cards.Stopped(was_inside=True)]
        case commands.Unsupported(kind):
            return [cards.Plain("practice.you_said", {"line": f"<{kind}>"})]
        case _:
            return [cards.Notice()]


def _turn(tx: Tx, person: Person, words: str) -> Sequence[Card]:
    taken = int(person.mode or 0) + 1
    people.update(tx, person.id, mode=str(taken))
    heard = cards.Heard("Sam", Reply(said=f"{taken}. {words}"))
    return [heard, cards.Panel(TOKEN, taken + 1, "main", fresh=True)]


def open_store(folder: Path) -> Store:
    """A store in a folder, with its key beside it."""
    url = f"sqlite:///{folder / 'chat.db'}"
    return Store.open(url, load_or_create_key(folder / "key", url))


async def main(address: str, folder: Path) -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    store = open_store(folder)
    try:
        await run_chat(PHONE_TOKEN, address, store, handle, stop)
    finally:
        store.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2])))
