"""The score as it is kept with its encounter, and what it was computed by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bot.feedback.rubric.score import VERSION, Score
from bot.store.encounters import Encounter
from dialogues.catalogue import version


@dataclass(frozen=True, slots=True)
class KeptScore:
    """A score as it was when the trainee had rated themselves, with all that it rests on."""

    score: Score
    rubric: int
    """The version of the rubric."""
    catalogue: str
    """The version of the tables that every scenario shares."""
    readers: tuple[str, ...]
    """The versions of the readers of its turns, as the session knows them."""
    scenario_hash: str

    @property
    def stands(self) -> bool:
        """Whether rubric and catalogue are still those of now, so that it need not be computed."""
        return (self.rubric, self.catalogue) == (VERSION, version())


_KEPT: TypeAdapter[KeptScore | None] = TypeAdapter(KeptScore | None)


def made(row: Encounter, score: Score, readers: tuple[str, ...]) -> KeptScore:
    """A score computed now, as it is to be kept."""
    return KeptScore(score, VERSION, version(), readers, row.scenario_hash)


def kept_with(row: Encounter) -> KeptScore | None:
    """The score that is kept with a stored encounter, as of `parsed`."""
    return parsed(row.state.get("score"))


def parsed(stored: Any) -> KeptScore | None:
    """A kept score from what is stored of it.

    None before it is rated, and where a program of another time kept it in another form: it can
    always be computed again.
    """
    try:
        return _KEPT.validate_python(stored)
    except ValidationError:
        return None
