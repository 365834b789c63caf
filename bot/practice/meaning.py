"""What the trainee says they meant: the choice of acts, and what is kept for an instructor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.feedback.heard import last_said
from bot.practice.cards import MeantChoice
from bot.practice.forks import opening_of
from bot.practice.session import Session
from bot.store import corrections
from bot.store.corrections import Correction
from bot.store.work import Tx
from bot.understanding.combining import NAMES_FEELINGS
from bot.understanding.feelings import felt
from bot.understanding.languages import language_of, plain
from dialogues.catalogue import catalogue_text
from dialogues.records import Turn, turn_from
from state_machines.acts import MEANT, Act, Polarity, ReadAct, Reading

FAMILY, ACT = "family", "meant"
"""The first word of a choice: a family of acts to look into, or the act that was meant."""
CLAIMED = 0.8
"""How surely a claimed act counts as read, 0 to 1: about the middle of all believed readings."""
_HARM = {Polarity.HARMFUL: 1.0, Polarity.HELPFUL: 0.0}


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


def read_as(reading: Reading, act: Act, lang: str) -> Reading:
    """The same words, read as this one act and nothing else.

    Where the act was among those read, its sentence stays; a feeling is looked for in the words
    as it is for any other reading; and it counts as surely as most readings do. So a claimed act
    is worth no more than a read one.
    """
    known = [one for one in reading.acts if one.act == act.id]
    claimed = known or [_claimed(reading, act, lang)]
    return replace(
        reading,
        acts=tuple(replace(one, confidence=CLAIMED, source=MEANT) for one in claimed),
        polarity=act.polarity,
        abstained="",
        harm=_HARM.get(act.polarity, 0.5),
    )


def _claimed(reading: Reading, act: Act, lang: str) -> ReadAct:
    """An act that was not read in the words; they show it as a whole."""
    feeling, intensity = "", ""
    if act.id in NAMES_FEELINGS:
        spoken_in = language_of(reading.text, lang)
        feeling, intensity = felt(plain(reading.text, spoken_in), spoken_in)
    return ReadAct(
        act.id, act.polarity, sentence=reading.text, feeling=feeling, intensity=intensity
    )


def first_reading(said: Turn, before: Correction | None) -> Reading:
    """How a turn's words were read at first, whatever was said about them since."""
    first = turn_from(before.was) if before and before.was else said
    return first.move.reading


def is_read_as(reading: Reading, act: str) -> bool:
    """Whether the words were read as this act and nothing else."""
    return _credited(reading) == (act,)


def _credited(reading: Reading) -> tuple[str, ...]:
    """The acts that the words were read as, each once; none where they were not understood."""
    return () if reading.abstained else tuple(dict.fromkeys(one.act for one in reading.acts))


def is_claimed(reading: Reading) -> bool:
    """Whether the words count as their speaker says they meant them."""
    return any(one.source == MEANT for one in reading.acts)


def propose(
    tx: Tx,
    session: Session,
    played: Sequence[Turn],
    said: Turn,
    act: str,
    was: Mapping[str, Any] | None = None,
) -> None:
    """Keeps the act that a turn's words were meant as, and the record that it replaces, if any."""
    corrections.propose(
        tx,
        session.row.person_id,
        session.row.id,
        said.number,
        lang=session.row.lang,
        text=said.move.reading.text,
        previous=last_said(opening_of(session), played, said.number),
        old_acts=_credited(said.move.reading),
        new_acts=(act,),
        was=was,
    )
