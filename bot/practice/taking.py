"""One turn is taken for good; or the newest is taken again, its words read as they were meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.feedback.coach import coach
from bot.feedback.forking import taken_again
from bot.practice import risk
from bot.practice.cards import Card, EndingCard, PanelGone, SelfRating
from bot.practice.forks import origin_of
from bot.practice.panel import heard
from bot.practice.session import Pending, Session, keep
from bot.store import encounters
from bot.store.work import Tx
from dialogues.records import Turn, plain, turn_of
from dialogues.sayings import fill
from dialogues.turn import Outcome, advance, available_deeds
from state_machines.acts import Move, Reading

MOST_RETAKEN = 99
"""After so many in one turn the count, which only tells old panels from new, begins again."""


def take(tx: Tx, session: Session, serial: int, reading: Reading) -> Sequence[Card]:
    """Advance the encounter by one turn and keep it, all in this transaction."""
    move = Move(reading, dict(session.pending.posture), session.pending.deeds)
    outcome = advance(session.scene, move, session.prepared)
    turn = turn_of(outcome)
    encounters.add_turn(tx, session.row.id, turn.number, serial, plain(turn))
    return _went_on(tx, replace(session, pending=Pending(), retaken=0), outcome, turn)


def retake(tx: Tx, session: Session, played: Sequence[Turn], reading: Reading) -> Sequence[Card]:
    """Puts the newest turn, taken with another reading, in the place of what it was.

    What is set on the panel for the next turn stays as far as it can still be done. A risk check
    that the turn had brought up goes with it. A line heard in the turn as it was may come again:
    the record must follow from its moves alone.

    Raises:
        ForkError: the stored moves no longer lead to this turn; nothing is changed.
    """
    outcome = taken_again(origin_of(session, played), reading)
    turn = turn_of(outcome)
    encounters.retake_turn(tx, session.row, plain(turn))
    session = replace(
        session,
        pending=_still_possible(session, outcome),
        looks=tuple(look for look in session.looks if look.turn != turn.number),
        retaken=session.retaken % MOST_RETAKEN + 1,
    )
    return _went_on(tx, session, outcome, turn)


def _still_possible(session: Session, outcome: Outcome) -> Pending:
    possible = available_deeds(session.prepared, outcome.scene)
    deeds = tuple(deed for deed in session.pending.deeds if deed in possible)
    return replace(session.pending, deeds=deeds)


def _went_on(tx: Tx, session: Session, outcome: Outcome, turn: Turn) -> Sequence[Card]:
    """Keeps where the encounter stands after a turn, and shows what came of it."""
    note = coach(turn, session.prepared, outcome.scene.drawn) if session.learning else ""
    session = replace(session, scene=outcome.scene, coach=note)
    session = keep(tx, risk.after(session, outcome.check), ended=bool(outcome.ending))
    if outcome.ending:
        return _end(session, turn)
    return [heard(session, outcome.reply), risk.shown(session, fresh=True)]


def _end(session: Session, turn: Turn) -> Sequence[Card]:
    words = session.prepared.words.endings[turn.ending]
    return [
        heard(session, turn.reply),
        PanelGone(),
        EndingCard(*(fill(part, session.scene.drawn) for part in (words.title, words.text))),
        SelfRating(session.row.token, session.assessed is not None),
    ]
