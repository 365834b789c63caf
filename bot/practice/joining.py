"""Arriving and leaving for good: notice, consent, language, privacy, deletion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.practice import reminders
from bot.practice.cards import (
    Card,
    ConfirmDeletion,
    Deleted,
    Languages,
    Notice,
    Plain,
)
from bot.practice.choosing import scenario_list
from bot.practice.panel import reshown
from bot.practice.tools import Tools
from bot.store import encounters, people
from bot.store.people import Person
from bot.store.work import Tx
from dialogues.play import LANGS

NOTICE_VERSION = 2
"""Raise it when the notice changes in substance: everybody is asked again."""


def has_agreed(person: Person) -> bool:
    """True when the person agreed to the notice as it now stands."""
    return person.consent_version == NOTICE_VERSION


def start(tx: Tx, tools: Tools, person: Person) -> Sequence[Card]:
    """The next step towards practising: notice, language, the running encounter, or the list."""
    if not has_agreed(person):
        return [Notice()]
    if not person.lang:
        return [Languages()]
    encounter = encounters.current(tx, person.id)
    if encounter:
        return [Plain("practice.still_running"), *reshown(tx, tools, encounter)]
    return [scenario_list(tools, person.lang), *reminders.offer(tx, person)]


def consent(tx: Tx, tools: Tools, person: Person) -> Sequence[Card]:
    """Keeps that the person agreed, to which notice and when; what was under way goes on."""
    if has_agreed(person):
        return start(tx, tools, person)
    agreed = replace(person, consented_at=tx.now, consent_version=NOTICE_VERSION)
    people.update(
        tx, person.id, consented_at=agreed.consented_at, consent_version=agreed.consent_version
    )
    return start(tx, tools, agreed)


def set_language(tx: Tx, tools: Tools, person: Person, lang: str) -> Sequence[Card]:
    """Remembers the language; an encounter under way is finished in its own first."""
    if lang not in LANGS:
        return [Languages(person.lang)]
    encounter = encounters.current(tx, person.id)
    if encounter:
        return [Plain("practice.language_later"), *reshown(tx, tools, encounter)]
    people.update(tx, person.id, lang=lang)
    return [scenario_list(tools, lang)]


def languages(person: Person) -> Sequence[Card]:
    """The choice of languages, with the present one marked."""
    return [Languages(person.lang)]


def ask_delete() -> Sequence[Card]:
    """What deletion does; nothing is deleted yet."""
    return [ConfirmDeletion()]


def delete(tx: Tx, person: Person) -> Sequence[Card]:
    """Destroys the person's key and rows; only the goodbye is left to say."""
    people.erase(tx, person.id)
    return [Deleted()]
