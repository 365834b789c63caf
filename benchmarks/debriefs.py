"""The debrief as a trainee gets it: kept, scored, compared, drawn and rendered, on a real store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bot.chat.render import render
from bot.practice import cards, commands
from bot.practice.entry import handle
from bot.practice.tools import Tools
from bot.store import people
from bot.store.work import Store, Tx
from bot.understanding import rules_reader
from dialogues.library import Library

EARLIER, TURNS, MEASURED = 10, 20, 15
"""Runs before the first that is measured, turns in each, and how many are measured."""
SCENARIO, ROLE, LAST_DEED = "er_waiting_room", "nurse", "code_white"
SAID = (
    "I'm sorry nobody came to see you. What happened tonight?",
    "You sound scared for your daughter.",
    "Calm down, sir.",
    "So you drove her here yourself, and nobody told you anything.",
    "I'll go and ask, and I'll be back in ten minutes.",
    "What worries you most right now?",
)


@dataclass(frozen=True, slots=True)
class Trainee:
    """One person who practises over and over."""

    store: Store
    tools: Tools
    serials: Iterator[int] = field(default_factory=lambda: count(1))

    def do(self, command: commands.Command) -> Sequence[cards.Card]:
        """What a command shows, in a transaction of its own."""

        def work(tx: Tx) -> Sequence[cards.Card]:
            person = people.find_or_create(tx, 1)
            return handle(tx, self.tools, person, next(self.serials), command)

        return self.store.transact_now(work)

    def join(self) -> None:
        for command in (commands.Consent(), commands.SetLanguage("en")):
            self.do(command)

    def play(self) -> str:
        """An encounter up to the question how it went; its token."""
        panel = self._panel(self.do(commands.Begin(SCENARIO, "practise", ROLE)))
        for turn in range(1, TURNS):
            if panel.page == "risk":
                panel = self._panel(self._tap(panel, "later"))
            panel = self._panel(self.do(commands.Say(f"{SAID[turn % len(SAID)]} {turn}")))
        for choice in ("later", f"deed.{LAST_DEED}", "act"):
            self._tap(panel, choice)
        return panel.token

    def _tap(self, panel: cards.Panel, choice: str) -> Sequence[cards.Card]:
        return self.do(commands.PanelChoice(panel.token, panel.turn, choice))

    def _panel(self, shown: Sequence[cards.Card]) -> cards.Panel:
        return next(card for card in reversed(shown) if isinstance(card, cards.Panel))


def seconds() -> list[float]:
    """How long each measured debrief took, from the tap to the calls that show it, in seconds."""
    with _trainee() as trainee:
        tokens = [trainee.play() for _ in range(EARLIER + MEASURED)]
        for token in tokens[:EARLIER]:
            trainee.do(commands.Rate(token, 3))
        return [_debriefed(trainee, token) for token in tokens[EARLIER:]]


@contextmanager
def _trainee() -> Iterator[Trainee]:
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'bench.db'}"
        with closing(Store.open(url, bytes(32))) as store:
            trainee = Trainee(store, Tools(Library(), rules_reader(), lambda: 7))
            trainee.join()
            yield trainee


def _debriefed(trainee: Trainee, token: str) -> float:
    began = perf_counter()
    shown = trainee.do(commands.Rate(token, 3))
    render(shown, "en")
    took = perf_counter() - began
    if not any(isinstance(card, cards.DebriefCard) for card in shown):
        raise RuntimeError(f"encounter {token} was not debriefed")
    return took
