"""The score of a stored encounter, computed again from its turns, beside the one kept with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.feedback.rubric.score import as_data, with_turns, with_words
from bot.feedback.wording import own_words
from bot.practice.kept_score import KeptScore
from bot.practice.meaning import is_claimed
from bot.practice.session import Session, load, turns
from bot.practice.skills import score_of
from bot.practice.tools import Tools
from bot.store import encounters
from bot.store.work import Tx
from dialogues.catalogue import version
from dialogues.records import Turn


def scored_encounter(
    tx: Tx, tools: Tools, token: str, *, words: bool = False
) -> dict[str, Any] | None:
    """The score of the encounter with this token, with versions; None if there is none.

    Its evidence are numbers of turns, and their words only where those are asked for. It holds
    what `bot.feedback.rubric.score.with_turns` (or `with_words`) says, and `encounter`, `scenario`,
    `scenario_hash`, `lang`, `catalogue` (the version of the shared tables), `meant` (turns that
    count as their speaker says they meant them), `readers` (those of whatever read its words),
    `stored` (the score kept when the trainee rated themselves, with its own versions; None if
    there is none) and `same` (whether both scores are; None likewise).
    """
    row = encounters.by_token(tx, token)
    if row is None:
        return None
    session = load(tx, tools, row)
    played = turns(tx, session)
    found, kept = score_of(session, played), session.score
    return {
        "encounter": token,
        "scenario": row.scenario_id,
        "scenario_hash": row.scenario_hash,
        "lang": row.lang,
        "catalogue": version(),
        "meant": [turn.number for turn in played if is_claimed(turn.move.reading)],
        "readers": list(session.readers),
        **(with_words(found, _words(session, played)) if words else with_turns(found)),
        "stored": kept and _data(kept),
        "same": kept and kept.score == found,
    }


def _words(session: Session, played: Sequence[Turn]) -> dict[int, str]:
    return {turn.number: own_words(turn.move, session.prepared) for turn in played}


def _data(kept: KeptScore) -> dict[str, Any]:
    """A kept score as plain data; its evidence names turns only."""
    return {
        **as_data(kept.score),
        "rubric": kept.rubric,
        "catalogue": kept.catalogue,
        "readers": list(kept.readers),
        "scenario_hash": kept.scenario_hash,
    }
