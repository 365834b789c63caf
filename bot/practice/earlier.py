"""A person's own runs as they are compared: each with its score, level and help."""

from __future__ import annotations

from bot.feedback.beside import MOST
from bot.feedback.progress import Run
from bot.feedback.rubric.score import Score
from bot.practice.history import RATED
from bot.practice.kept_score import kept_with
from bot.practice.session import Session, load
from bot.practice.skills import scored
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
    return Run(row.scenario_id, score, helped=row.mode == "learn", level=level)


def earlier(tx: Tx, tools: Tools, session: Session) -> list[Run]:
    """The person's runs before this one, newest first, those of the same scenario before others.

    There are no more than can be compared, since some may have to be scored from their turns.
    """
    rows = encounters.in_phases(tx, session.row.person_id, RATED, LOOK_BACK)
    before = [row for row in rows if row.id < session.row.id]
    near = sorted(before, key=lambda row: row.scenario_id != session.row.scenario_id)[:MOST]
    return [run_of(row, _score(tx, tools, row)) for row in near]


def _score(tx: Tx, tools: Tools, row: Encounter) -> Score:
    """The kept score where it stands, for which the scenario need not be made ready."""
    kept = kept_with(row)
    return kept.score if kept and kept.stands else scored(tx, load(tx, tools, row))
