"""All French rules."""

from __future__ import annotations

from bot.understanding.rules import Rule

RULES: tuple[Rule, ...] = ()
