"""The coach's short note on one turn, for learn mode: what was read, what it did, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.feedback.better import better
from bot.feedback.causes import causes, counted_acts, gained, harmful_acts
from bot.feedback.turning_points import NOTHING_DRAWN
from bot.feedback.why import why
from bot.feedback.wording import catalogue_of, clipped, done, quoted, shifts
from bot.texts import text
from dialogues.prepared import Prepared
from dialogues.records import Turn
from state_machines.acts import MEANT

LONGEST = 500
_SENTENCE, _DONE, _BETTER, _LEAST = 44, 90, 180, 60
"""Characters left to a sentence, to deeds, to the better line, and the least a reason needs."""


def coach(turn: Turn, prepared: Prepared, drawn: Mapping[str, str] = NOTHING_DRAWN) -> str:
    """A note of at most `LONGEST` characters on one turn; lines of plain text."""
    lang = prepared.lang
    helped = gained(turn.change) > 0 and not harmful_acts(turn)
    first = [*_understood(turn, prepared)]
    first.append(
        text(lang, "feedback.coach_did", shifts=shifts(turn.change.before, turn.change.after, lang))
    )
    last = [] if helped else [clipped(better(turn, prepared, drawn), _BETTER)]
    left = LONGEST - sum(len(line) + 1 for line in (*first, *last))
    told = " ".join(why(turn, helped, prepared, named=len(causes(turn.change)) > 1))
    reason = clipped(told, left) if left >= _LEAST else ""
    return _note([line for line in (*first, reason, *last) if line])


def _note(lines: list[str]) -> str:
    """The lines as one note, cut at the longest that a note may be."""
    note = "\n".join(lines)
    return note if len(note) <= LONGEST else note[: LONGEST - 1] + "…"


def _understood(turn: Turn, prepared: Prepared) -> Iterator[str]:
    """What the words were read as, or why they were not; then what the body and hands did."""
    lang, reading = prepared.lang, turn.move.reading
    acts = counted_acts(turn)
    if reading.abstained:
        yield text(lang, f"feedback.coach_{reading.abstained}")
    elif acts:
        names = catalogue_of(prepared).acts
        by_sentence = dict[str, list[str]]()
        for act in acts:
            by_sentence.setdefault(act.sentence, []).append(names[act.act].name)
        shown = [
            " ".join(filter(None, [" + ".join(named), said and quoted(said, lang, _SENTENCE)]))
            for said, named in by_sentence.items()
        ]
        key = "coach_meant" if any(a.source == MEANT for a in acts) else "coach_read"
        yield text(lang, f"feedback.{key}", acts="; ".join(shown))
    elif reading.words:
        yield text(lang, "feedback.coach_plain")
    deeds = done(turn.move, prepared)
    if deeds:
        yield text(lang, "feedback.coach_done", done=clipped(deeds, _DONE))
    elif not (reading.words or acts):
        yield text(lang, "feedback.coach_silent")
