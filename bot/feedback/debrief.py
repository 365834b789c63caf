"""The debrief: reactions, facts, analysis, what was asked for, the subject's voice, a take-away.

Before the take-away stands the comparison with one's own earlier runs, made in `beside`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.feedback.caption import caption
from bot.feedback.chart import Mark
from bot.feedback.curves import curves
from bot.feedback.facts import duty, facts
from bot.feedback.look import Theme
from bot.feedback.picture import picture
from bot.feedback.takeaway import takeaway
from bot.feedback.turning_points import NOTHING_DRAWN, TurningPoint, turning_points
from bot.feedback.voice import voice
from bot.feedback.wording import filled
from bot.texts import text
from dialogues.prepared import Prepared
from dialogues.records import Turn
from state_machines.emotion import Feelings


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the debrief: a heading, lines of plain text, and words quoted under it."""

    heading: str
    lines: tuple[str, ...]
    quote: str = ""
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Debrief:
    """The picture as PNG, its equivalent in words, and the parts in the order to be read."""

    picture: bytes
    caption: str
    sections: tuple[Part, ...]


def debrief(
    start: Feelings,
    turns: Sequence[Turn],
    prepared: Prepared,
    self_rating: int | None,
    drawn: Mapping[str, str] = NOTHING_DRAWN,
    theme: Theme = "light",
    beside: Part | None = None,
) -> Debrief:
    """Everything shown after the self-rating (1 to 5, None when it was not given).

    `beside` sets this run beside the person's own earlier ones; it stands before the take-away.
    `drawn` is what the seed chose for the names in the scenario's lines; lines with a name
    that is not known are left out.
    """
    points = turning_points(turns, prepared, drawn)
    found = curves(start, turns)
    ending = prepared.words.endings.get(turns[-1].ending) if turns else None
    title = filled(ending.title, drawn) if ending else prepared.words.title
    marks = [Mark(point.number, point.turn, point.helped) for point in points]
    return Debrief(
        picture(found, marks, title, prepared.lang, theme),
        caption(found, prepared.lang),
        tuple(_parts(turns, points, prepared, self_rating, drawn, beside)),
    )


def _parts(
    turns: Sequence[Turn],
    points: Sequence[TurningPoint],
    prepared: Prepared,
    self_rating: int | None,
    drawn: Mapping[str, str],
    beside: Part | None,
) -> Iterator[Part]:
    lang = prepared.lang
    yield Part(text(lang, "feedback.head_reactions"), _reactions(self_rating, lang))
    yield Part(text(lang, "feedback.head_facts"), facts(turns, prepared, drawn))
    yield from (_analysis(point, lang) for point in points)
    if not points:
        yield Part(text(lang, "feedback.head_analysis"), (text(lang, "feedback.no_points"),))
    yield Part(text(lang, "feedback.head_duty"), duty(turns, prepared))
    yield Part(text(lang, "feedback.head_cue"), _two_readings(prepared, drawn))
    felt = voice(turns, prepared, drawn)
    if felt:
        yield Part(text(lang, "feedback.head_voice", subject=prepared.words.subject), felt)
    if beside:
        yield beside
    yield Part(text(lang, "feedback.head_take"), (takeaway(turns, points, prepared),))


def _reactions(self_rating: int | None, lang: str) -> tuple[str, ...]:
    if self_rating is None:
        return (text(lang, "feedback.not_rated"),)
    return (
        text(lang, "feedback.rated", value=self_rating),
        text(lang, "feedback.compare"),
    )


def _two_readings(prepared: Prepared, drawn: Mapping[str, str]) -> tuple[str, ...]:
    """What could be seen and misread, and what it was (domain.md 1.2)."""
    words = prepared.words
    lines = (filled(words.ambiguous_cue, drawn), filled(words.benign_reading, drawn))
    return tuple(line for line in lines if line)


def _analysis(point: TurningPoint, lang: str) -> Part:
    way = "helped" if point.helped else "hurt"
    heading = text(lang, f"feedback.head_{way}", number=point.number, turn=point.turn)
    lines = (point.did, *point.why, point.better)
    return Part(heading, tuple(line for line in lines if line), quote=point.own)
