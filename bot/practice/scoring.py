"""The score of a stored encounter, computed again from its turns."""

from __future__ import annotations

from typing import Any

from bot.feedback.rubric.score import as_data
from bot.feedback.wording import own_words
from bot.practice.session import Session, load, turns
from bot.practice.skills import scored
from bot.practice.tools import Tools
from bot.store import encounters
from bot.store.work import Tx
from dialogues.catalogue import version


def scored_encounter(tx: Tx, tools: Tools, token: str) -> dict[str, Any] | None:
    """The score of the encounter with this token, with versions and words; None if there is none.

    It holds what `bot.feedback.rubric.score.as_data` says, and `encounter`, `scenario`,
    `scenario_hash`, `lang`, `catalogue` (the version of the shared tables).
    """
    row = encounters.by_token(tx, token)
    if row is None:
        return None
    session = load(tx, tools, row)
    return {
        "encounter": token,
        "scenario": row.scenario_id,
        "scenario_hash": row.scenario_hash,
        "lang": row.lang,
        "catalogue": version(),
        **_with_words(tx, session),
    }


def _with_words(tx: Tx, session: Session) -> dict[str, Any]:
    """The score, each piece of evidence with what was said or done in that turn."""
    data = as_data(scored(tx, session))
    by_number = {turn.number: turn for turn in turns(tx, session)}
    for item in data["items"]:
        item["evidence"] = [
            {"turn": number, "text": own_words(by_number[number].move, session.prepared)}
            for number in item["evidence"]
            if number in by_number
        ]
    return data
