"""What had been seen and heard of the subject before a turn."""

from __future__ import annotations

from collections.abc import Iterable

from dialogues.records import Turn
from dialogues.reply import Reply


def replies_before(opening: Reply, turns: Iterable[Turn], number: int) -> tuple[Reply, ...]:
    """The opening, then what came back in each turn before this one; the newest is the last."""
    return (opening, *(turn.reply for turn in turns if turn.number < number))


def said_before(opening: Reply, turns: Iterable[Turn], number: int) -> tuple[str, ...]:
    """What the subject had said before a turn, the newest last; a silent reply is left out."""
    return tuple(reply.said for reply in replies_before(opening, turns, number) if reply.said)


def last_said(opening: Reply, turns: Iterable[Turn], number: int) -> str:
    """The subject's last words before a turn, however long ago; empty if there were none."""
    return next(reversed(said_before(opening, turns, number)), "")
