"""A better line, or a better stance, for a turn that did not help."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.feedback.causes import Cause, harmful_acts, main_cause
from bot.feedback.why import stance_of
from bot.feedback.wording import catalogue_of, filled, quoted
from bot.texts import text
from dialogues.prepared import Prepared
from dialogues.records import Turn
from state_machines.acts import Polarity
from state_machines.emotion import WORSE
from state_machines.relationship import rank


def better(turn: Turn, prepared: Prepared, drawn: Mapping[str, str]) -> str:
    """One sentence on what would have served better; empty when there is nothing to say.

    The scenario's own better line for a harmful act; the stance to take up in place of one
    that hurt; else a suggested line for the mood and stage that the subject was in.
    """
    lang, cause = prepared.lang, main_cause(turn.change, helped=False)
    harmful = harmful_acts(turn)
    if cause and cause.name in harmful:
        harmful = (cause.name,)
    if harmful:
        return _instead(harmful[0], prepared, drawn)
    if cause is None:
        return ""
    if cause.kind == "posture":
        return text(lang, "feedback.better_body", stance=better_stance(cause, prepared))
    if cause.kind == "load":
        return text(lang, "feedback.better_load")
    line = next(_suggestions(turn, prepared, drawn), "")
    return text(lang, "feedback.better_fits", line=quoted(line, lang)) if line else ""


def _instead(act: str, prepared: Prepared, drawn: Mapping[str, str]) -> str:
    line = filled(prepared.words.better.get(act, ""), drawn)
    if line:
        return text(prepared.lang, "feedback.better_line", line=quoted(line, prepared.lang))
    instead = catalogue_of(prepared).acts[act].instead
    return text(prepared.lang, "feedback.better_line", line=instead) if instead else ""


def better_stance(cause: Cause, prepared: Prepared) -> str:
    """The name of the most soothing stance of the same dimension."""
    dimension, _ = stance_of(cause)
    stances = [s for s in prepared.setting.catalogue.stances.values() if s.dimension == dimension]
    best = min(stances, key=lambda s: (s.threat, sum(s.effect[v] * w for v, w in WORSE.items())))
    return catalogue_of(prepared).stances[dimension, best.id].name


def _suggestions(turn: Turn, prepared: Prepared, drawn: Mapping[str, str]) -> Iterator[str]:
    """Suggested lines with none but helpful acts that were due then and not just used."""
    acts, stage = prepared.setting.catalogue.acts, rank(turn.change.stage.before)
    used = {read.act for read in turn.move.reading.acts}
    offered = {str(mood): lines for mood, lines in prepared.words.suggestions.items()}
    for suggestion in offered.get(turn.change.mood.before, []):
        known = [acts[name] for name in suggestion.acts]
        due = all(act.polarity is not Polarity.HARMFUL and _due(act.gate, stage) for act in known)
        line = filled(suggestion.say, drawn)
        if due and line and not used & set(suggestion.acts):
            yield line


def _due(gate: str, stage: int) -> bool:
    return not gate or rank(gate) <= stage
