"""The relationship machine: the behavioural change stairway, which can be climbed and lost."""

from __future__ import annotations

from state_machines.rules import Rule, build

STAGES = ("stranger", "heard", "understood", "rapport", "influence", "change")

RULES = (
    Rule("relate", ("influence",), "change", "has_agreed"),
    Rule("relate", ("rapport",), "influence", "lets_you_lead"),
    Rule("relate", ("understood",), "rapport", "feels_with_you"),
    Rule("relate", ("heard",), "understood", "feels_understood"),
    Rule("relate", ("stranger",), "heard", "feels_heard"),
    Rule("relate", ("change",), "influence", "doubts"),
    Rule("relate", ("influence",), "rapport", "stops_following"),
    Rule("relate", ("rapport",), "understood", "pulls_away"),
    Rule("relate", ("understood",), "heard", "feels_missed"),
    Rule("relate", ("heard",), "stranger", "stops_talking"),
)
"""At most one step a turn; each stage is left well below the trust at which it was reached."""

MACHINE = build("stage", STAGES, RULES, "stranger")


def rank(stage: str) -> int:
    """0 for stranger up to 5 for change."""
    return STAGES.index(stage)


def lets_lead(stage: str) -> bool:
    """True from the stage at which the subject lets the trainee lead."""
    return rank(stage) >= rank("influence")
