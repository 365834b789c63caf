"""The one door of the use cases: a person's command goes in, cards come out."""

from __future__ import annotations

from collections.abc import Sequence

from bot.practice import (
    after,
    choosing,
    commands,
    drilling,
    ending,
    exporting,
    history,
    joining,
    levels,
    progress,
    turns,
)
from bot.practice.cards import Card, Plain
from bot.practice.commands import Command
from bot.practice.distress import speaks_of_own_danger
from bot.practice.panel import reshown
from bot.practice.tools import Tools
from bot.store import encounters
from bot.store.people import Person
from bot.store.work import Tx

OPEN_TO_ALL = (
    commands.Start,
    commands.Consent,
    commands.AskPrivacy,
    commands.AskHelp,
    commands.AskDelete,
    commands.ConfirmDelete,
    commands.Stop,
)
"""What works before the notice is agreed to and a language chosen."""


def handle(tx: Tx, tools: Tools, person: Person, serial: int, command: Command) -> Sequence[Card]:
    """Everything a command does happens in this transaction; the cards are what to show.

    `serial` is the inbox serial of the update that carried the command: a turn taken from it
    can never be taken twice.
    """
    if not _open_to_all(command) and not _ready(person, command):
        return joining.start(tx, tools, person)
    return _dispatch(tx, tools, person, serial, command)


def _open_to_all(command: Command) -> bool:
    """Whether it works before the notice; words of one's own danger are answered at once."""
    if isinstance(command, commands.Say):
        return speaks_of_own_danger(command.text)
    return isinstance(command, OPEN_TO_ALL)


def _ready(person: Person, command: Command) -> bool:
    if not joining.has_agreed(person):
        return False
    setting = isinstance(command, (commands.SetLanguage, commands.ChooseLanguage))
    return bool(person.lang) or setting


def _dispatch(
    tx: Tx, tools: Tools, person: Person, serial: int, command: Command
) -> Sequence[Card]:
    match command:
        case commands.Say(text):
            return turns.say(tx, tools, person, serial, text)
        case commands.PanelChoice():
            return turns.choose(tx, tools, person, serial, command)
        case commands.Stop():
            return ending.stop(tx, person)
        case commands.PickScenario(scenario):
            return choosing.pick(tx, tools, person, scenario)
        case commands.Begin(scenario, mode, role, agreed):
            return choosing.begin(tx, tools, person, scenario, mode, role, agreed)
        case commands.ListScenarios():
            return joining.start(tx, tools, person)
        case commands.Unsupported(kind):
            return _unsupported(tx, tools, person, kind)
        case commands.Unknown(name):
            return [Plain("practice.unknown_command", {"name": name})]
        case _:
            return _afterwards(tx, tools, person, command)


def _afterwards(tx: Tx, tools: Tools, person: Person, command: Command) -> Sequence[Card]:
    match command:
        case commands.Rate(token, value):
            return ending.rate(tx, tools, person, token, value)
        case commands.After(token, page, turn, detail):
            return after.show(tx, tools, person, token, page, turn, detail)
        case commands.AskDrill():
            return drilling.ask(tx, tools, person)
        case commands.AskProgress():
            return progress.shown(tx, tools, person)
        case commands.AskHistory():
            return history.history(tx, tools, person)
        case commands.AskExport(token, form):
            return exporting.export(tx, tools, person, token, form)
        case _:
            return _about(tx, tools, person, command)


def _about(tx: Tx, tools: Tools, person: Person, command: Command) -> Sequence[Card]:
    match command:
        case commands.Start():
            return joining.start(tx, tools, person)
        case commands.Consent():
            return joining.consent(tx, tools, person)
        case commands.ChooseLanguage():
            return joining.languages(person)
        case commands.SetLanguage(lang):
            return joining.set_language(tx, tools, person, lang)
        case commands.ChooseLevel():
            return levels.choice(person)
        case commands.SetLevel(level):
            return levels.set_level(tx, person, level)
        case commands.AskPrivacy():
            return [Plain("practice.privacy")]
        case commands.AskDelete():
            return joining.ask_delete()
        case commands.ConfirmDelete():
            return joining.delete(tx, person)
        case _:
            return [Plain("practice.help")]


def _unsupported(tx: Tx, tools: Tools, person: Person, kind: str) -> Sequence[Card]:
    """Say plainly that this is not read, and bring the panel back if one is in use."""
    known = kind if kind in UNSUPPORTED else "other"
    row = encounters.current(tx, person.id)
    again = reshown(tx, tools, row) if row and known != "edited" else ()
    return [Plain(f"practice.unsupported_{known}"), *again]


UNSUPPORTED = ("edited", "forwarded", "voice", "picture", "other")
"""Kinds with an answer of their own; every other kind gets the general one."""
