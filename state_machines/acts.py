"""What a trainee can do in one turn: acts in the words, postures of the body, deeds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

VARIABLES = ("arousal", "fear", "trust", "hopelessness")
MEANT = "meant"
"""The source of an act that its speaker says they meant; nobody else has judged it."""


class Polarity(StrEnum):
    """Which way words push, before any scenario says whether they fit."""

    HELPFUL = "helpful"
    NEUTRAL = "neutral"
    HARMFUL = "harmful"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Effect:
    """Signed points on the four variables (each 0 to 100) before any factor is applied."""

    arousal: float = 0.0
    fear: float = 0.0
    trust: float = 0.0
    hopelessness: float = 0.0

    def __getitem__(self, variable: str) -> float:
        return float(getattr(self, variable))

    def times(self, arousal: float, fear: float, trust: float, hopelessness: float) -> Effect:
        """The effect with each variable multiplied by its own factor."""
        return Effect(
            self.arousal * arousal,
            self.fear * fear,
            self.trust * trust,
            self.hopelessness * hopelessness,
        )


@dataclass(frozen=True, slots=True)
class Act:
    """One communication technique of the catalogue.

    `family` groups acts that wear out together. `gate` names the relationship stage
    from which an influence act helps; before it, its help turns into harm.
    `needs_fit` marks acts whose help depends on matching what is true or was said.
    """

    id: str
    polarity: Polarity
    family: str
    effect: Effect
    gate: str = ""
    needs_fit: bool = False


@dataclass(frozen=True, slots=True)
class Stance:
    """One value of one posture dimension, such as hands: open.

    `threat` runs from 0 (none) to 1; `effect` is applied every turn the stance is held.
    """

    dimension: str
    id: str
    threat: float
    effect: Effect


@dataclass(frozen=True, slots=True)
class Deed:
    """A tactical or practical action; `group` sorts the buttons, never by force."""

    id: str
    group: str
    effect: Effect
    threat: float = 0.0
    force: bool = False
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every act, stance and deed the product knows, by id; stances by (dimension, id)."""

    acts: Mapping[str, Act]
    stances: Mapping[tuple[str, str], Stance]
    deeds: Mapping[str, Deed]
    default_posture: Mapping[str, str]
    version: str


@dataclass(frozen=True, slots=True)
class ReadAct:
    """One act found in a move: which sentence shows it, how sure (0 to 1), and who says so.

    `feeling` is the family of the feeling named, `intensity` how strongly: mild, strong or
    nothing.
    """

    act: str
    polarity: Polarity
    confidence: float = 1.0
    sentence: str = ""
    source: str = "given"
    feeling: str = ""
    intensity: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a move was understood.

    `abstained` is empty, or why nothing is credited: `not_addressed` (not speech to the
    subject), `unsure`, or `two_ways` (two readings of opposite polarity).
    `echo` (0 to 1) is how much of the subject's own last lines the words take up.
    `words` counts the words said. `harm` (0 to 1) is how likely they harm rather than help.
    """

    text: str = ""
    acts: tuple[ReadAct, ...] = ()
    polarity: Polarity = Polarity.NEUTRAL
    topics: tuple[str, ...] = ()
    abstained: str = ""
    echo: float = 0.0
    words: int = 0
    harm: float = 0.5


@dataclass(frozen=True, slots=True)
class Move:
    """What the trainee did this turn: the reading of the words, posture changes, deeds."""

    reading: Reading = field(default_factory=Reading)
    posture: Mapping[str, str] = field(default_factory=dict)
    deeds: tuple[str, ...] = ()
