"""The few turns of an encounter that somebody who reviews it looks at first, and why.

Reading thirty transcripts takes an hour and more; reading five to seven turns of each does not
(instructor.md 3.3). What the trainee contests comes first, then where the program was unsure: there
it may be wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.feedback.causes import counted_acts, gained, harmful_acts
from bot.feedback.facts import duty_turn
from bot.feedback.turning_points import turning_points
from dialogues.prepared import Prepared
from dialogues.records import Turn

MOST, FEWEST = 7, 5
MOST_DOUBTED = 4
"""Of the moments, so that the rest of the encounter is seen as well."""
DOUBTFUL = 0.65
"""Below this an act is named as doubtful; the reader's confidence is calibrated, so that of such
acts at least a third are wrong (docs/understanding.md)."""
_FEW_WORDS = 4
"""Words from which it is worth a look that nothing was read in them."""
CONTESTED = "contested"
DOUBTS = (CONTESTED, "unsure", "two_ways", "doubtful", "nothing")
"""Reasons that speak of the reading, not of the trainee."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A turn to look at, and every reason for it, the first one first.

    The reasons are those of DOUBTS, and force, harm, hurt, helped, opening, duty, other.
    """

    turn: Turn
    why: tuple[str, ...]

    @property
    def contested(self) -> bool:
        """Whether the trainee says that something else was meant."""
        return CONTESTED in self.why

    @property
    def doubted(self) -> bool:
        """Whether the reading itself is in question."""
        return any(reason in DOUBTS for reason in self.why)


def moments(
    turns: Sequence[Turn], prepared: Prepared, meant: Mapping[int, object]
) -> tuple[Moment, ...]:
    """Five to seven moments (all turns of a short encounter).

    Contested readings come first, then the other doubtful ones, each in the order of turns.

    `meant` has the turns of which the trainee says that something else was meant.
    """
    found = [*_doubted(turns, meant), *_telling(turns, prepared)]
    why: dict[int, list[str]] = {}
    for reason, number in found:
        why.setdefault(number, []).append(reason)
    chosen = _chosen(why, turns)
    by_number = {turn.number: turn for turn in turns}
    shown = [Moment(by_number[n], tuple(why.get(n, ("other",)))) for n in sorted(chosen)]
    return tuple(sorted(shown, key=lambda moment: (not moment.contested, not moment.doubted)))


def sureness(turn: Turn) -> float:
    """How sure the reader was of its least sure act, 0 to 1; 1 where it read none."""
    return min((act.confidence for act in counted_acts(turn)), default=1.0)


def _chosen(why: Mapping[int, Sequence[str]], turns: Sequence[Turn]) -> set[int]:
    """Doubted turns up to their limit, then the telling ones, then what was read least surely."""
    doubted = [number for number, reasons in why.items() if reasons[0] in DOUBTS]
    telling = [number for number in why if number not in doubted]
    chosen = [*doubted[:MOST_DOUBTED], *telling, *doubted[MOST_DOUBTED:]][:MOST]
    rest = sorted(turns, key=lambda turn: (sureness(turn), turn.number))
    others = [turn.number for turn in rest if turn.number not in chosen]
    return {*chosen, *others[: max(0, FEWEST - len(chosen))]}


def _doubted(turns: Sequence[Turn], meant: Mapping[int, object]) -> Iterator[tuple[str, int]]:
    """What the trainee contests, what could not be followed, then what was read least surely."""
    yield from ((CONTESTED, turn.number) for turn in turns if turn.number in meant)
    for turn in turns:
        if turn.move.reading.abstained:
            yield turn.move.reading.abstained, turn.number
    for turn in sorted(turns, key=sureness):
        if sureness(turn) < DOUBTFUL:
            yield "doubtful", turn.number
    yield from (("nothing", turn.number) for turn in turns if nothing_read(turn))


def nothing_read(turn: Turn) -> bool:
    """Whether words were said in which no act was found, without a doubt being raised."""
    said = turn.move.reading
    return said.words >= _FEW_WORDS and not said.acts and not said.abstained


def _telling(turns: Sequence[Turn], prepared: Prepared) -> Iterator[tuple[str, int]]:
    """Force, the turning points, the first words, what law or policy asked for, then harm."""
    deeds = prepared.setting.catalogue.deeds
    for turn in turns:
        if any(deeds[deed].force for deed in turn.move.deeds):
            yield "force", turn.number
    for point in turning_points(turns, prepared):
        yield "helped" if point.helped else "hurt", point.turn
    if first := next((turn for turn in turns if turn.move.reading.words), None):
        yield "opening", first.number
    if duty := duty_turn(turns, prepared):
        yield "duty", duty
    for turn in sorted(turns, key=lambda turn: gained(turn.change)):
        if harmful_acts(turn):
            yield "harm", turn.number
