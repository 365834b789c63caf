"""What a button carries: the command it stands for, in at most 64 bytes.

`v1:TOKEN:TURN:CHOICE`. A button of an encounter names its token and the turn it was shown for,
so that a late or doubled tap is recognised; every other button has `-` and 0 there. `3.1` is the
third turn, shown after the second had been taken again once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from telegram.constants import InlineKeyboardButtonLimit

from bot.practice import commands
from bot.practice.choosing import MODES
from bot.practice.commands import Command

LONGEST: Final = int(InlineKeyboardButtonLimit.MAX_CALLBACK_DATA)
"""Bytes (telegram.md 2.2)."""
NOWHERE: Final = "-"
"""Stands in the token's place on buttons outside an encounter."""

_DATA = re.compile(r"v1:(-|[A-Za-z0-9_-]{2,16}):(0|[1-9]\d{0,5}(?:\.[1-9]\d?)?):([a-z0-9_.]{1,58})")
_PANEL_CHOICE = re.compile(
    r"page\.[a-z]+|stance(\.[a-z0-9_]+){2}|(?:deed|undo|meant)\.[a-z0-9_]+|family\.[a-z]*"
    r"|line\.\d{1,2}|(?:level|changed)\.[a-z_]+|factor\.\d{1,2}|named|later|wait|act"
)
_PLAIN: Final[Mapping[str, Command]] = {
    "agree": commands.Consent(),
    "scenarios": commands.ListScenarios(),
    "stop": commands.Stop(),
    "delete": commands.ConfirmDelete(),
    "start": commands.Start(),
    "progress": commands.AskProgress(),
    "history": commands.AskHistory(),
}
_NAMED: Final[Mapping[str, Callable[[str], Command]]] = {
    "start": lambda lang: commands.Start(locale=lang),
    "lang": commands.SetLanguage,
    "level": commands.SetLevel,
    "pick": commands.PickScenario,
}
_BEGIN = re.compile(r"(?:([lpa])([1-9]\d?)?|(learn|practise))\.([a-z0-9_]{1,40})(?:\.([a-z_]+))?")
"""The mode by its first letter, so that every name of a scenario and a role fit; the version of
the agreement that is agreed to; in their place the name of a mode, as older buttons have it; the
scenario; the role."""
_MODES: Final = {mode[0]: mode for mode in MODES}


def pack(command: Command) -> str:
    """The button's data.

    Raises:
        ValueError: no button stands for this command, or it would not fit in 64 bytes.
    """
    token, turn, choice = _parts(command)
    data = f"v1:{token}:{turn}:{choice}"
    if len(data.encode()) > LONGEST or unpack(data) != command:
        raise ValueError(f"no button can carry {command!r}")
    return data


def unpack(data: str) -> Command | None:
    """The command a button stands for; None for anything that no button of ours carries."""
    found = _DATA.fullmatch(data)
    if found is None:
        return None
    token, turn, choice = found.groups()
    if token == NOWHERE:
        return _outside(choice) if turn == "0" else None
    if turn == "0":
        return _looking_back(token, choice)
    number, _, retaken = turn.partition(".")
    fits = _PANEL_CHOICE.fullmatch(choice)
    return commands.PanelChoice(token, int(number), choice, int(retaken or 0)) if fits else None


def _looking_back(token: str, choice: str) -> Command | None:
    """What a button asks of an ended encounter."""
    name, _, value = choice.partition(".")
    if name == "rate":
        return commands.Rate(token, int(value)) if value in _RATINGS else None
    if found := _EXPORT.fullmatch(choice):
        return commands.AskExport(token, found[1] or "")
    found = _AFTER.fullmatch(choice)
    if found is None:
        return None
    return commands.After(token, found[1], int(found[2] or 0), found[3] or "")


_RATINGS = tuple("12345")
_EXPORT = re.compile(r"export(?:\.(text|json|html))?")
_AFTER = re.compile(r"after\.([a-z_]{1,16})(?:\.([1-9]\d{0,3})(?:\.([a-z_]{1,24}))?)?")
"""The page, the turn, and what of the turn."""


def _outside(choice: str) -> Command | None:
    if choice in _PLAIN:
        return _PLAIN[choice]
    if found := _BEGIN.fullmatch(choice):
        mode, agreed, named, scenario, role = found.groups()
        return commands.Begin(scenario, named or _MODES[mode], role or "", int(agreed or 0))
    name, _, value = choice.partition(".")
    return _NAMED[name](value) if value and name in _NAMED else None


def _parts(command: Command) -> tuple[str, int | str, str]:
    match command:
        case commands.PanelChoice(token, turn, choice, retaken):
            return token, f"{turn}.{retaken}" if retaken else turn, choice
        case commands.Rate(token, value):
            return token, 0, f"rate.{value}"
        case commands.After(token, page, turn, detail):
            return token, 0, ".".join(filter(None, ["after", page, str(turn or ""), detail]))
        case commands.AskExport(token, form):
            return token, 0, f"export{f'.{form}' if form else ''}"
        case commands.Start(_, locale) if locale:
            return NOWHERE, 0, f"start.{locale}"
        case commands.SetLevel(level):
            return NOWHERE, 0, f"level.{level}"
        case commands.SetLanguage(lang):
            return NOWHERE, 0, f"lang.{lang}"
        case commands.PickScenario(scenario):
            return NOWHERE, 0, f"pick.{scenario}"
        case commands.Begin(scenario, mode, role, agreed):
            return NOWHERE, 0, f"{mode[0]}{agreed or ''}.{scenario}{f'.{role}' if role else ''}"
        case _:
            plain = next((name for name, known in _PLAIN.items() if known == command), "")
            return NOWHERE, 0, plain
