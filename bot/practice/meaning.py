"""What the trainee says they meant: kept for an instructor, used once it is accepted."""

from __future__ import annotations

from collections.abc import Sequence

from bot.practice.cards import Card, MeantChoice, Toast
from bot.practice.panel import panel
from bot.practice.session import Session, turns
from bot.store import corrections
from bot.store.work import Tx
from dialogues.catalogue import catalogue_text
from dialogues.records import Turn
from dialogues.turn import begin as begin_scene
from state_machines.acts import Polarity

FAMILY, ACT = "family", "meant"
"""The first word of a choice: a family of acts to look into, or the act that was meant."""


def families(session: Session) -> tuple[MeantChoice, ...]:
    """The families of acts, those that help first."""
    acts = session.prepared.setting.catalogue.acts.values()
    ordered = sorted(acts, key=lambda act: act.polarity is Polarity.HARMFUL)
    return tuple(
        MeantChoice(f"{FAMILY}.{family}", family)
        for family in dict.fromkeys(act.family for act in ordered)
    )


def acts_of(session: Session, family: str) -> tuple[MeantChoice, ...]:
    """The acts of a family by the names that trainees know."""
    names = catalogue_text(session.row.lang).acts
    return tuple(
        MeantChoice(f"{ACT}.{act.id}", names[act.id].name)
        for act in session.prepared.setting.catalogue.acts.values()
        if act.family == family
    )


def choose(tx: Tx, session: Session, kind: str, what: str) -> Sequence[Card]:
    """Looks into a family, or keeps the act that was meant by the last words."""
    played = turns(tx, session)
    said = _last_words(played)
    if said is None:
        return [Toast("practice.nothing_said_toast")]
    if kind == FAMILY:
        found = acts_of(session, what) if what else families(session)
        return [panel(session, "meant", meant=found, said=said.move.reading.text)]
    if what not in session.prepared.setting.catalogue.acts:
        return [Toast("practice.answered_toast")]
    _keep(tx, session, played, said, what)
    return [Toast("practice.meant_toast"), panel(session)]


def _last_words(played: Sequence[Turn]) -> Turn | None:
    """The newest turn, if words were said in it."""
    return next((turn for turn in played[-1:] if turn.move.reading.text), None)


def _keep(tx: Tx, session: Session, played: Sequence[Turn], said: Turn, act: str) -> None:
    corrections.propose(
        tx,
        session.row.person_id,
        session.row.id,
        said.number,
        lang=session.row.lang,
        text=said.move.reading.text,
        previous=_heard_before(session, played, said.number),
        old_acts=tuple(read.act for read in said.move.reading.acts),
        new_acts=(act,),
    )


def _heard_before(session: Session, played: Sequence[Turn], number: int) -> str:
    """What the subject had said when the words of that turn were said."""
    heard = [turn.reply.said for turn in played if turn.number < number]
    said = next((line for line in reversed(heard) if line), "")
    if said:
        return said
    _, opening = begin_scene(session.prepared, session.scene.seed)
    return opening.said
