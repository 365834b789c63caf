"""The IMIM subject-behaviour level an observer would name now: an output, never the state."""

from __future__ import annotations

from state_machines.emotion import Feelings

LEVELS = ("cooperative", "passive_resistant", "active_resistant", "assaultive", "grievous")

_RESERVED = 30.0
_REFUSING = 40.0
_BOLTING = 82.0


def behaviour(mood: str, feelings: Feelings) -> str:
    """Level from mood and feelings (domain.md 2.5); fear is never read as a threat by itself.

    `grievous` needs an act with a weapon or towards self-harm; a scenario states it as an
    event, so it is never inferred from feelings.
    """
    if mood == "assaultive":
        return "assaultive"
    if mood == "hostile":
        return "active_resistant"
    if mood == "frightened":
        return "active_resistant" if feelings.fear >= _BOLTING else "passive_resistant"
    if mood in ("withdrawn", "despairing"):
        return "passive_resistant"
    if mood == "agitated":
        return "passive_resistant" if feelings.trust < _REFUSING else "cooperative"
    if mood == "uneasy" and feelings.trust < _RESERVED:
        return "passive_resistant"
    return "cooperative"
