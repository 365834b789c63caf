"""The account that the trainee writes after an encounter: before, during, after, and its review.

What is kept, among the notes of the encounter: `draft` (parts written so far of the account under
way), `written` (the parts of the last finished one) and `review` (what was found in it).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter

from bot.feedback.articulation.account import MOST, PARTS, split, unquoted
from bot.feedback.articulation.record import record
from bot.feedback.articulation.review import Review, review
from bot.feedback.articulation.telling import title, told
from bot.practice.cards import Card, Choice, Plain, Report, Section, Toast
from bot.practice.commands import After
from bot.practice.distress import speaks_of_own_danger
from bot.practice.session import Session, keep, turns
from bot.practice.tools import Tools
from bot.store import encounters
from bot.store.work import Tx
from bot.texts import text
from dialogues.records import plain
from dialogues.turn import begin as begin_scene
from state_machines.subject import advance_phase

PAGE, WRITE, SKIP = "explain", "explain_write", "explain_skip"
"""The pages; the notes and what is awaited go by the name of the first."""
_REVIEW = TypeAdapter(Review)


def page(tx: Tx, tools: Tools, session: Session, turn: int) -> Sequence[Card]:
    """The review, once there is one; else the next part to write. The turn means nothing here."""
    if not _part(session) and "review" in _notes(session):
        return [_reviewed(session)]
    if encounters.current(tx, session.row.person_id):
        return [Toast("explain.running_toast")]
    return _ask(tx, session, _part(session) or _next(_draft(session)) or PARTS[0])


def write(tx: Tx, tools: Tools, session: Session, turn: int) -> Sequence[Card]:
    """Begins to write again: part 1 to 3, or all of it for 0. The old account stays till then."""
    if encounters.current(tx, session.row.person_id):
        return [Toast("explain.running_toast")]
    if turn > len(PARTS):
        return [Toast("practice.over_toast")]
    part = PARTS[turn - 1] if turn else ""
    draft = {name: words for name, words in _written(session).items() if part and name != part}
    return _ask(tx, _noted(session, draft=draft), part or PARTS[0])


def skip(tx: Tx, tools: Tools, session: Session, turn: int) -> Sequence[Card]:
    """Leaves part 1 to 3 empty, or as it was; only the part that is asked for can be skipped."""
    if not 1 <= turn <= len(PARTS) or _part(session) != PARTS[turn - 1]:
        return [Toast("practice.answered_toast")]
    part = PARTS[turn - 1]
    return _take(tx, session, part, _written(session).get(part, ""))


def heard(tx: Tx, tools: Tools, session: Session, detail: str, words: str) -> Sequence[Card]:
    """Takes the words as the part that is asked for; too many are refused whole."""
    if detail not in PARTS:
        return [Toast("practice.over_toast")]
    if any(map(speaks_of_own_danger, split(unquoted(words)))):
        # a long account is looked through to its end, sentence by sentence
        keep(tx, replace(session, awaits=""))
        return [Plain("practice.distress")]
    if len(words) > MOST:
        return [Plain("explain.too_long", {"length": len(words), "most": MOST})]
    return _take(tx, session, detail, words)


def _take(tx: Tx, session: Session, part: str, words: str) -> Sequence[Card]:
    """Keeps a part, and asks for the next or reviews the whole."""
    draft = {**_draft(session), part: words}
    session = _noted(session, draft=draft)
    if (following := _next(draft)) is not None:
        return _ask(tx, session, following)
    if not any(written.strip() for written in draft.values()):
        keep(tx, replace(_noted(session, draft={}), awaits=""))
        return [Plain("explain.nothing_written")]
    found = _review(tx, session, draft)
    session = _noted(session, draft={}, written=draft, review=plain(found))
    session = keep(tx, _articulated(replace(session, awaits="")))
    return [_reviewed(session)]


def _review(tx: Tx, session: Session, account: Mapping[str, str]) -> Review:
    _, opening = begin_scene(session.prepared, session.scene.seed, session.scene.level)
    known = record(turns(tx, session), opening, session.prepared)
    return review(account, known, session.row.lang, role_of(session))


def _articulated(session: Session) -> Session:
    """The first account moves the encounter on, where it has not yet been debriefed."""
    if session.scene.subject.phase != "ended":
        return session
    subject = advance_phase(session.scene.subject, "articulate")
    return replace(session, scene=replace(session.scene, subject=subject))


def role_of(session: Session) -> str:
    """Whose part was played: as chosen, else the scenario's first role."""
    return session.role or session.prepared.scenario.roles[0]


def _ask(tx: Tx, session: Session, part: str) -> Sequence[Card]:
    """Waits for a part and says what belongs there."""
    session = keep(tx, replace(session, awaits=f"{PAGE}.{part}"))
    lang, first = session.row.lang, part == PARTS[0]
    lines = [text(lang, f"explain.role_{role_of(session)}")] if first else []
    lines += [text(lang, f"explain.body_{part}"), text(lang, "explain.how", most=MOST)]
    sections = tuple(Section("", (line,)) for line in lines)
    label = "keep" if _written(session).get(part) else "skip"
    button = Choice(
        text(lang, f"explain.{label}_button"),
        After(session.row.token, SKIP, PARTS.index(part) + 1),
    )
    return [Report(text(lang, f"explain.title_{part}"), sections, (button,))]


def _reviewed(session: Session) -> Report:
    """The review as it was kept, with buttons to write again."""
    lang, token = session.row.lang, session.row.token
    found = _REVIEW.validate_python(_notes(session)["review"])
    parts = told(found, role_of(session), session.prepared)
    sections = tuple(Section(one.heading, one.lines, one.quote, one.folded) for one in parts)
    again = tuple(
        Choice(text(lang, f"explain.rewrite_{part}_button"), After(token, WRITE, number))
        for number, part in enumerate(PARTS, start=1)
    )
    everything = Choice(text(lang, "explain.rewrite_button"), After(token, WRITE))
    return Report(title(found, lang), sections, (*again, everything))


def _notes(session: Session) -> Mapping[str, Any]:
    kept: Mapping[str, Any] = session.notes.get(PAGE, {})
    return kept


def _noted(session: Session, **changes: object) -> Session:
    return replace(session, notes={**session.notes, PAGE: {**_notes(session), **changes}})


def _draft(session: Session) -> Mapping[str, str]:
    draft: Mapping[str, str] = _notes(session).get("draft", {})
    return draft


def _written(session: Session) -> Mapping[str, str]:
    written: Mapping[str, str] = _notes(session).get("written", {})
    return written


def _part(session: Session) -> str:
    """The part that is waited for, or nothing."""
    waiting, _, part = session.awaits.partition(".")
    return part if waiting == PAGE and part in PARTS else ""


def _next(draft: Mapping[str, str]) -> str | None:
    """The first part that is neither written nor skipped."""
    return next((part for part in PARTS if part not in draft), None)


PAGES = MappingProxyType({PAGE: page, WRITE: write, SKIP: skip})
