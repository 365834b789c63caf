"""How a turn was read and what it did, for somebody who reviews it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bot.feedback.causes import counted_acts, own_doing
from bot.feedback.wording import catalogue_of, shifts
from bot.texts import text
from dialogues.prepared import Prepared
from dialogues.records import Turn, plain
from state_machines.acts import Polarity, ReadAct


def noted(turn: Turn, prepared: Prepared, meant: Sequence[str]) -> Iterator[str]:
    """Lines of plain text: the reading, what the trainee says was meant, what the turn did."""
    lang, names = prepared.lang, catalogue_of(prepared).acts
    yield from _read(turn, prepared)
    if meant:
        yield text(lang, "assess.meant", acts=", ".join(names[act].name for act in meant))
    change, moods = turn.change, (turn.change.mood.before, turn.change.mood.after)
    did = shifts(change.before, change.after, lang)
    moved = text(lang, "feedback.coach_did", shifts=did)
    own = own_doing(change) or did == text(lang, "feedback.nothing_moved")
    yield moved if own else text(lang, "assess.not_own", moved=moved)
    if len(set(moods)) > 1:
        path = " → ".join(text(lang, f"feedback.mood_{mood}") for mood in moods)
        yield text(lang, "feedback.fact_moods", path=path)


def _read(turn: Turn, prepared: Prepared) -> Iterator[str]:
    """The acts with how sure the reader was of each, or why none of them counted."""
    lang, reading, names = prepared.lang, turn.move.reading, catalogue_of(prepared).acts
    if reading.abstained:
        yield text(lang, f"assess.not_{reading.abstained}")
    elif acts := counted_acts(turn):
        told = ", ".join(_act(act, names[act.act].name, lang) for act in acts)
        yield text(lang, "feedback.coach_read", acts=told)
    elif reading.words:
        yield text(lang, "assess.plain")


def _act(act: ReadAct, name: str, lang: str) -> str:
    kind = "assess.sure_harmful" if act.polarity is Polarity.HARMFUL else "assess.sure"
    return text(lang, kind, name=name, sure=round(act.confidence * 100))


def as_data(turn: Turn, meant: Sequence[str]) -> dict[str, Any]:
    """The same as plain data, with the four variables before and after."""
    change = turn.change
    return {
        "turn": turn.number,
        "acts": [
            {
                "act": act.act,
                "polarity": act.polarity.value,
                "confidence": round(act.confidence, 3),
                "sentence": act.sentence,
            }
            for act in counted_acts(turn)
        ],
        "abstained": turn.move.reading.abstained or None,
        "meant": list(meant),
        "before": plain(change.before),
        "after": plain(change.after),
        "own_doing": own_doing(change),
        "mood": change.mood.after,
        "stage": change.stage.after,
        "behaviour": change.behaviour,
    }
