"""Another course from one turn on: the same moves before it, other words in it, then the rest.

Or the same words, read as they were meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.feedback.heard import replies_before
from dialogues.prepared import Prepared
from dialogues.records import Turn, turn_of
from dialogues.reply import Reply
from dialogues.turn import MoveError, Outcome, Scene, advance, available_deeds, begin
from state_machines.acts import Move, Reading

SILENCE = "wait"
"""The deed of saying nothing: where words are said instead, it falls away."""


class ForkError(ValueError):
    """There is no such turn, or the stored moves no longer lead to it."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One encounter as it was played: all that its course rests on."""

    prepared: Prepared
    seed: int
    level: str
    turns: Sequence[Turn]


@dataclass(frozen=True, slots=True)
class Fork:
    """A course that leaves the original at turn `number`, from 1.

    `turns` is the whole course, those before the fork included. `left_out` names each later
    deed that could not be done any more, with the turn it had in the original.
    """

    number: int
    turns: tuple[Turn, ...]
    left_out: tuple[tuple[int, str], ...] = ()

    @property
    def turn(self) -> Turn:
        """The turn with the other words."""
        return self.turns[self.number - 1]

    @property
    def ending(self) -> str:
        """The ending reached; empty when the moves ran out before one."""
        return self.turns[-1].ending


def heard_before(origin: Origin, number: int) -> Reply:
    """What was seen and heard of the subject just before a turn.

    Raises:
        ForkError: there is no such turn.
    """
    _check(origin, number)
    _, opening = begin(origin.prepared, origin.seed, origin.level)
    return replies_before(opening, origin.turns, number)[-1]


def scene_before(origin: Origin, number: int) -> Scene:
    """The scene as it stood before a turn, from the moves alone.

    Raises:
        ForkError: there is no such turn, or the moves lead elsewhere than they did (the rules
            have changed since).
    """
    _check(origin, number)
    scene, _ = begin(origin.prepared, origin.seed, origin.level)
    for turn in origin.turns[: number - 1]:
        scene = _as_it_went(scene, turn, origin.prepared)
    return scene


def _as_it_went(scene: Scene, turn: Turn, prepared: Prepared) -> Scene:
    """The scene after a turn, which must go as it did."""
    outcome = _advanced(scene, turn.move, turn.number, prepared)
    if (outcome.change.after, outcome.reply) != (turn.change.after, turn.reply):
        raise ForkError(f"turn {turn.number} no longer goes as it did")
    return outcome.scene


def _advanced(scene: Scene, move: Move, number: int, prepared: Prepared) -> Outcome:
    try:
        return advance(scene, move, prepared)
    except MoveError as error:
        raise ForkError(f"turn {number} can no longer be taken: {error}") from error


def taken_again(origin: Origin, reading: Reading) -> Outcome:
    """The newest turn with another reading of its words; all else of the move stays.

    Raises:
        ForkError: there is no turn yet, or the moves, the newest included, lead elsewhere than
            they did (the rules have changed since).
    """
    number = len(origin.turns)
    scene, newest = scene_before(origin, number), origin.turns[number - 1]
    _as_it_went(scene, newest, origin.prepared)
    return _advanced(scene, replace(newest.move, reading=reading), number, origin.prepared)


def move_instead(move: Move, reading: Reading) -> Move:
    """The move with other words; body and deeds stay, only waiting in silence falls away."""
    deeds = tuple(deed for deed in move.deeds if deed != SILENCE)
    return replace(move, reading=reading, deeds=deeds)


def forked(origin: Origin, number: int, reading: Reading) -> Fork:
    """The course with other words in one turn, and then the original moves as far as they go.

    Raises:
        ForkError: as `scene_before`, or a later move is not known any more.
    """
    scene = scene_before(origin, number)
    instead = move_instead(origin.turns[number - 1].move, reading)
    turns, left_out = [*origin.turns[: number - 1]], []
    for index, turn in enumerate(origin.turns[number - 1 :], start=number):
        if scene.ending:
            break
        move = instead if index == number else turn.move
        possible = available_deeds(origin.prepared, scene)
        missing = [(index, deed) for deed in move.deeds if deed not in possible]
        left_out += missing
        if missing and index > number and _is_nothing_without(move, len(missing)):
            continue
        outcome = _advanced(scene, move, index, origin.prepared)
        turns.append(turn_of(outcome))
        scene = outcome.scene
    return Fork(number, tuple(turns), tuple(left_out))


def _is_nothing_without(move: Move, missing: int) -> bool:
    """Whether nothing is left of a move once so many of its deeds cannot be done."""
    said = move.reading.text or move.reading.acts
    return missing == len(move.deeds) and not said and not move.posture


def _check(origin: Origin, number: int) -> None:
    if not 1 <= number <= len(origin.turns):
        raise ForkError(f"there is no turn {number}; there are {len(origin.turns)}")
