"""Why a turn did what it did: the catalogue's reason, and the factors in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from bot.feedback.causes import Cause, main_cause
from bot.feedback.wording import catalogue_of
from bot.texts import text
from dialogues.prepared import Prepared
from dialogues.records import Turn
from state_machines.acts import Polarity
from state_machines.subject import Change

FACTORS = (
    ("fit", -9, 0, "misfit"),
    ("gate", -9, 0, "early"),
    ("person", -9, 0, "contrary"),
    ("body", -9, 0.81, "body"),
    ("repeat", 0, 0.2, "worn_out"),
    ("repeat", 0.2, 0.5, "third"),
    ("repeat", 0.5, 1, "second"),
    ("again", 1, 9, "again"),
    ("fit", 0, 1, "loose"),
    ("repair", 1, 9, "repair"),
    ("person", 1.15, 9, "matters_more"),
    ("person", 0, 0.85, "matters_less"),
    ("gate", 1, 9, "ripe"),
)
"""Which factor, from and below which value, is told in which words; the weightiest first."""
MOST = 3
"""Sentences; more would bury the first."""


def why(turn: Turn, helped: bool, prepared: Prepared, named: bool = True) -> tuple[str, ...]:
    """One to three sentences, the most telling first; `named` begins with what it was.

    Where a helpful act did harm, what spoilt it comes before what tends to come of that.
    """
    cause = main_cause(turn.change, helped)
    if cause is None:
        return (_elsewhere(turn, prepared),)
    factors = tuple(_factors(cause, turn.change, prepared))
    reason = _catalogue(cause, prepared)
    name = name_of(cause, prepared) if named else ""
    if name and reason:
        reason = text(prepared.lang, "feedback.why_named", name=name, why=reason)
    linked = tuple(
        text(prepared.lang, f"feedback.why_{link}", subject=prepared.words.subject)
        for link in sorted(cause.links)
    )
    first = factors[:1] if _spoilt(cause, prepared) else ()
    ordered = (*first, reason, *linked, *factors[len(first) :])
    return tuple(sentence for sentence in ordered if sentence)[:MOST]


def name_of(cause: Cause, prepared: Prepared) -> str:
    """The catalogue's name of an act, deed or stance; empty for a topic or too many words."""
    words = catalogue_of(prepared)
    if cause.kind == "act":
        return words.acts[cause.name].name
    if cause.kind == "deed":
        return words.deeds[cause.name].name
    return words.stances[stance_of(cause)].name if cause.kind == "posture" else ""


def _spoilt(cause: Cause, prepared: Prepared) -> bool:
    """Whether this is a helpful act that did harm."""
    return cause.kind == "act" and cause.weight < 0 and not _harmful(cause, prepared)


def _harmful(cause: Cause, prepared: Prepared) -> bool:
    return prepared.setting.catalogue.acts[cause.name].polarity is Polarity.HARMFUL


def _catalogue(cause: Cause, prepared: Prepared) -> str:
    """The catalogue's own sentence; how it backfires, where a helpful act did harm."""
    words = catalogue_of(prepared)
    if cause.kind == "act":
        act = words.acts[cause.name]
        return act.backfires if _spoilt(cause, prepared) else act.why
    if cause.kind == "deed":
        return words.deeds[cause.name].why
    if cause.kind == "posture":
        return words.stances[stance_of(cause)].why
    return text(prepared.lang, f"feedback.why_{cause.kind}")


def stance_of(cause: Cause) -> tuple[str, str]:
    """The catalogue's key of a stance that was a cause."""
    dimension, _, stance = cause.name.partition("_")
    return dimension, stance


def _factors(cause: Cause, change: Change, prepared: Prepared) -> Iterator[str]:
    told = [
        key
        for name, low, high, key in FACTORS
        if name in cause.factors and low <= cause.factors[name] < high
    ]
    for key in told:
        yield text(
            prepared.lang,
            f"feedback.why_{key}",
            subject=prepared.words.subject,
            stance=_threatening(change, prepared),
        )
    if cause.kind == "posture" and cause.weight < 0 and _spoils(change):
        yield text(prepared.lang, "feedback.why_words_lost")


def _threatening(change: Change, prepared: Prepared) -> str:
    """The name of the stance or deed that threatened most."""
    words, known = catalogue_of(prepared), prepared.setting.catalogue
    found = {
        words.deeds[r.name].name: known.deeds[r.name].threat
        for r in change.reasons
        if r.kind == "deed"
    }
    for reason in change.reasons:
        if reason.kind == "posture":
            stance = stance_of(Cause("posture", reason.name, 0.0))
            found[words.stances[stance].name] = known.stances[stance].threat
    return max(found, key=lambda name: found[name], default="")


def _spoils(change: Change) -> bool:
    """Whether the body took the weight out of words in this turn."""
    return any(dict(reason.factors).get("body", 1.0) < 1 for reason in change.reasons)


def _elsewhere(turn: Turn, prepared: Prepared) -> str:
    """What it was, when it was not the trainee's doing."""
    kinds = {reason.kind for reason in turn.change.reasons}
    kind = next((kind for kind in ("debt", "event") if kind in kinds), "time")
    return text(prepared.lang, f"feedback.why_{kind}", event=turn.reply.event)
