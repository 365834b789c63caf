"""An encounter as it is loaded from the store, ready to be moved on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import TypeAdapter

from bot.practice.agreement import Assessed, assessed_of
from bot.practice.kept_score import KeptScore, parsed
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


UNKNOWN = "unknown"
"""Stands for whatever read the turns that were taken before readers were kept."""
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
    retaken: int = 0
    """How often the newest turn has been taken again, so that older panels are known as such."""
    role: str = ""
    """Whose part the trainee plays; empty means any that the scenario is for."""
    awaits: str = ""
    """After the end: what the next typed words belong to, as `page` or `page.detail`."""
    notes: Mapping[str, Any] = field(default_factory=dict)
    """After the end: what each page has to keep, as plain data by page."""
    assessed: Assessed | None = None
    """What was agreed to and who has read it, where an instructor can; else None."""
    readers: tuple[str, ...] = ()
    """The versions of the readers that read its turns, each once, in the order they came."""
    stored_score: Any = None
    """The score, kept once the trainee has rated themselves: plain data, which stays as it is
    even where only a program of another time can read it."""

    @property
    def score(self) -> KeptScore | None:
        """The kept score; None where there is none that can be read."""
        return parsed(self.stored_score)

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


def read_by(session: Session, reader: str) -> Session:
    """The session with the version of a reader that read words of a turn."""
    if reader in session.readers:
        return session
    return replace(session, readers=(*session.readers, reader))


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
        retaken=state.get("retaken", 0),
        role=state.get("role", ""),
        awaits=state.get("awaits", ""),
        notes=state.get("notes", {}),
        assessed=assessed_of(row),
        readers=_readers(row),
        stored_score=state.get("score"),
    )


def _readers(row: Encounter) -> tuple[str, ...]:
    unkept = (UNKNOWN,) if row.turn else ()
    return tuple(row.state.get("readers", unkept))


def state_at_first(
    scene: Scene, role: str = "", assessed: Assessed | None = None
) -> dict[str, Any]:
    """What is stored of an encounter that begins, besides its turns."""
    return {
        "scene": plain(scene),
        "pending": plain(Pending()),
        "role": role,
        "assessed": plain(assessed),
    }


def state_of(session: Session) -> dict[str, Any]:
    """What is stored of an encounter besides its turns; `good` says how it ended, once it has."""
    return {
        "scene": plain(session.scene),
        "pending": plain(session.pending),
        "coach": session.coach,
        "looks": plain(session.looks),
        "retaken": session.retaken,
        "role": session.role,
        "good": session.ended_well,
        "awaits": session.awaits,
        "notes": dict(session.notes),
        "assessed": plain(session.assessed),
        "readers": list(session.readers),
        "score": session.stored_score,
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
