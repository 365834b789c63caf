"""Taking a turn: words, a suggested line, a deed, or attentive silence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.practice import after, correcting, meaning, risk
from bot.practice.cards import Card, Plain, Toast
from bot.practice.commands import PanelChoice
from bot.practice.distress import speaks_of_own_danger
from bot.practice.ending import stop, typed
from bot.practice.panel import panel, suggestions
from bot.practice.session import Session, keep, load, read_by
from bot.practice.taking import take
from bot.practice.tools import Tools, read, reads_with
from bot.store import encounters
from bot.store.people import Person
from bot.store.work import Tx
from dialogues.sayings import fill
from dialogues.turn import available_deeds
from state_machines.acts import Polarity, ReadAct, Reading

PAGES = ("main", "body", "deeds", "risk")
WAIT = "wait"
MOST_DEEDS = 2
"""More than this in one turn is not something a person does."""


def say(tx: Tx, tools: Tools, person: Person, serial: int, text: str) -> Sequence[Card]:
    """Typed words take the turn; words not meant for the subject do not."""
    row = encounters.current(tx, person.id)
    if speaks_of_own_danger(text):
        return [*stop(tx, person), Plain("practice.distress")]
    if row is None:
        heard = after.heard(tx, tools, person, text) or typed(tx, tools, person, text)
        return heard or [Plain("practice.nothing_running")]
    session = load(tx, tools, row)
    reading = read(tx, tools, session.prepared, text, session.scene.lately)
    if reading.abstained == "not_addressed":
        return [Plain("practice.not_addressed"), panel(session, fresh=True)]
    return take(tx, read_by(session, reads_with(tx, tools)), serial, reading)


def choose(tx: Tx, tools: Tools, person: Person, serial: int, tap: PanelChoice) -> Sequence[Card]:
    """A tap on the panel counts only for the encounter and the turn it was shown for."""
    row = encounters.current(tx, person.id)
    if row is None or row.token != tap.token:
        return [Toast("practice.over_toast")]
    session = load(tx, tools, row)
    if (tap.turn, tap.retaken) != (session.next_turn, session.retaken):
        return [Toast("practice.answered_toast")]
    kind, _, rest = tap.choice.partition(".")
    if kind == "page" and rest in PAGES:
        return [risk.shown(session) if rest == "risk" else panel(session, rest)]
    if kind in ("stance", "deed", "undo"):
        return _set(tx, session, kind, rest)
    if kind in risk.CHOICES:
        return risk.choose(tx, session, kind, rest)
    if kind in (meaning.FAMILY, meaning.ACT) and session.learning:
        return correcting.choose(tx, session, kind, rest)
    return _act(tx, tools, session, serial, tap.choice)


def _set(tx: Tx, session: Session, kind: str, rest: str) -> Sequence[Card]:
    """Set part of the move to come: a stance, or a deed chosen or taken back."""
    if kind == "stance":
        return _stance(tx, session, rest)
    return _deed(tx, session, rest, chosen=kind == "deed")


def _act(tx: Tx, tools: Tools, session: Session, serial: int, choice: str) -> Sequence[Card]:
    """Take the turn with a suggested line, in silence, or with the chosen deeds alone."""
    kind, _, rest = choice.partition(".")
    if kind == "line" and session.learning:
        return _line(tx, tools, session, serial, rest)
    if choice == "wait":
        return take(tx, _with_deed(session, WAIT), serial, Reading())
    if choice == "act" and session.pending.deeds:
        return take(tx, session, serial, Reading())
    return [Toast("practice.answered_toast")]


def _stance(tx: Tx, session: Session, rest: str) -> Sequence[Card]:
    """Set one dimension of the posture; it counts with the next words or deed."""
    dimension, _, stance = rest.partition(".")
    if (dimension, stance) not in session.prepared.setting.catalogue.stances:
        return [Toast("practice.answered_toast")]
    posture = {**session.pending.posture, dimension: stance}
    session = keep(tx, replace(session, pending=replace(session.pending, posture=posture)))
    return [panel(session, "body")]


def _deed(tx: Tx, session: Session, deed: str, *, chosen: bool) -> Sequence[Card]:
    """Choose a deed for this turn, or take it back; a doubled tap changes nothing more."""
    if deed not in available_deeds(session.prepared, session.scene):
        return [Toast("practice.not_now_toast")]
    deeds = tuple(d for d in session.pending.deeds if d != deed)
    if chosen and len(deeds) >= MOST_DEEDS:
        return [Toast("practice.enough_deeds_toast")]
    if chosen:
        deeds = (*deeds, deed)
    session = keep(tx, replace(session, pending=replace(session.pending, deeds=deeds)))
    return [panel(session, "deeds")]


def _with_deed(session: Session, deed: str) -> Session:
    """The session with a deed added, where the scenario knows it."""
    if deed not in session.prepared.deeds:
        return session
    deeds = tuple(dict.fromkeys((*session.pending.deeds, deed)))
    return replace(session, pending=replace(session.pending, deeds=deeds))


def _line(tx: Tx, tools: Tools, session: Session, serial: int, number: str) -> Sequence[Card]:
    """Say one of the suggested lines; its acts are known, only its topics are read."""
    offered = suggestions(session)
    if not number.isdigit() or not 1 <= int(number) <= len(offered):
        return [Toast("practice.answered_toast")]
    line = offered[int(number) - 1]
    said = fill(line.say, session.scene.drawn)
    known = session.prepared.setting.catalogue.acts
    acts = tuple(
        ReadAct(act, known[act].polarity, sentence=said, source="suggested") for act in line.acts
    )
    harmful = any(act.polarity is Polarity.HARMFUL for act in acts)
    reading = Reading(
        text=said,
        acts=acts,
        polarity=Polarity.HARMFUL if harmful else Polarity.HELPFUL,
        topics=read(tx, tools, session.prepared, said, session.scene.lately).topics,
        words=len(said.split()),
    )
    session = read_by(session, reads_with(tx, tools))
    return [Plain("practice.you_said", {"line": said}), *take(tx, session, serial, reading)]
