"""An encounter as it is loaded from the store, ready to be moved on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import TypeAdapter

from bot.practice.tools import Tools, restore
from bot.store import encounters
from bot.store.encounters import Encounter
from bot.store.work import Tx
from dialogues.prepared import Prepared, prepare
from dialogues.records import Turn, plain, scene_from, turn_from
from dialogues.risk import Observed
from dialogues.turn import Scene
from state_machines.emotion import Feelings


@dataclass(frozen=True, slots=True)
class Pending:
    """What the trainee has set on the panel for the turn to come."""

    posture: Mapping[str, str] = field(default_factory=dict)
    deeds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """One risk check: what the trainee answered, and what could be observed at that turn.

    `asks` is the question that waits (level, factors, changed), empty when none does; an
    answer not given is empty.
    """

    check: str
    turn: int
    seen: Observed
    feelings: Feelings
    level: str = ""
    factors: tuple[str, ...] = ()
    changed: str = ""
    asks: str = "level"


_LOOKS = TypeAdapter(tuple[Look, ...])


@dataclass(frozen=True, slots=True)
class Session:
    """One encounter with its scene, its scenario revision and the panel's pending choices."""

    row: Encounter
    scene: Scene
    prepared: Prepared
    pending: Pending
    coach: str = ""
    """The coach's note on the last turn, in learn mode."""
    looks: tuple[Look, ...] = ()
    """The risk checks so far; the last one may be open."""
    role: str = ""
    """Whose part the trainee plays; empty means any that the scenario is for."""
    awaits: str = ""
    """After the end: what the next typed words belong to, as `page` or `page.detail`."""
    notes: Mapping[str, Any] = field(default_factory=dict)
    """After the end: what each page has to keep, as plain data by page."""

    @property
    def next_turn(self) -> int:
        """The number of the turn the panel is for, from 1."""
        return self.scene.subject.turn + 1

    @property
    def ended_well(self) -> bool | None:
        """Whether the ending is a good one; None while the encounter runs."""
        ending = self.prepared.scenario.endings.get(self.scene.ending)
        return ending.good if ending else None

    @property
    def learning(self) -> bool:
        return self.row.mode == "learn"


def waiting(session: Session) -> Look | None:
    """The risk check that waits for an answer, if one does."""
    return session.looks[-1] if session.looks and session.looks[-1].asks else None


def load(tx: Tx, tools: Tools, row: Encounter) -> Session:
    """The session of a stored encounter, with the very scenario revision it began with."""
    pinned = encounters.pinned_scenario(tx, row.scenario_hash)
    play = restore(tools, row.scenario_id, row.scenario_hash, pinned)
    state = row.state
    pending = Pending(state["pending"]["posture"], tuple(state["pending"]["deeds"]))
    scene = scene_from(state["scene"])
    looks = _LOOKS.validate_python(state.get("looks", ()))
    return Session(
        row,
        scene,
        prepare(play, row.lang),
        pending,
        coach=state.get("coach", ""),
        looks=looks,
        role=state.get("role", ""),
        awaits=state.get("awaits", ""),
        notes=state.get("notes", {}),
    )


def state_at_first(scene: Scene, role: str = "") -> dict[str, Any]:
    """What is stored of an encounter that begins, besides its turns."""
    return {"scene": plain(scene), "pending": plain(Pending()), "role": role}


def state_of(session: Session) -> dict[str, Any]:
    """What is stored of an encounter besides its turns; `good` says how it ended, once it has."""
    return {
        "scene": plain(session.scene),
        "pending": plain(session.pending),
        "coach": session.coach,
        "looks": plain(session.looks),
        "role": session.role,
        "good": session.ended_well,
        "awaits": session.awaits,
        "notes": dict(session.notes),
    }


def keep(tx: Tx, session: Session, *, ended: bool = False) -> Session:
    """Save the session as it now stands."""
    row = encounters.save(
        tx,
        session.row,
        phase=session.scene.subject.phase,
        turn=session.scene.subject.turn,
        state=state_of(session),
        ended_at=tx.now if ended else None,
        ending=session.scene.ending or None,
    )
    return replace(session, row=row)


def turns(tx: Tx, session: Session) -> list[Turn]:
    """The turns so far, in order."""
    return [turn_from(record) for record in encounters.turns(tx, session.row.id)]
