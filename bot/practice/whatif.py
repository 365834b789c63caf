"""What if: other words in one turn of an ended encounter, and the course that follows from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from bot.feedback.causes import gained
from bot.feedback.forking import (
    Fork,
    ForkError,
    Origin,
    forked,
    heard_before,
    move_instead,
    scene_before,
)
from bot.feedback.turning_points import turning_points
from bot.feedback.wording import done, own_words, quoted
from bot.practice.cards import Card, Choice, Plain, Report, Section, Toast
from bot.practice.commands import After
from bot.practice.forks import (
    compared,
    ending_title,
    origin_of,
    pictured,
    seen,
    turn_button,
)
from bot.practice.session import Session, keep, turns
from bot.practice.tools import Tools, read
from bot.store import encounters
from bot.store.work import Tx
from bot.texts import text
from dialogues.records import Turn, plain
from state_machines.acts import Reading

LIST, FORK = "whatif", "fork"
"""The two pages; the notes and what is awaited go by the name of the first."""
MOST_BUTTONS = 12
MOST_KEPT = 20
"""Forks kept of an encounter; the oldest make room."""
_LABEL, _SAID = 21, 60
"""Characters of the trainee's words on a button, and in the list of what was tried."""


def page(tx: Tx, tools: Tools, session: Session, turn: int) -> Sequence[Card]:
    """The turns as buttons; the turn means nothing here. Whatever was open is left."""
    if session.awaits.partition(".")[0] == LIST:
        session = keep(tx, replace(session, awaits=""))
    lang, origin = session.row.lang, origin_of(session, turns(tx, session))
    shown = _worth_trying(origin, session)
    lines = [text(lang, "whatif.intro"), *_which(origin, session, len(shown))]
    sections = [Section(text(lang, "whatif.head_choose"), tuple(lines)), *_tried(session)]
    buttons = tuple(turn_button(turn, session, FORK, _LABEL) for turn in shown)
    return [Report(text(lang, "whatif.title"), tuple(sections), buttons)]


def fork(tx: Tx, tools: Tools, session: Session, turn: int) -> Sequence[Card]:
    """Shows a turn as it was and asks for other words; the next typed words are these."""
    if encounters.current(tx, session.row.person_id):
        return [Toast("whatif.running_toast")]
    origin = origin_of(session, turns(tx, session))
    if not 1 <= turn <= len(origin.turns):
        return [Toast("whatif.no_turn_toast")]
    try:
        scene_before(origin, turn)
    except ForkError:
        return [Toast("whatif.changed_toast")]
    keep(tx, replace(session, awaits=f"{LIST}.{turn}"))
    lang = session.row.lang
    before = tuple(seen(heard_before(origin, turn), session))
    asked = text(lang, "whatif.ask", subject=session.prepared.words.subject)
    sections = (
        Section(text(lang, "whatif.head_before"), before),
        _then(origin.turns[turn - 1], session),
        Section(text(lang, "whatif.head_ask"), (asked,)),
    )
    return [Report(text(lang, "whatif.title_turn", turn=turn), sections, (_leave(session),))]


def heard(tx: Tx, tools: Tools, session: Session, detail: str, words: str) -> Sequence[Card]:
    """Plays the turn with these words; what cannot be read as such leaves it open."""
    origin, number = origin_of(session, turns(tx, session)), int(detail)
    try:
        scene = scene_before(origin, number)
        reading = read(tx, tools, session.prepared, words, scene.lately)
        if reading.abstained:
            return [_still_open(session, number, reading)]
        found = forked(origin, number, reading)
    except ForkError:
        keep(tx, replace(session, awaits=""))
        return [Plain("whatif.changed_toast")]
    _keep(tx, session, found)
    return [_course(session, origin, found)]


def _worth_trying(origin: Origin, session: Session) -> list[Turn]:
    """At most so many turns, in order: turning points, then weak ones, then the first."""
    points = turning_points(origin.turns, session.prepared, session.scene.drawn)
    wanted = {point.turn for point in points}

    def need(turn: Turn) -> tuple[bool, float, int]:
        return turn.number not in wanted, min(0.0, gained(turn.change)), turn.number

    return sorted(sorted(origin.turns, key=need)[:MOST_BUTTONS], key=lambda turn: turn.number)


def _which(origin: Origin, session: Session, shown: int) -> Iterator[str]:
    lang, every = session.row.lang, len(origin.turns)
    if shown < every:
        yield text(lang, "whatif.some", turns=every, shown=shown)
    points = turning_points(origin.turns, session.prepared, session.scene.drawn)
    if points:
        yield text(lang, "whatif.points", turns=", ".join(str(point.turn) for point in points))


def _tried(session: Session) -> Iterator[Section]:
    """What was tried before, if anything."""
    lang, kept = session.row.lang, session.notes.get(LIST, ())
    lines = tuple(
        text(
            lang,
            "whatif.kept_line",
            turn=one["turn"],
            words=quoted(one["words"], lang, _SAID),
            ending=ending_title(one["ending"], session) or text(lang, "whatif.open_end"),
        )
        for one in kept
    )
    if lines:
        yield Section(text(lang, "whatif.kept"), lines)


def _leave(session: Session) -> Choice:
    return Choice(text(session.row.lang, "whatif.leave_button"), After(session.row.token, LIST))


def _then(turn: Turn, session: Session) -> Section:
    """The trainee's own move, and what of it stays."""
    lang = session.row.lang
    stays = done(move_instead(turn.move, Reading()), session.prepared)
    lines = (text(lang, "whatif.stays", done=stays),) if stays else ()
    heading = text(lang, "whatif.head_then", turn=turn.number)
    return Section(heading, (own_words(turn.move, session.prepared), *lines))


def _still_open(session: Session, number: int, reading: Reading) -> Report:
    lang, subject = session.row.lang, session.prepared.words.subject
    line = text(lang, f"whatif.{reading.abstained}", subject=subject, turn=number)
    title = text(lang, "whatif.title_turn", turn=number)
    section = Section(text(lang, "whatif.head_ask"), (line,))
    return Report(title, (section,), (_leave(session),))


def _course(session: Session, origin: Origin, found: Fork) -> Report:
    lang, token, number = session.row.lang, session.row.token, found.number
    title = text(lang, "whatif.title_turn", turn=number)
    again = Choice(text(lang, "whatif.again_button", turn=number), After(token, FORK, number))
    another = Choice(text(lang, "whatif.another_button"), After(token, LIST))
    return Report(
        title,
        compared(session, origin, found),
        (again, another),
        *pictured(session, origin, found, title),
    )


def _keep(tx: Tx, session: Session, found: Fork) -> None:
    """Adds the fork to the notes; the same words in the same turn again take its place."""
    words = found.turn.move.reading.text
    one: dict[str, Any] = {
        "turn": found.number,
        "words": words,
        "move": plain(found.turn.move),
        "replies": [plain(turn.reply) for turn in found.turns[found.number - 1 :]],
        "ending": found.ending,
    }
    before = [
        other
        for other in session.notes.get(LIST, ())
        if (other["turn"], other["words"]) != (found.number, words)
    ]
    notes = {**session.notes, LIST: [*before, one][-MOST_KEPT:]}
    keep(tx, replace(session, notes=notes, awaits=""))
