"""Subjects and moves for tests, built from the real catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dialogues.catalogue import load_catalogue, personas
from state_machines.acts import Move, ReadAct, Reading
from state_machines.appraisal import Setting
from state_machines.emotion import Feelings
from state_machines.subject import Change, State, advance_phase, met_at_first, take

CATALOGUE = load_catalogue()
UPSET = Feelings(62, 56, 18, 38)
KIND_BODY = {"angle": "angled", "hands": "open", "gaze": "soft", "voice": "low"}
NEEDS = {
    "apology": frozenset({"apologise"}),
    "heard": frozenset({"label_emotion", "validate", "reflect", "summarise"}),
    "news": frozenset({"inform", "follow_through"}),
    "respect": frozenset({"ask_name", "offer_comfort", "thank"}),
}


def setting(persona: str = "reactive", **changes: object) -> Setting:
    """A reactive subject who feels fear strongly and frustration somewhat."""
    found = personas()[persona]
    usual = Setting(
        catalogue=CATALOGUE,
        baseline=found.baseline,
        sensitivity=found.sensitivity,
        feels={"fear": "strong", "frustration": "some"},
        needs=NEEDS,
    )
    return replace(usual, **changes)  # type: ignore[arg-type]


def met(feelings: Feelings = UPSET) -> State:
    """A subject just met, standing opposite somebody in the default posture."""
    state = State(feelings, mood=met_at_first(feelings))
    held = replace(state.memory, posture=dict(CATALOGUE.default_posture))
    return advance_phase(replace(state, memory=held), "begin")


def said(
    *acts: str,
    confidence: float = 1.0,
    source: str = "given",
    feeling: str = "",
    words: int = 10,
    echo: float = 0.0,
    abstained: str = "",
) -> Reading:
    """A reading with these acts."""
    found = tuple(
        ReadAct(act, CATALOGUE.acts[act].polarity, confidence, "", source, feeling) for act in acts
    )
    return Reading(acts=found, words=words, echo=echo, abstained=abstained)


def saying(
    *acts: str,
    posture: Mapping[str, str] | None = None,
    deeds: tuple[str, ...] = (),
    **reading: object,
) -> Move:
    """A move with these acts, posture changes and deeds."""
    return Move(said(*acts, **reading), posture or {}, deeds)  # type: ignore[arg-type]


def after(*moves: Move, start: State | None = None, who: Setting | None = None) -> State:
    """The subject after these moves."""
    state, who = start or met(), who or setting()
    for move in moves:
        state, _ = take(state, move, who)
    return state


def change(move: Move, start: State | None = None, who: Setting | None = None) -> Change:
    """What one move does."""
    return take(start or met(), move, who or setting())[1]
