"""Leaving the role, and what comes after an ending: self-rating, then the debrief."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.feedback.beside import beside
from bot.feedback.debrief import Part, debrief
from bot.feedback.rubric.score import Score
from bot.practice import awaiting, reminders
from bot.practice.after import choices
from bot.practice.agreement import handed_over
from bot.practice.cards import (
    Card,
    DebriefCard,
    PanelGone,
    Stopped,
    Toast,
    as_sections,
)
from bot.practice.earlier import earlier, run_of
from bot.practice.history import UNRATED, rate_first
from bot.practice.kept_score import made
from bot.practice.restoring import UNREADABLE, restored
from bot.practice.session import Session, keep, turns
from bot.practice.skills import score_of
from bot.practice.tools import Tools
from bot.store import encounters
from bot.store.people import Person
from bot.store.work import Tx
from dialogues.records import Turn, plain, scene_from
from dialogues.turn import begin as begin_scene
from state_machines.subject import advance_phase

RATINGS = ("1", "2", "3", "4", "5")
SELF_RATING = "self"
"""The rating item of the trainee's own first impression, 1 to 5."""


def stop(tx: Tx, person: Person) -> Sequence[Card]:
    """Out of the role at once, whatever was going on; nothing is scored."""
    row = encounters.current(tx, person.id)
    if row is None:
        awaiting.leave(tx, person.id)
        return [PanelGone(), Stopped(was_inside=False)]
    scene = scene_from(row.state["scene"])
    stopped = replace(scene, subject=advance_phase(scene.subject, "stop"))
    encounters.save(
        tx,
        row,
        phase=stopped.subject.phase,
        turn=row.turn,
        state=row.state | {"scene": plain(stopped)},
        ended_at=tx.now,
    )
    return [PanelGone(), Stopped(was_inside=True)]


def rate(tx: Tx, tools: Tools, person: Person, token: str, value: int) -> Sequence[Card]:
    """Keeps the self-rating and only then shows the debrief; a second tap changes nothing."""
    row = encounters.by_token(tx, token)
    if row is None or row.person_id != person.id or not 1 <= value <= 5:
        return [Toast("practice.over_toast")]
    if row.phase not in ("ended", "articulated"):
        return [Toast("practice.answered_toast")]
    session = restored(tx, tools, row)
    if session is None:
        return [UNREADABLE]
    encounters.rate(tx, row.id, SELF_RATING, value)
    played = turns(tx, session)
    score = score_of(session, played)
    _keep_scored(tx, session, score)
    part = beside(run_of(row, score), earlier(tx, tools, session), row.lang)
    return [_debriefed(session, played, value, part), *reminders.offer(tx, person)]


def typed(tx: Tx, tools: Tools, person: Person, words: str) -> Sequence[Card]:
    """Words where an ended encounter waits for its rating: 1 to 5 is the rating, else it is asked.

    Nothing where none waits.
    """
    row = next(iter(encounters.in_phases(tx, person.id, UNRATED, 1)), None)
    if row is None:
        return []
    value = words.strip()
    if value in RATINGS:
        return rate(tx, tools, person, row.token, int(value))
    return [*rate_first(row)]


def _keep_scored(tx: Tx, session: Session, score: Score) -> None:
    """The encounter is over for good, and its score is kept with what it was computed by."""
    scene = replace(session.scene, subject=advance_phase(session.scene.subject, "debrief"))
    kept = made(session.row, score, session.readers)
    keep(tx, replace(session, scene=scene, stored_score=plain(kept)), ended=True)


def _debriefed(session: Session, played: Sequence[Turn], value: int, part: Part) -> DebriefCard:
    scene, prepared = session.scene, session.prepared
    start, _ = begin_scene(prepared, scene.seed, scene.level)
    found = debrief(start.subject.feelings, played, prepared, value, scene.drawn, beside=part)
    sections = (*as_sections(found.sections), *handed_over(session.row))
    more = choices(session)
    return DebriefCard(found.picture, found.caption, sections, session.row.scenario_id, more)
