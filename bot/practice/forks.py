"""What a fork came to, beside what there was: words, replies, changes, endings and curves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.feedback.coach import coach
from bot.feedback.curves import curves
from bot.feedback.fork_picture import fork_caption, fork_picture
from bot.feedback.forking import Fork, Origin
from bot.feedback.wording import catalogue_of, clipped, filled, own_words, shifts
from bot.practice.cards import Choice, Section
from bot.practice.commands import After
from bot.practice.session import Session
from bot.texts import text
from dialogues.records import Turn
from dialogues.reply import Reply
from dialogues.turn import begin


def origin_of(session: Session, played: Sequence[Turn]) -> Origin:
    """The encounter as it was played."""
    return Origin(session.prepared, session.scene.seed, session.scene.level, played)


def opening_of(session: Session) -> Reply:
    """What was seen and heard of the subject as the encounter began."""
    return begin(session.prepared, session.scene.seed, session.scene.level)[1]


def compared(session: Session, origin: Origin, found: Fork) -> tuple[Section, ...]:
    """Both courses side by side, their endings, and the coach's note on the turn that differs."""
    lang, number, drawn = session.row.lang, found.number, session.scene.drawn
    return (
        _side("was", origin.turns[number - 1], session),
        _side("now", found.turn, session),
        Section(text(lang, "whatif.head_endings"), tuple(_endings(session, origin, found))),
        Section(
            text(lang, "whatif.head_coach", turn=number),
            tuple(coach(found.turn, session.prepared, drawn).splitlines()),
        ),
    )


def pictured(session: Session, origin: Origin, found: Fork, title: str) -> tuple[bytes, str]:
    """The curves of both courses as a picture with this title, and its caption."""
    lang, number = session.row.lang, found.number
    start, _ = begin(origin.prepared, origin.seed, origin.level)
    was = curves(start.subject.feelings, origin.turns)
    now = curves(start.subject.feelings, found.turns)
    return fork_picture(was, now, number, lang, title), fork_caption(was, now, number, lang)


def _side(which: str, turn: Turn, session: Session) -> Section:
    """One of the two turns: the trainee's words, what came back, what it changed."""
    lang, change = session.row.lang, turn.change
    lines = (
        text(lang, "whatif.you", words=own_words(turn.move, session.prepared)),
        *seen(turn.reply, session),
        text(lang, "whatif.change", shifts=shifts(change.before, change.after, lang)),
    )
    return Section(text(lang, f"whatif.head_{which}"), lines)


def _endings(session: Session, origin: Origin, found: Fork) -> Iterator[str]:
    lang = session.row.lang
    was, now = origin.turns[-1], found.turns[-1]
    yield text(lang, "whatif.ended_was", turn=was.number, ending=ending_title(was.ending, session))
    if found.ending:
        ending = ending_title(found.ending, session)
        yield text(lang, "whatif.ended_now", turn=now.number, ending=ending)
    else:
        yield text(lang, "whatif.ended_open", turn=now.number)
    if found.left_out:
        yield text(lang, "whatif.left_out", deeds=", ".join(_deeds(found.left_out, session)))
    if now.number > found.number:
        yield text(lang, "whatif.caveat", turn=found.number)


def _deeds(left_out: Iterable[tuple[int, str]], session: Session) -> Iterator[str]:
    names = catalogue_of(session.prepared).deeds
    for turn, deed in left_out:
        yield text(session.row.lang, "whatif.deed", deed=names[deed].name, turn=turn)


def ending_title(name: str, session: Session) -> str:
    """The title of an ending; empty for none."""
    words = session.prepared.words.endings.get(name)
    return filled(words.title, session.scene.drawn) if words else ""


def turn_button(turn: Turn, session: Session, page: str, most: int) -> Choice:
    """A button to a page of one turn, with at most so many characters of its words."""
    said = turn.move.reading.text or own_words(turn.move, session.prepared)
    words = clipped(said, most)
    label = text(session.row.lang, "whatif.turn_button", turn=turn.number, words=words)
    return Choice(label, After(session.row.token, page, turn.number))


_GESTURE = re.compile(r"\*[^*]+\*")


def seen(reply: Reply, session: Session) -> Iterator[str]:
    """What was seen, then what was said, each on a line."""
    for line in (reply.event, reply.deed, reply.cue):
        if line:
            yield line.replace("*", "")
    if _GESTURE.fullmatch(reply.said):
        yield reply.said.strip("*")
    elif reply.said:
        subject = session.prepared.words.subject
        name, said = subject[:1].upper() + subject[1:], reply.said.replace("*", "")
        yield text(session.row.lang, "whatif.speech", subject=name, said=said)
