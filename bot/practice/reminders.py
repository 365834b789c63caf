"""Drills offered again: asked for by the person, kept with the encounter, shown on a visit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.feedback.retests import Done, days_since, due, gaps_over
from bot.practice.awaiting import LOOK_BACK, patch
from bot.practice.cards import Card, Choice, Report, Section
from bot.practice.commands import After
from bot.store import encounters
from bot.store.encounters import Encounter
from bot.store.people import Person
from bot.store.work import Tx
from bot.texts import counted, text

PAGE = "drill"
"""Under this name the results are kept among the notes of an encounter."""


def notes_of(row: Encounter) -> Mapping[str, Any]:
    """What is kept of an encounter's drills."""
    kept: Mapping[str, Any] = row.state.get("notes", {}).get(PAGE, {})
    return kept


def results(row: Encounter) -> Iterator[Done]:
    """The results of an encounter's drills, oldest first."""
    for place, one in enumerate(notes_of(row).get("done", ()), start=1):
        yield Done(token=row.token, place=place, **one)


def wanted(rows: Sequence[Encounter]) -> bool | None:
    """The person's last word on reminders, whichever encounter it was said after; None for none."""
    said = [notes for row in rows if "remind" in (notes := notes_of(row))]
    last = max(said, key=lambda notes: int(notes["remind_at"]), default=None)
    return None if last is None else bool(last["remind"])


def offer(tx: Tx, person: Person) -> Sequence[Card]:
    """The drill that is due again, if reminders are on; nothing while an encounter runs."""
    if encounters.current(tx, person.id):
        return []
    rows = encounters.latest(tx, person.id, LOOK_BACK)
    if not wanted(rows):
        return []
    offered_at = max(int(notes_of(row).get("offered_at", 0)) for row in rows)
    found = due([one for row in rows for one in results(row)], offered_at, tx.now)
    if found is None:
        return []
    row = next(row for row in rows if row.token == found.token)
    _mark(tx, row, found)
    return [_card(person.lang, found, days_since(found.at, tx.now))]


def _mark(tx: Tx, row: Encounter, found: Done) -> None:
    """Keeps that it was offered, and when."""
    notes = notes_of(row)
    done = [*notes["done"]]
    offers = gaps_over(found.at, tx.now)
    done[found.place - 1] = {**done[found.place - 1], "offers": offers}
    kept = {**notes, "done": done, "offered_at": tx.now}
    patch(tx, row, notes={**row.state["notes"], PAGE: kept})


def _card(lang: str, found: Done, days: int) -> Report:
    name = text(lang, f"drills.name_{found.skill}")
    lines = (counted(lang, "drills.offer", days, skill=name), text(lang, "drills.offer_free"))
    return Report(
        text(lang, "drills.offer_title"),
        (Section("", lines),),
        (
            Choice(
                text(lang, "drills.again_button"), After(found.token, "drill_again", found.place)
            ),
            Choice(text(lang, "drills.no_button"), After(found.token, "drill_no")),
        ),
    )
