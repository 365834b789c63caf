"""During an encounter: the newest words were meant otherwise, and their turn is taken again."""

from __future__ import annotations

from collections.abc import Sequence

from bot.feedback.forking import ForkError
from bot.practice import meaning
from bot.practice.cards import Card, MeantChoice, Plain, Toast
from bot.practice.meaning import ACT, FAMILY, is_read_as
from bot.practice.panel import panel
from bot.practice.session import Session, turns
from bot.practice.taking import retake
from bot.store import corrections
from bot.store.corrections import Correction
from bot.store.work import Tx
from bot.texts import text
from dialogues.catalogue import catalogue_text
from dialogues.records import Turn, plain, turn_from
from state_machines.acts import Reading

AS_READ = "as_read"
"""In an act's place: back to how the words were read at first."""


def choose(tx: Tx, session: Session, kind: str, what: str) -> Sequence[Card]:
    """Looks into a family, or takes the turn again with the act that was meant by its words."""
    played = turns(tx, session)
    said = next((turn for turn in played[-1:] if turn.move.reading.text), None)
    if said is None:
        return [Toast("practice.nothing_said_toast")]
    before = corrections.of_turn(tx, session.row.id, said.number)
    if kind == FAMILY:
        found = meaning.acts_of(session, what) if what else _families(session, before)
        return [panel(session, "meant", meant=found, said=said.move.reading.text)]
    first = meaning.first_reading(said, before)
    if before and (what == AS_READ or is_read_as(first, what)):
        return _back(tx, session, played, before)
    if what not in session.prepared.setting.catalogue.acts:
        return [Toast("practice.answered_toast")]
    if is_read_as(said.move.reading, what):
        return [Toast("practice.read_so_toast"), panel(session)]
    return _as_meant(tx, session, played, what, first)


def _families(session: Session, before: Correction | None) -> tuple[MeantChoice, ...]:
    """The families; and the way back, where the turn was taken again."""
    if not before or not before.was:
        return meaning.families(session)
    back = MeantChoice(f"{ACT}.{AS_READ}", text(session.row.lang, "practice.as_read"))
    return (*meaning.families(session), back)


def _as_meant(
    tx: Tx, session: Session, played: Sequence[Turn], act: str, first: Reading
) -> Sequence[Card]:
    """Keeps what was meant; the scene goes on from the turn taken again, if that can be done."""
    said, lang = played[-1], session.row.lang
    reading = meaning.read_as(first, session.prepared.setting.catalogue.acts[act], lang)
    try:
        shown = retake(tx, session, played, reading)
    except ForkError:
        meaning.propose(tx, session, played, said, act)
        return [Plain("practice.meant_only_kept"), panel(session, fresh=True)]
    meaning.propose(tx, session, played, said, act, was=plain(said))
    name = catalogue_text(lang).acts[act].name
    return [Toast("practice.meant_toast"), Plain("practice.taken_as", {"act": name}), *shown]


def _back(tx: Tx, session: Session, played: Sequence[Turn], before: Correction) -> Sequence[Card]:
    """Takes back what was said to be meant; the turn goes as it went at first."""
    if not before.was:
        corrections.withdraw(tx, session.row.id, before.turn)
        return [Toast("practice.read_so_toast"), panel(session)]
    try:
        shown = retake(tx, session, played, turn_from(before.was).move.reading)
    except ForkError:
        return [Plain("practice.not_back"), panel(session, fresh=True)]
    corrections.withdraw(tx, session.row.id, before.turn)
    return [Plain("practice.taken_as_read"), *shown]
