"""The page of the risk checks: each moment at which stock was taken, beside what was there."""

from __future__ import annotations

from collections.abc import Sequence

from bot.feedback.stock import Stocktaking, compared
from bot.practice.cards import Card, Report, Section
from bot.practice.session import Look, Session
from bot.practice.tools import Tools
from bot.store.work import Tx
from bot.texts import text


def page(tx: Tx, tools: Tools, session: Session, turn: int) -> Sequence[Card]:
    """Every risk check of the encounter; the turn means nothing here."""
    lang = session.row.lang
    sections = [_section(look, session) for look in session.looks]
    none = Section("", (text(lang, "stock.none"),))
    intro = Section("", (text(lang, "stock.intro"),))
    return [Report(text(lang, "stock.title"), (intro, *sections) if sections else (none,))]


def _section(look: Look, session: Session) -> Section:
    one = Stocktaking(look.turn, look.level, look.factors, look.changed, look.seen)
    lines = compared(one, session.prepared.words.factors, session.row.lang)
    return Section(text(session.row.lang, "stock.moment", turn=look.turn), tuple(lines))
