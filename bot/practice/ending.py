"""Leaving the role, and what comes after an ending: self-rating, then the debrief."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.feedback.debrief import debrief
from bot.practice import awaiting, reminders
from bot.practice.after import choices
from bot.practice.cards import Card, DebriefCard, PanelGone, Stopped, Toast, as_sections
from bot.practice.session import keep, load, turns
from bot.practice.tools import Tools
from bot.store import encounters
from bot.store.people import Person
from bot.store.work import Tx
from dialogues.records import plain, scene_from
from dialogues.turn import begin as begin_scene
from state_machines.subject import advance_phase

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
    encounters.rate(tx, row.id, SELF_RATING, value)
    session = load(tx, tools, row)
    start, _ = begin_scene(session.prepared, session.scene.seed, session.scene.level)
    found = debrief(
        start.subject.feelings, turns(tx, session), session.prepared, value, session.scene.drawn
    )
    scene = replace(session.scene, subject=advance_phase(session.scene.subject, "debrief"))
    keep(tx, replace(session, scene=scene), ended=True)
    sections = as_sections(found.sections)
    more = choices(session)
    card = DebriefCard(found.picture, found.caption, sections, row.scenario_id, more)
    return [card, *reminders.offer(tx, person)]
