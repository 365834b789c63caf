"""The score of a stored encounter, computed again from its turns."""

from __future__ import annotations

from typing import Any

from bot.feedback.rubric.score import with_words
from bot.feedback.wording import own_words
from bot.practice.session import load, turns
from bot.practice.skills import score_of
from bot.practice.tools import Tools
from bot.store import encounters
from bot.store.work import Tx
from dialogues.catalogue import version


def scored_encounter(tx: Tx, tools: Tools, token: str) -> dict[str, Any] | None:
    """The score of the encounter with this token, with versions and words; None if there is none.

    It holds what `bot.feedback.rubric.score.with_words` says, and `encounter`, `scenario`,
    `scenario_hash`, `lang`, `catalogue` (the version of the shared tables).
    """
    row = encounters.by_token(tx, token)
    if row is None:
        return None
    session = load(tx, tools, row)
    played = turns(tx, session)
    words = {turn.number: own_words(turn.move, session.prepared) for turn in played}
    return {
        "encounter": token,
        "scenario": row.scenario_id,
        "scenario_hash": row.scenario_hash,
        "lang": row.lang,
        "catalogue": version(),
        **with_words(score_of(session, played), words),
    }
