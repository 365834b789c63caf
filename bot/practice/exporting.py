"""An encounter that came to an ending, as a file for the person; no copy of it is kept."""

from __future__ import annotations

from collections.abc import Sequence

from bot.feedback.figures import day_in_words
from bot.feedback.transcript import FORMS, Transcript, file_name, transcript, written
from bot.practice.after import OVER
from bot.practice.cards import Card, Choice, Document, Report, Section, Toast
from bot.practice.commands import AskExport
from bot.practice.forks import opening_of
from bot.practice.history import RATED, UNRATED, day_of, nothing, rate_first, words_of
from bot.practice.restoring import UNREADABLE, restored
from bot.practice.session import Session, turns
from bot.practice.skills import score_of
from bot.practice.tools import Tools
from bot.store import encounters
from bot.store.encounters import Encounter
from bot.store.people import Person
from bot.store.work import Tx
from bot.texts import text
from dialogues.records import Turn

ORDER = ("html", "text", "json")


def export(tx: Tx, tools: Tools, person: Person, token: str, form: str) -> Sequence[Card]:
    """The file, or the choice of forms where none of them is asked for.

    Without a token it is the person's newest encounter that came to an ending. The person's own
    impression comes first, as everywhere.
    """
    row = _named(tx, person, token)
    if row is None:
        return [Toast("practice.over_toast")] if token else nothing(person)
    if row.phase in UNRATED:
        return rate_first(row)
    session = restored(tx, tools, row)
    if session is None:
        return [UNREADABLE]
    lang = person.lang
    title = words_of(tx, tools, row, lang).title
    named = {"title": title, "date": day_in_words(day_of(row), lang)}
    if form not in FORMS:
        which = text(lang, "progress.export_which", **named)
        return [_forms(row, which, lang)]
    made = made_of(session, turns(tx, session))
    caption = text(lang, "progress.export_caption", **named)
    return [Document(file_name(made, form), written(made, form), caption)]


def _named(tx: Tx, person: Person, token: str) -> Encounter | None:
    """The encounter with this token if it is the person's own and over, else their newest."""
    if not token:
        newest = encounters.in_phases(tx, person.id, (*RATED, *UNRATED), 1)
        return next(iter(newest), None)
    row = encounters.by_token(tx, token)
    own = row is not None and row.person_id == person.id and row.phase in OVER
    return row if own else None


def _forms(row: Encounter, which: str, lang: str) -> Report:
    sections = (Section(which, (text(lang, "progress.export_forms"),)),)
    choices = tuple(
        Choice(text(lang, f"progress.form_{form}_button"), AskExport(row.token, form))
        for form in ORDER
    )
    return Report(text(lang, "progress.export_title"), sections, choices)


def made_of(session: Session, played: Sequence[Turn]) -> Transcript:
    """The transcript of a stored encounter, in its own language."""
    scene = session.scene
    return transcript(
        opening_of(session),
        played,
        session.prepared,
        scene.drawn,
        score_of(session, played),
        day=day_of(session.row),
        mode=session.row.mode,
        notes=session.notes,
        readers=session.readers,
    )
