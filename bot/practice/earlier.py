"""A person's own runs as they are compared: each with its score, level and help."""

from __future__ import annotations

from bot.feedback.beside import nearest
from bot.feedback.progress import Run
from bot.feedback.rubric.score import Score
from bot.practice.history import RATED
from bot.practice.kept_score import kept_with
from bot.practice.restoring import restored_score
from bot.practice.session import Session
from bot.practice.tools import Tools
from bot.store import encounters
from bot.store.encounters import Encounter
from bot.store.work import Tx
from state_machines.calibration import USUAL

LOOK_BACK = 30
"""Older runs are left out."""


def run_of(row: Encounter, score: Score) -> Run:
    """A stored encounter with its score, as a run."""
    level = row.state["scene"].get("level", USUAL)
    good = bool(row.state.get("good"))
    return Run(row.scenario_id, score, helped=row.mode == "learn", level=level, good=good)


def earlier(tx: Tx, tools: Tools, session: Session) -> list[Run]:
    """The person's runs before this one that it is set beside, as `nearest` chooses them.

    One that can no longer be read is left out.
    """
    rows = encounters.in_phases(tx, session.row.person_id, RATED, LOOK_BACK)
    return nearest(
        session.row.scenario_id,
        (row for row in rows if row.id < session.row.id),
        scenario_of=lambda row: row.scenario_id,
        run_of=lambda row: _run(tx, tools, row),
    )


def _run(tx: Tx, tools: Tools, row: Encounter) -> Run | None:
    """A run by its kept score where that stands, for which its scenario need not be made ready."""
    kept = kept_with(row)
    if kept and kept.stands:
        return run_of(row, kept.score)
    read = restored_score(tx, tools, row)
    return run_of(row, read[1]) if read else None
