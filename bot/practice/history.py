"""A person's own encounters that came to an ending, to look back on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime

from bot.feedback.figures import day_in_words, figure
from bot.feedback.wording import filled
from bot.practice.agreement import assessed_of
from bot.practice.cards import Card, Choice, Plain, Report, Section, SelfRating
from bot.practice.commands import After, AskExport, AskProgress, ListScenarios
from bot.practice.restoring import UNREADABLE, restored_score
from bot.practice.session import Session
from bot.practice.tools import Tools, find, restore
from bot.store import encounters
from bot.store.encounters import Encounter
from bot.store.people import Person
from bot.store.work import Tx
from bot.texts import text
from dialogues.scenario import Words

MOST = 10
UNRATED = ("ended",)
RATED = ("articulated", "debriefed")
"""Phases of an encounter whose results may be shown: one's own impression always comes first."""


def history(tx: Tx, tools: Tools, person: Person) -> Sequence[Card]:
    """The newest of the person's encounters, each with a way to its skills and to a file."""
    rows = rated(tx, person, MOST)
    waiting = unrated(tx, person)
    if not rows:
        return waiting or nothing(person)
    lang = person.lang
    sections = [Section("", (text(lang, "progress.history_intro"),))]
    choices: list[Choice] = []
    for number, row in enumerate(rows, 1):
        section, ways = _entry(tx, tools, row, number, lang)
        sections.append(section)
        choices += ways
    choices.append(Choice(text(lang, "progress.progress_button"), AskProgress()))
    title = text(lang, "progress.history_title")
    return [Report(title, tuple(sections), tuple(choices), columns=2), *waiting]


def rated(tx: Tx, person: Person, limit: int) -> list[Encounter]:
    """The person's encounters whose results may be shown, newest first; none that was stopped."""
    return encounters.in_phases(tx, person.id, RATED, limit)


def unrated(tx: Tx, person: Person) -> Sequence[Card]:
    """Asks for the person's own impression of the newest encounter that waits for it, if any."""
    rows = encounters.in_phases(tx, person.id, UNRATED, 1)
    return [card for row in rows for card in rate_first(row)]


def rate_first(row: Encounter) -> tuple[Card, ...]:
    """Asks for the person's own impression, which comes before any result."""
    return Plain("progress.rate_first"), SelfRating(row.token, assessed_of(row) is not None)


def nothing(person: Person) -> Sequence[Card]:
    """Says that there is nothing to look back on, and what to do."""
    lang = person.lang
    choice = Choice(text(lang, "progress.scenarios_button"), ListScenarios())
    section = Section("", (text(lang, "progress.none"),))
    return [Report(text(lang, "progress.none_title"), (section,), (choice,))]


def day_of(row: Encounter) -> date:
    """The day an encounter began, where this program runs."""
    return day_at(row.started_at)


def day_at(at: int) -> date:
    """The day of a time in epoch milliseconds, where this program runs."""
    return datetime.fromtimestamp(at / 1000, UTC).astimezone().date()


def words_of(tx: Tx, tools: Tools, row: Encounter, lang: str) -> Words:
    """The words of the very revision that was played, in any of the languages."""
    pinned = encounters.pinned_scenario(tx, row.scenario_hash)
    return restore(tools, row.scenario_id, row.scenario_hash, pinned).words[lang]


def _entry(
    tx: Tx, tools: Tools, row: Encounter, number: int, lang: str
) -> tuple[Section, Sequence[Choice]]:
    """One encounter of the list, and the ways on from it; none where it cannot be read."""
    read = restored_score(tx, tools, row)
    if read is None:
        play = find(tools.library, row.scenario_id)
        title = play.words[lang].title if play else row.scenario_id
        lines = [_when(row, lang), text(lang, UNREADABLE.key)]
        return Section(text(lang, "progress.history_head", n=number, title=title), tuple(lines)), ()
    session, score = read
    ways = (
        Choice(text(lang, "progress.skills_button", n=number), After(row.token, "skills")),
        Choice(text(lang, "progress.export_button", n=number), AskExport(row.token)),
    )
    return _told(session, score.total, words_of(tx, tools, row, lang), number, lang), ways


def _when(row: Encounter, lang: str) -> str:
    mode = text(lang, f"progress.mode_{row.mode}")
    return text(lang, "progress.history_when", date=day_in_words(day_of(row), lang), mode=mode)


def _told(session: Session, total: float | None, words: Words, number: int, lang: str) -> Section:
    row = session.row
    ending = words.endings.get(row.ending or "")
    lines = [
        _when(row, lang),
        text(
            lang,
            "progress.history_ending",
            title=filled(ending.title, session.scene.drawn) if ending else "…",
        ),
        text(lang, "progress.history_no_total")
        if total is None
        else text(lang, "progress.history_total", total=figure(total, lang)),
        text(lang, "progress.history_token", token=row.token),
        *_readers(session, lang),
    ]
    return Section(text(lang, "progress.history_head", n=number, title=words.title), tuple(lines))


def _readers(session: Session, lang: str) -> Iterator[str]:
    """Whether an instructor has read it, and when; nothing where none can."""
    kept = session.assessed
    if kept is None:
        return
    if kept.first_read_at is None or kept.last_read_at is None:
        yield text(lang, "assess.unread")
        return
    first, last = day_at(kept.first_read_at), day_at(kept.last_read_at)
    days = {"date": day_in_words(first, lang), "last": day_in_words(last, lang)}
    yield text(lang, "assess.read" if first == last else "assess.read_again", **days)
