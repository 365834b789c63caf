"""What can be looked at after an encounter: the pages under its debrief."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from bot.practice import (
    awaiting,
    contesting,
    drills,
    explain,
    skills,
    stock,
    turn_by_turn,
    whatif,
)
from bot.practice.cards import Card, Choice, Report, Toast
from bot.practice.commands import After, AskExport
from bot.practice.restoring import UNREADABLE, restored
from bot.practice.session import Session
from bot.practice.tools import Tools
from bot.store import encounters
from bot.store.people import Person
from bot.store.work import Tx
from bot.texts import text

OVER = frozenset({"ended", "articulated", "debriefed"})
"""Phases in which there is something to look back on."""

Page = Callable[[Tx, Tools, Session, int], Sequence[Card]]


Closer = Callable[[Tx, Tools, Session, int, str], Sequence[Card]]
"""A page that looks closer at a turn: the last it takes is what of it."""


def show(
    tx: Tx, tools: Tools, person: Person, token: str, page: str, turn: int, detail: str = ""
) -> Sequence[Card]:
    """One page of the person's own ended encounter; anything else is answered with a word."""
    row = encounters.by_token(tx, token)
    if row is None or row.person_id != person.id or row.phase not in OVER:
        return [Toast("practice.over_toast")]
    if page not in PAGES and page not in CLOSER:
        return [Toast("practice.over_toast")]
    awaiting.leave(tx, person.id, but=row.id)
    session = restored(tx, tools, row)
    if session is None:
        return [UNREADABLE]
    if page in CLOSER:
        shown = CLOSER[page](tx, tools, session, turn, detail)
    else:
        shown = PAGES[page](tx, tools, session, turn)
    return shown if page in ALONE else _with_more(shown, session, page)


def heard(tx: Tx, tools: Tools, person: Person, words: str) -> Sequence[Card] | None:
    """What words typed after the end belong to, where a page waits for them; None if none does."""
    row = awaiting.awaiting(tx, person.id)
    if row is None or row.phase not in OVER:
        return None
    session = restored(tx, tools, row)
    if session is None:
        awaiting.leave(tx, person.id)
        return [UNREADABLE]
    page, _, detail = session.awaits.partition(".")
    if page not in LISTENERS:
        return None
    return _with_more(LISTENERS[page](tx, tools, session, detail, words), session, page)


def _with_more(shown: Sequence[Card], session: Session, page: str) -> Sequence[Card]:
    """The cards, with the buttons to the other pages under each report, each page once."""
    more = choices(session, page)
    return [_added(card, more) if isinstance(card, Report) else card for card in shown]


def _added(card: Report, more: Sequence[Choice]) -> Report:
    known = {choice.command for choice in card.choices}
    return replace(
        card, choices=(*card.choices, *(one for one in more if one.command not in known))
    )


def choices(session: Session, *without: str) -> tuple[Choice, ...]:
    """Buttons to the pages that can be asked for by themselves, and to a file of it all."""
    token, lang = session.row.token, session.row.lang
    pages = (
        Choice(text(lang, f"practice.after_{page}"), After(token, page))
        for page in SHOWN
        if page not in without
    )
    return *pages, Choice(text(lang, "practice.after_export"), AskExport(token))


Listener = Callable[[Tx, Tools, Session, str, str], Sequence[Card]]
"""Takes the detail of what is awaited, and the words."""

PAGES: Mapping[str, Page] = MappingProxyType(
    {
        "skills": skills.page,
        "stock": stock.page,
        "whatif": whatif.page,
        "fork": whatif.fork,
        **drills.PAGES,
        **explain.PAGES,
    }
)
CLOSER: Mapping[str, Closer] = MappingProxyType(
    {
        turn_by_turn.PAGE: turn_by_turn.page,
        turn_by_turn.CONTEST: contesting.ask,
        contesting.AS_MEANT: contesting.replay,
    }
)
ALONE = frozenset({turn_by_turn.CONTEST})
"""Pages that ask one thing, without the buttons to the others."""
SHOWN = ("skills", "turns", "stock", "whatif", "drill", "explain")
"""Pages with a button under the debrief, in this order."""
LISTENERS: Mapping[str, Listener] = MappingProxyType(
    {"whatif": whatif.heard, "drill": drills.heard, "explain": explain.heard}
)
"""Pages that take words typed after the end: those whose sessions set `awaits`."""
