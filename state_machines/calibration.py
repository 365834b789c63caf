"""Every magnitude of the subject model in one table.

Signs come from the literature (see the catalogue's evidence tags); these magnitudes are
calibration, chosen so that simulated trainees behave as the tests in tests/laws demand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

LABEL_FIT = MappingProxyType(
    {
        ("strong", ""): 1.0,
        ("strong", "strong"): 1.0,
        ("strong", "mild"): 0.6,
        ("some", ""): 0.6,
        ("some", "mild"): 0.8,
        ("some", "strong"): 0.3,
    }
)


@dataclass(frozen=True, slots=True)
class Level:
    """How hard an encounter is: where the subject starts, and how much harm hurts.

    The first four are points added to the start; `harm` multiplies the subject's sensitivity
    to harmful acts. The rules stay the same.
    """

    arousal: float = 0.0
    fear: float = 0.0
    trust: float = 0.0
    hopelessness: float = 0.0
    harm: float = 1.0


USUAL = "usual"
LEVELS: Mapping[str, Level] = MappingProxyType(
    {
        "easier": Level(-8, -6, 5, -5, 0.85),
        USUAL: Level(),
        "harder": Level(6, 6, -4, 4, 1.2),
    }
)


@dataclass(frozen=True, slots=True)
class Calibration:
    """Numbers of the emotion model; points are on the 0 to 100 scale."""

    most_per_turn: float = 12.0
    """Largest move of one variable in one turn (inertia), in points."""
    room: float = 25.0
    """Within this many points of an edge, moves towards the edge shrink to nothing."""
    floor: float = 0.5
    """Nobody is calmed below this share of their baseline; trust has no such floor."""
    pace: float = 0.65
    """Share of an act's listed help that one turn gives: trust is slow to build, quick to lose."""
    relaxation: tuple[float, float, float, float] = (0.03, 0.03, 0.005, 0.005)
    """Share of the way to the baseline covered each turn: arousal, fear, trust, hopelessness."""
    repeat: tuple[float, ...] = (1.0, 0.6, 0.3, 0.1)
    """Help left in an act whose family was used 0, 1, 2, 3 or more times in the last acts."""
    memory: int = 8
    """How many past acts, and past deeds, wear out their family or themselves."""
    same_words: float = 0.1
    """Help left in words that were said before, letter for letter."""
    least_sure: float = 0.5
    """An act read with less confidence meets no need and opens no stage."""
    harm_growth: float = 0.25
    """Harm grows by this share for each use of the same family in memory."""
    harm_growth_most: float = 1.5
    fear_amplifies: float = 0.5
    """Frightened people hear more threat: harm grows by this share at fear 100."""
    trust_buffers: float = 0.4
    """Trust softens harm by this share at trust 100."""
    early: tuple[float, float] = (-0.3, -0.6)
    """What is left of an influence act one stage too early, and two or more."""
    ripe: float = 1.2
    """An influence act above the stage it needs."""
    wrong_fit: float = -0.5
    """A label that does not match what the subject feels."""
    vague_fit: float = 0.6
    """A label that names no feeling we know."""
    label_fit: Mapping[tuple[str, str], float] = field(default_factory=lambda: LABEL_FIT)
    """A label by how strongly the feeling is felt and how strongly it is named: calling rage
    "a bit annoyed" plays it down, calling a worry "terror" overdoes it."""
    loose_fit: float = 0.4
    """A paraphrase that takes up nothing of what was said."""
    ceiling: float = 40.0
    """Trust cannot pass this, plus `per_need` for each need met."""
    per_need: float = 10.0
    load_words: tuple[tuple[float, int], ...] = ((70.0, 18), (45.0, 30), (0.0, 60))
    """From this arousal up, this many words can be taken in (domain.md 2.4, rule 5)."""
    load_per_word: float = 0.12
    load_most: float = 5.0
    debt_turns: int = 4
    """A false promise is discovered this many turns later."""
    debt_arousal: float = 8.0
    debt_trust: float = -10.0
    promise_turns: int = 4
    """What was promised or offered is missed when nothing was done for so many turns."""
    promise_arousal: float = 2.0
    promise_trust: float = -3.0
    repair_window: int = 2
    """A repair or apology this soon after a slight is worth `repair_boost`."""
    repair_boost: float = 1.4
    stage_enter: tuple[float, ...] = (25.0, 42.0, 54.0, 64.0)
    """Trust at which heard, understood, rapport and influence are reached."""
    stage_gap: float = 8.0
    """A stage is left this far below where it was entered."""
    mood_enter: tuple[float, ...] = (35.0, 50.0, 68.0, 86.0)
    """Tension at which uneasy, agitated, hostile and assaultive are entered."""
    mood_gap: float = 8.0
    tension: tuple[float, float] = (0.6, 0.4)
    """Weights of arousal and fear in tension."""


CALIBRATION = Calibration()


def check_calibration(table: Calibration) -> None:
    """Refuse numbers for which a better state could end up worse.

    Raises:
        ValueError: an inequality that the order of states rests on does not hold.
    """
    if not table.most_per_turn / table.room < 1:
        raise ValueError("most_per_turn must stay below room, or moves near an edge overshoot")
    if not all(0 <= rate < 1 for rate in table.relaxation):
        raise ValueError("relaxation rates must lie in [0, 1)")
    if sorted(table.repeat, reverse=True) != list(table.repeat):
        raise ValueError("repeat must never grow")
    if not (table.mood_gap > 0 and table.stage_gap > 0):
        raise ValueError("leaving must be easier than entering: gaps must be positive")


check_calibration(CALIBRATION)
