"""Scenes, moves and turns as plain JSON data and back, the same bytes every time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from typing import Any

from pydantic import TypeAdapter

from dialogues.reply import Reply
from dialogues.turn import Outcome, Scene
from state_machines.acts import Move
from state_machines.subject import Change

_SCENE = TypeAdapter(Scene)


def plain(value: Any) -> Any:
    """Dataclasses as dicts, sets as sorted lists: data that JSON can hold, in a fixed order."""
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return {key: plain(value[key]) for key in sorted(value)}
    if isinstance(value, (frozenset, set)):
        return sorted(plain(item) for item in value)
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    return value


def scene_from(data: Mapping[str, Any]) -> Scene:
    """The scene that `plain` wrote."""
    return _SCENE.validate_python(data)


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn as it is kept: move, reading (inside the move), change, reply, ending."""

    number: int
    move: Move
    change: Change
    reply: Reply
    ending: str = ""


_TURN = TypeAdapter(Turn)


def turn_of(outcome: Outcome) -> Turn:
    """The turn as it is kept."""
    return Turn(
        outcome.scene.subject.turn, outcome.move, outcome.change, outcome.reply, outcome.ending
    )


def turn_from(data: Mapping[str, Any]) -> Turn:
    """The turn that `plain` wrote."""
    return _TURN.validate_python(data)
