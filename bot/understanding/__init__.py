"""Understanding: what the trainee's words do, and what they are about."""

from bot.understanding.reader import Reader, rules_reader

__all__ = ["Reader", "rules_reader"]
