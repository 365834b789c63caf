"""After the end: the turns one by one, each with what was read, what it did and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.feedback.coach import coach
from bot.feedback.forking import Origin, heard_before
from bot.feedback.wording import catalogue_of, done, own_words
from bot.practice.cards import Card, Choice, Report, Section, Toast
from bot.practice.commands import After
from bot.practice.forks import ending_title, origin_of, seen, turn_button
from bot.practice.meaning import is_claimed
from bot.practice.session import Session, turns
from bot.practice.tools import Tools
from bot.store import corrections
from bot.store.corrections import Correction
from bot.store.work import Tx
from bot.texts import text
from dialogues.records import Turn, turn_from

PAGE, FROM, CONTEST = "turns", "from", "meant"
"""This page; its detail for the list around a turn; and the page that contests a reading."""
MOST_BUTTONS = 12
_LABEL = 28
"""Characters of the trainee's words on a button."""


def page(tx: Tx, tools: Tools, session: Session, turn: int, detail: str) -> Sequence[Card]:
    """One turn; the list of them for turn 0, or where the detail asks for it."""
    origin = origin_of(session, turns(tx, session))
    if turn == 0 or detail == FROM:
        return [_listed(origin, session, turn)]
    if detail or turn > len(origin.turns):
        return [Toast("whatif.no_turn_toast")]
    meant = corrections.of_turn(tx, session.row.id, turn)
    return [_told(origin, session, origin.turns[turn - 1], meant)]


def _listed(origin: Origin, session: Session, turn: int) -> Report:
    """So many turns as buttons, those around the one that is given."""
    lang, every = session.row.lang, len(origin.turns)
    first = (min(max(turn, 1), every) - 1) // MOST_BUTTONS * MOST_BUTTONS
    shown = origin.turns[first : first + MOST_BUTTONS]
    lines = [text(lang, "turns.intro")]
    if every > MOST_BUTTONS:
        last = shown[-1].number
        lines.append(text(lang, "turns.which", first=first + 1, last=last, every=every))
    buttons = [turn_button(one, session, PAGE, _LABEL) for one in shown]
    if first:
        buttons.append(_list_button("earlier", first, session))
    if first + MOST_BUTTONS < every:
        buttons.append(_list_button("later", first + MOST_BUTTONS + 1, session))
    return Report(text(lang, "turns.title"), (Section("", tuple(lines)),), tuple(buttons))


def _list_button(name: str, turn: int, session: Session) -> Choice:
    label = text(session.row.lang, f"turns.{name}_button")
    return Choice(label, After(session.row.token, PAGE, turn, FROM))


def _told(origin: Origin, session: Session, turn: Turn, meant: Correction | None) -> Report:
    """What the subject had said, the trainee's move, the coach's note, and what was answered."""
    lang, prepared = session.row.lang, session.prepared
    note = coach(turn, prepared, session.scene.drawn).splitlines()
    ended = ending_title(turn.ending, session)
    after = [*seen(turn.reply, session)]
    if ended:
        after.append(text(lang, "turns.ended", ending=ended))
    sections = [
        Section(
            text(lang, "whatif.head_before"), (*seen(heard_before(origin, turn.number), session),)
        ),
        Section(text(lang, "turns.head_you"), tuple(_own(turn, session))),
        Section(text(lang, "turns.head_after"), tuple(after)),
        Section(text(lang, "turns.head_coach"), tuple(note)),
        *_contested(turn, meant, session),
    ]
    title = text(lang, "turns.title_one", turn=turn.number, every=len(origin.turns))
    shown = tuple(section for section in sections if section.lines)
    return Report(title, shown, tuple(_ways_on(origin, session, turn)), columns=2)


def _own(turn: Turn, session: Session) -> Iterator[str]:
    yield own_words(turn.move, session.prepared)
    did = done(turn.move, session.prepared)
    if did and turn.move.reading.text:
        yield text(session.row.lang, "feedback.coach_done", done=did)


def _contested(turn: Turn, meant: Correction | None, session: Session) -> Iterator[Section]:
    """What the turn stands as on its speaker's word, and what was said to be meant afterwards."""
    if meant is None:
        return
    now = {read.act for read in turn.move.reading.acts}
    lines = [*_taken_again(turn, meant, session)]
    if not lines or now != {*meant.new_acts}:
        key = "meant_later" if lines else "meant"
        lines.append(text(session.row.lang, f"turns.{key}", acts=names_of(meant.new_acts, session)))
    lines.append(text(session.row.lang, f"turns.{_judged(meant)}"))
    yield Section(text(session.row.lang, "turns.head_meant"), tuple(lines))


def _taken_again(turn: Turn, meant: Correction, session: Session) -> Iterator[str]:
    """What the turn was taken again as, from its own record, and what it was read as at first."""
    reading, lang = turn.move.reading, session.row.lang
    if meant.was and is_claimed(reading):
        stands = names_of([read.act for read in reading.acts], session)
        yield text(lang, "turns.meant", acts=stands)
        yield text(lang, "turns.taken_again", read=was_read(turn_from(meant.was), session))


def _judged(meant: Correction) -> str:
    """What an instructor says to it; where it is what was read at first, nobody is asked."""
    return f"meant_{meant.state}" if meant.corrects else "meant_as_first"


def names_of(acts: Sequence[str], session: Session) -> str:
    """Acts by the names that trainees know."""
    known = catalogue_of(session.prepared).acts
    return ", ".join(dict.fromkeys(known[act].name for act in acts))


def was_read(turn: Turn, session: Session) -> str:
    """What a turn's words were read as, in words."""
    reading = turn.move.reading
    if reading.abstained:
        return text(session.row.lang, "turns.read_unclear")
    acts = names_of([read.act for read in reading.acts], session)
    return acts or text(session.row.lang, "turns.read_plain")


def _ways_on(origin: Origin, session: Session, turn: Turn) -> Iterator[Choice]:
    lang, token, number = session.row.lang, session.row.token, turn.number
    for name, to in (("previous", number - 1), ("next", number + 1)):
        if 1 <= to <= len(origin.turns):
            yield Choice(text(lang, f"turns.{name}_button", turn=to), After(token, PAGE, to))
    yield Choice(text(lang, "turns.fork_button"), After(token, "fork", number))
    if turn.move.reading.text:
        yield Choice(text(lang, "turns.meant_button"), After(token, CONTEST, number))
    yield Choice(text(lang, "turns.all_button"), After(token, PAGE, number, FROM))
