"""How the subject's four numbers and mood went, turn by turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dialogues.records import Turn
from state_machines.emotion import Feelings


@dataclass(frozen=True, slots=True)
class Curves:
    """The four variables, 0 to 100, at the start and after each turn; the mood after each turn."""

    arousal: tuple[float, ...]
    fear: tuple[float, ...]
    trust: tuple[float, ...]
    hopelessness: tuple[float, ...]
    moods: tuple[str, ...]

    def __getitem__(self, variable: str) -> tuple[float, ...]:
        series: tuple[float, ...] = getattr(self, variable)
        return series

    @property
    def turns(self) -> int:
        """How many turns there were."""
        return len(self.moods)


def curves(start: Feelings, turns: Sequence[Turn]) -> Curves:
    """The curves of an encounter; the turns in order."""
    points = (start, *(turn.change.after for turn in turns))
    return Curves(
        arousal=tuple(point.arousal for point in points),
        fear=tuple(point.fear for point in points),
        trust=tuple(point.trust for point in points),
        hopelessness=tuple(point.hopelessness for point in points),
        moods=tuple(turn.change.mood.after for turn in turns),
    )


def mood_path(moods: Sequence[str]) -> tuple[str, ...]:
    """The moods in order, each named once for as long as it lasted."""
    return tuple(mood for index, mood in enumerate(moods) if index == 0 or moods[index - 1] != mood)
