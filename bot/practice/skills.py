"""The page of the twelve skills: each score with its words, its turns and its next step."""

from __future__ import annotations

from collections.abc import Sequence

from bot.feedback.rubric.record import of_turns
from bot.feedback.rubric.score import Score, score
from bot.feedback.rubric.telling import title, told
from bot.practice.cards import Card, Report, as_sections
from bot.practice.session import Session, turns
from bot.practice.tools import Tools
from bot.store.work import Tx
from dialogues.records import Turn


def page(tx: Tx, tools: Tools, session: Session, turn: int) -> Sequence[Card]:
    """The rubric of an ended encounter; the turn means nothing here."""
    played = turns(tx, session)
    parts = told(score_of(session, played), played, session.prepared)
    return [Report(title(session.prepared), as_sections(parts))]


def scored(tx: Tx, session: Session) -> Score:
    """The score of a stored encounter: the one that is kept, while rubric and catalogue are those
    of now; else computed from its turns."""
    kept = session.score
    return kept.score if kept and kept.stands else score_of(session, turns(tx, session))


def score_of(session: Session, played: Sequence[Turn]) -> Score:
    """The score of an encounter, computed from its turns."""
    answered = sum(bool(look.level) for look in session.looks)
    put_off = len(session.looks) - answered
    return score(of_turns(played, session.prepared, answered, put_off))
