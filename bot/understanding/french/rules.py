"""All French rules, from first contact to the brush-off."""

from __future__ import annotations

from bot.understanding.french import (
    asking,
    blaming,
    brushing_off,
    caring,
    contact,
    influencing,
    informing,
    listening,
    pressing,
)
from bot.understanding.rules import Rule

RULES: tuple[Rule, ...] = (
    *contact.RULES,
    *listening.RULES,
    *asking.RULES,
    *informing.RULES,
    *influencing.RULES,
    *caring.RULES,
    *pressing.RULES,
    *blaming.RULES,
    *brushing_off.RULES,
)
