"""Risk checks: the trainee classifies the behaviour, names factors and says what changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.practice.cards import Card, Panel, RiskChoice, Toast
from bot.practice.panel import panel
from bot.practice.session import Look, Session, keep, waiting
from bot.store.work import Tx
from dialogues.risk import CHANGES, observe
from dialogues.turn import begin
from state_machines.behaviour import LEVELS
from state_machines.emotion import Feelings

CHOICES = ("level", "factor", "named", "changed", "later")


def after(session: Session, check: str) -> Session:
    """The session after a turn: what was not answered in time is closed, what is due opens."""
    looks = tuple(replace(look, asks="") for look in session.looks)
    if not check:
        return replace(session, looks=looks)
    scene = session.scene
    before = looks[-1].feelings if looks else _start(session)
    seen = observe(session.prepared, scene, before)
    look = Look(check, scene.subject.turn, seen, scene.subject.feelings)
    return replace(session, looks=(*looks, look))


def shown(session: Session, *, fresh: bool = False) -> Panel:
    """The panel with the question that waits, or its main page when none does."""
    look = waiting(session)
    if look is None:
        return panel(session, fresh=fresh)
    return panel(session, "risk", risk=_choices(session, look), fresh=fresh)


def _choices(session: Session, look: Look) -> tuple[RiskChoice, ...]:
    if look.asks == "level":
        return tuple(RiskChoice(f"level.{level}", level) for level in LEVELS)
    if look.asks == "changed":
        return tuple(RiskChoice(f"changed.{change}", change) for change in CHANGES)
    words = session.prepared.words.factors
    return tuple(
        RiskChoice(f"factor.{number}", name, name in look.factors, words[name])
        for number, name in enumerate(session.prepared.factors)
    )


def choose(tx: Tx, session: Session, kind: str, what: str) -> Sequence[Card]:
    """Takes one answer; the next question follows, then the main page."""
    look = waiting(session)
    answered = _answer(session, look, kind, what) if look else None
    if answered is None:
        return [Toast("practice.answered_toast")]
    session = keep(tx, replace(session, looks=(*session.looks[:-1], answered)))
    noted = [Toast("practice.risk_toast")] if answered.changed else []
    return [*noted, shown(session)]


def _answer(session: Session, look: Look, kind: str, what: str) -> Look | None:
    """The look with one more answer; None when it does not fit the question asked."""
    names = list(session.prepared.factors)
    match look.asks, kind:
        case _, "later":
            return replace(look, asks="")
        case "level", "level" if what in LEVELS:
            return replace(look, level=what, asks="factors")
        case "factors", "factor" if what.isdigit() and int(what) < len(names):
            return replace(look, factors=_toggled(look.factors, names[int(what)]))
        case "factors", "named":
            return replace(look, asks="changed")
        case "changed", "changed" if what in CHANGES:
            return replace(look, changed=what, asks="")
    return None


def _toggled(factors: tuple[str, ...], name: str) -> tuple[str, ...]:
    left = tuple(factor for factor in factors if factor != name)
    return left if name in factors else (*left, name)


def _start(session: Session) -> Feelings:
    scene = session.scene
    return begin(session.prepared, scene.seed, scene.level)[0].subject.feelings
