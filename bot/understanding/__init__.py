"""Understanding: what the trainee's words do, and what they are about."""

from bot.understanding.exemplars import Exemplar
from bot.understanding.reader import Reader, learnt_reader, rules_reader

__all__ = ["Exemplar", "Reader", "learnt_reader", "rules_reader"]
