"""After the end: a reading is contested, and the encounter is played again as it was meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.feedback.figures import figure
from bot.feedback.forking import Fork, ForkError, Origin, forked
from bot.feedback.rubric.score import Score
from bot.practice import meaning
from bot.practice.cards import Card, Choice, Report, Section, Toast
from bot.practice.commands import After
from bot.practice.forks import compared, origin_of, pictured
from bot.practice.meaning import is_read_as
from bot.practice.session import Session, turns
from bot.practice.skills import score_of
from bot.practice.tools import Tools
from bot.practice.turn_by_turn import CONTEST, PAGE, was_read
from bot.store import corrections
from bot.store.work import Tx
from bot.texts import text
from dialogues.catalogue import catalogue_text
from dialogues.records import Turn

AS_MEANT = "as_meant"
"""The page on which the encounter is played again; its detail is the act that was meant."""


def ask(tx: Tx, tools: Tools, session: Session, turn: int, detail: str) -> Sequence[Card]:
    """The families of acts, or the acts of the family in `detail`."""
    said = _said(turns(tx, session), turn)
    if said is None:
        return [Toast("turns.no_words_toast")]
    lang, token = session.row.lang, session.row.token
    choices = _acts(session, turn, detail) if detail else _families(session, turn)
    back = Choice(text(lang, "turns.back_button", turn=turn), After(token, PAGE, turn))
    read = text(lang, "turns.read", read=was_read(said, session))
    sections = (
        Section("", (read,), quote=said.move.reading.text),
        Section("", (text(lang, "turns.ask_act" if detail else "turns.ask_family"),)),
    )
    return [
        Report(text(lang, "turns.title_meant", turn=turn), sections, (*choices, back), columns=2)
    ]


def _families(session: Session, turn: int) -> Iterator[Choice]:
    lang, token = session.row.lang, session.row.token
    for one in meaning.families(session):
        label = text(lang, f"chat.family_{one.name}")
        yield Choice(label, After(token, CONTEST, turn, one.name))


def _acts(session: Session, turn: int, family: str) -> Iterator[Choice]:
    lang, token = session.row.lang, session.row.token
    for one in meaning.acts_of(session, family):
        _, _, act = one.choice.partition(".")
        yield Choice(one.name, After(token, AS_MEANT, turn, act))
    yield Choice(text(lang, "turns.families_button"), After(token, CONTEST, turn))


def replay(tx: Tx, tools: Tools, session: Session, turn: int, detail: str) -> Sequence[Card]:
    """Keeps the act that was meant, and shows the course so read beside the one there was.

    The record of the encounter is not touched.
    """
    played = turns(tx, session)
    said = _said(played, turn)
    if said is None:
        return [Toast("turns.no_words_toast")]
    act = session.prepared.setting.catalogue.acts.get(detail)
    if act is None:
        return [Toast("practice.over_toast")]
    if is_read_as(said.move.reading, act.id):
        return [Toast(_taken_back(tx, session, played, said, act.id))]
    first = meaning.first_reading(said, corrections.of_turn(tx, session.row.id, turn))
    meaning.propose(tx, session, played, said, act.id)
    as_first = is_read_as(first, act.id)
    reading = first if as_first else meaning.read_as(first, act, session.row.lang)
    kept = _kept(session, "kept_as_first" if as_first else "kept")
    origin = origin_of(session, played)
    try:
        found = forked(origin, turn, reading)
    except ForkError:
        return [_only_kept(session, said, act.id, kept)]
    return [_compared(session, origin, found, act.id, kept)]


def _said(played: Sequence[Turn], number: int) -> Turn | None:
    """The turn with this number, if words were said in it."""
    return next((one for one in played if one.number == number and one.move.reading.text), None)


def _taken_back(tx: Tx, session: Session, played: Sequence[Turn], said: Turn, act: str) -> str:
    """Takes back what was said to be meant, where the act is what was read; says what was done.

    A turn that was taken again during the encounter keeps what it was at first.
    """
    before = corrections.of_turn(tx, session.row.id, said.number)
    if before is None or before.new_acts == (act,):
        return "turns.read_so_toast"
    if before.was:
        meaning.propose(tx, session, played, said, act)
    else:
        corrections.withdraw(tx, session.row.id, said.number)
    return "turns.taken_back_toast"


def _compared(session: Session, origin: Origin, found: Fork, act: str, kept: Section) -> Report:
    lang, number = session.row.lang, found.number
    was, now = score_of(session, origin.turns), score_of(session, found.turns)
    sections = (
        Section("", (_read_instead(session, origin.turns[number - 1], act),)),
        *compared(session, origin, found),
        Section(text(lang, "turns.head_score"), tuple(_scores(was, now, lang))),
        kept,
    )
    title, back = _title(session, number), tuple(_ways_back(session, number))
    return Report(title, sections, back, *pictured(session, origin, found, title))


def _title(session: Session, number: int) -> str:
    return text(session.row.lang, "turns.title_as_meant", turn=number)


def _read_instead(session: Session, said: Turn, act: str) -> str:
    name = catalogue_text(session.row.lang).acts[act].name
    return text(session.row.lang, "turns.read_instead", act=name, read=was_read(said, session))


def _scores(was: Score, now: Score, lang: str) -> Iterator[str]:
    """The total before and after, then every skill that changes."""
    if was.total is not None and now.total is not None:
        key = "score_same" if now.total == was.total else "score"
        yield text(lang, f"turns.{key}", now=figure(now.total, lang), was=figure(was.total, lang))
    for before, after in zip(was.items, now.items, strict=True):
        if before.score is None or after.score is None:
            continue
        if after.score != before.score:
            yield text(
                lang,
                "turns.score_item",
                name=text(lang, f"feedback.rubric_{before.id}"),
                now=figure(after.score, lang),
                was=figure(before.score, lang),
            )


def _kept(session: Session, what: str) -> Section:
    lang = session.row.lang
    return Section(text(lang, "turns.head_kept"), (text(lang, f"turns.{what}"),))


def _only_kept(session: Session, said: Turn, act: str, kept: Section) -> Report:
    """The moves no longer lead to what there was, so that nothing can be set beside it."""
    changed = text(session.row.lang, "turns.changed")
    sections = (Section("", (_read_instead(session, said, act), changed)), kept)
    back = tuple(_ways_back(session, said.number))
    return Report(_title(session, said.number), sections, back)


def _ways_back(session: Session, turn: int) -> Iterator[Choice]:
    lang, token = session.row.lang, session.row.token
    yield Choice(text(lang, "turns.back_button", turn=turn), After(token, PAGE, turn))
    yield Choice(text(lang, "turns.another_button"), After(token, CONTEST, turn))
