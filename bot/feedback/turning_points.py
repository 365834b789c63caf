"""The two turns that mattered most: what was said, what it did, why, and what is better."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from bot.feedback.better import better
from bot.feedback.causes import Cause, gained, main_cause, own_doing
from bot.feedback.why import why
from bot.feedback.wording import own_words, shifts
from bot.texts import text
from dialogues.prepared import Prepared
from dialogues.records import Turn

NOTICEABLE = 1.0
"""Points over the four variables; a turn that moved less is no turning point."""
NOTHING_DRAWN: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A turn that mattered: the trainee's own words, what they did, why, and what is better.

    `own` is the words in quotation marks, or what was done when nothing was said.
    """

    number: int
    turn: int
    helped: bool
    own: str
    did: str
    why: tuple[str, ...]
    better: str
    cause: Cause | None


def turning_points(
    turns: Sequence[Turn], prepared: Prepared, drawn: Mapping[str, str] = NOTHING_DRAWN
) -> tuple[TurningPoint, ...]:
    """At most two, in the order of the turns: the one that helped most and the one that hurt most.

    With only one kind, two of it. Turns moved mainly by an event or by time come in only when
    there is no other; a turn with force is never one that helped.
    """
    moved = [turn for turn in turns if abs(gained(turn.change)) >= NOTICEABLE]
    eligible = [turn for turn in moved if gained(turn.change) < 0 or not _forced(turn, prepared)]
    own = [turn for turn in eligible if own_doing(turn.change)]
    chosen = sorted(_two(own or eligible), key=lambda turn: turn.number)
    return tuple(
        _point(number, turn, prepared, drawn) for number, turn in enumerate(chosen, start=1)
    )


def _forced(turn: Turn, prepared: Prepared) -> bool:
    return any(prepared.setting.catalogue.deeds[deed].force for deed in turn.move.deeds)


def _two(turns: Sequence[Turn]) -> list[Turn]:
    """The most helpful and the most harmful turn, or the two strongest of the only kind."""
    strongest = sorted(turns, key=lambda turn: (-abs(gained(turn.change)), turn.number))
    helped = [turn for turn in strongest if gained(turn.change) > 0]
    hurt = [turn for turn in strongest if gained(turn.change) < 0]
    return [helped[0], hurt[0]] if helped and hurt else strongest[:2]


def _point(number: int, turn: Turn, prepared: Prepared, drawn: Mapping[str, str]) -> TurningPoint:
    helped = gained(turn.change) > 0
    cause = main_cause(turn.change, helped)
    keep = text(prepared.lang, "feedback.keep") if cause else ""
    return TurningPoint(
        number,
        turn.number,
        helped,
        own_words(turn.move, prepared),
        shifts(turn.change.before, turn.change.after, prepared.lang),
        why(turn, helped, prepared),
        keep if helped else better(turn, prepared, drawn),
        cause,
    )
