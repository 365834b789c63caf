"""The shape of the shared tables: acts.yaml, postures.yaml, deeds.yaml and personas.yaml."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from dialogues.scenario import Name, Part, Points, Role

Step = Annotated[float, Field(ge=-2, le=2)]
Shift = Annotated[float, Field(ge=-30, le=30)]
Threat = Annotated[float, Field(ge=0, le=1)]
Text = Annotated[str, Field(min_length=1)]
Stage = Literal["stranger", "heard", "understood", "rapport", "influence", "change"]
Evidence = Annotated[list[Text], Field(min_length=1)]


class Both(Part):
    """One sentence in each language."""

    en: Text
    fr: Text


class Steps(Part):
    """What an act does to the four variables, in steps."""

    arousal: Step = 0.0
    fear: Step = 0.0
    trust: Step = 0.0
    hopelessness: Step = 0.0


class PointsOf(Part):
    """What a stance or deed does to the four variables, in points."""

    arousal: Shift = 0.0
    fear: Shift = 0.0
    trust: Shift = 0.0
    hopelessness: Shift = 0.0


class ActWords(Part):
    """An act in one language: what it is, how it sounds and what it tends to do."""

    name: Text
    definition: Text
    examples: Annotated[list[Text], Field(min_length=2)]
    why: Text
    instead: Text | None = None
    """What to do instead of a harmful act."""


class ActRow(Part):
    """One act of acts.yaml."""

    polarity: Literal["helpful", "harmful"]
    family: Name
    effect: Steps
    gate: Stage | None = None
    needs_fit: bool = False
    evidence: Evidence
    backfires: Both | None = None
    en: ActWords
    fr: ActWords


class StanceWords(Part):
    """A stance in one language."""

    name: Text
    why: Text


class StanceRow(Part):
    """One value of a posture dimension."""

    threat: Threat
    effect: PointsOf = PointsOf()
    roles: list[Role] = Field(default_factory=list)
    evidence: Evidence
    en: StanceWords
    fr: StanceWords


class DimensionWords(Part):
    """A posture dimension in one language."""

    name: Text


class Dimension(Part):
    """One posture dimension: its values, and the one it starts with."""

    default: Name
    values: Annotated[dict[Name, StanceRow], Field(min_length=2)]
    en: DimensionWords | None = None
    fr: DimensionWords | None = None


class DeedWords(Part):
    """A deed in one language."""

    name: Text
    definition: Text
    why: Text


class DeedRow(Part):
    """One deed of deeds.yaml."""

    group: Literal["time", "space", "scene", "care", "help", "control", "force"]
    effect: PointsOf = PointsOf()
    threat: Threat = 0.0
    force: bool = False
    roles: list[Role] = Field(default_factory=list)
    evidence: Evidence
    en: DeedWords
    fr: DeedWords


class Baseline(Part):
    """Where the four variables drift when nothing happens."""

    arousal: Points
    fear: Points
    trust: Points
    hopelessness: Points


class PersonaWords(Part):
    """A persona in one language, for authors."""

    name: Text
    note: Text


class PersonaRow(Part):
    """One persona of personas.yaml."""

    style: Literal["supportive", "directive"] = "supportive"
    """What reaches this kind of person: listening first, or clear limits with a choice."""
    baseline: Baseline
    sensitivity: dict[Name, Annotated[float, Field(ge=-1.5, le=2.5)]] = Field(default_factory=dict)
    en: PersonaWords
    fr: PersonaWords


class ActsFile(Part):
    """acts.yaml."""

    acts: Annotated[dict[Name, ActRow], Field(min_length=1)]


class PosturesFile(Part):
    """postures.yaml."""

    postures: Annotated[dict[Name, Dimension], Field(min_length=1)]


class DeedsFile(Part):
    """deeds.yaml."""

    deeds: Annotated[dict[Name, DeedRow], Field(min_length=1)]


class PersonasFile(Part):
    """personas.yaml."""

    personas: Annotated[dict[Name, PersonaRow], Field(min_length=1)]
