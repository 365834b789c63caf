"""The one thing to take along to the next encounter."""

from __future__ import annotations

from collections.abc import Sequence

from bot.feedback.better import better_stance
from bot.feedback.causes import Cause, counted_acts
from bot.feedback.facts import duty_turn
from bot.feedback.turning_points import TurningPoint
from bot.feedback.wording import catalogue_of
from bot.texts import text
from dialogues.prepared import Prepared
from dialogues.records import Turn


def takeaway(turns: Sequence[Turn], points: Sequence[TurningPoint], prepared: Prepared) -> str:
    """One sentence: from what hurt most, else what was left out, else what to try or to keep."""
    for point in points:
        if not point.helped and point.cause and (found := _from_harm(point.cause, prepared)):
            return found
    words, lang = catalogue_of(prepared).acts, prepared.lang
    if duty_turn(turns, prepared) is None:
        duty = words[prepared.scenario.duty]
        return text(lang, "feedback.take_duty", name=duty.name, definition=duty.definition)
    used = {read.act for turn in turns for read in counted_acts(turn)}
    fresh = next((a for a in prepared.scenario.practise if a in words and a not in used), None)
    if fresh:
        act = words[fresh]
        return text(lang, "feedback.take_try", name=act.name, definition=act.definition)
    return text(lang, "feedback.take_keep")


def _from_harm(cause: Cause, prepared: Prepared) -> str:
    lang = prepared.lang
    if cause.kind == "posture":
        return text(lang, "feedback.take_body", stance=better_stance(cause, prepared))
    if cause.kind == "load":
        return text(lang, "feedback.take_load")
    if cause.kind != "act":
        return ""
    act = catalogue_of(prepared).acts[cause.name]
    if act.instead:
        return text(lang, "feedback.take_instead", name=act.name, instead=act.instead)
    early = cause.factors.get("gate", 1.0) < 0
    return text(lang, f"feedback.take_{'early' if early else 'fit'}", name=act.name)
