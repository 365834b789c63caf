"""Two-minute drills after an encounter, on the trainee's own weak turns.

A drill moves nothing: the encounter's turns, score and end stay as they are. What is kept, among
the notes of the encounter: `done` (skill, turn, shown, at, offers, again), `tries` of the drill
under way, `again` (whether that is a re-test), and the person's word on reminders.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from bot.feedback.drills import SKILLS, check, examples
from bot.feedback.weak_turns import Drill, heard_before, weak_drills
from bot.practice import drill_cards, reminders
from bot.practice.awaiting import LOOK_BACK
from bot.practice.cards import Card, Choice, Plain, Toast
from bot.practice.commands import After
from bot.practice.forks import opening_of
from bot.practice.reminders import PAGE
from bot.practice.session import Session, keep, turns
from bot.practice.skills import score_of
from bot.practice.tools import Tools, read
from bot.store import encounters
from bot.store.work import Tx
from bot.texts import text
from dialogues.records import Turn

MOST_TRIES = 3
EXAMPLE_FROM = 2
"""Only after the second try is an example shown."""


def page(tx: Tx, tools: Tools, session: Session, turn: int) -> Sequence[Card]:
    """Begins the drill of that place in the plan, or the first not yet shown."""
    planned = plan(tx, session)
    if turn > len(planned):
        return [Toast("practice.over_toast")]
    place = turn or _next_place(session, planned) or 1
    return _begin(tx, session, planned[place - 1])


def again(tx: Tx, tools: Tools, session: Session, turn: int) -> Sequence[Card]:
    """Begins the re-test of a result by its place, from 1."""
    done = [*reminders.results(session.row)]
    if not 1 <= turn <= len(done):
        return [Toast("practice.over_toast")]
    asked = done[turn - 1]
    return _begin(tx, session, Drill(asked.skill, asked.turn, "again"), again=True)


def stop(tx: Tx, tools: Tools, session: Session, turn: int) -> Sequence[Card]:
    """Leaves the drill under way; what was tried counts nothing."""
    session = keep(tx, replace(session, awaits=""))
    return [drill_cards.left(session, _after(tx, session))]


def remind(tx: Tx, tools: Tools, session: Session, turn: int) -> Sequence[Card]:
    """Reminders from now on."""
    return _reminding(tx, session, wanted=True)


def no_reminders(tx: Tx, tools: Tools, session: Session, turn: int) -> Sequence[Card]:
    """No reminders from now on."""
    return _reminding(tx, session, wanted=False)


def heard(tx: Tx, tools: Tools, session: Session, detail: str, words: str) -> Sequence[Card]:
    """Takes one try at the drill under way, and says what was read and what is missing."""
    skill, _, number = detail.partition(".")
    played = turns(tx, session)
    if skill not in SKILLS or not number.isdigit():
        return [Toast("practice.over_toast")]
    drill = Drill(skill, int(number), "again")
    lately = _lately(session, drill, played)
    reading = read(tx, tools, session.prepared, words, lately)
    if reading.abstained == "not_addressed":
        return [Plain("drills.not_addressed")]
    tries = int(_notes(session).get("tries", 0)) + 1
    verdict = check(skill, reading, session.prepared.scenario.feels)
    over = verdict.shown or tries >= MOST_TRIES
    session = (
        _tried(tx, session, drill, tries, verdict.shown)
        if over
        else _kept(tx, session, {"tries": tries}, session.awaits)
    )
    late = tries >= EXAMPLE_FROM and not verdict.shown
    example = _example(tx, tools, session, drill, played, lately) if late else ""
    buttons = _after(tx, session) if over else _stop_button(session)
    left = 0 if over else MOST_TRIES - tries
    return [drill_cards.answer(session, drill, reading, verdict, left, example, buttons)]


def plan(tx: Tx, session: Session) -> tuple[Drill, ...]:
    """The drills of this encounter, the same every time."""
    played = turns(tx, session)
    return weak_drills(played, score_of(session, played).items, session.prepared)


def _begin(tx: Tx, session: Session, drill: Drill, again: bool = False) -> Sequence[Card]:
    """Shows the situation and waits for a line; not while words go to somebody in an encounter."""
    if encounters.current(tx, session.row.person_id):
        return [Toast("whatif.running_toast")]
    session = _kept(tx, session, {"tries": 0, "again": again}, f"{PAGE}.{drill.skill}.{drill.turn}")
    played = turns(tx, session)
    lately = _lately(session, drill, played)
    own = next((turn for turn in played if turn.number == drill.turn), None)
    return [drill_cards.situation(session, drill, lately, own, _stop_button(session))]


def _lately(session: Session, drill: Drill, played: Sequence[Turn]) -> tuple[str, ...]:
    """What the subject had said when the drill begins, as it was said in the encounter."""
    return heard_before(drill, played, opening_of(session))


def _notes(session: Session) -> Mapping[str, Any]:
    kept: Mapping[str, Any] = session.notes.get(PAGE, {})
    return kept


def _kept(tx: Tx, session: Session, changes: Mapping[str, Any], awaits: str) -> Session:
    notes = {**session.notes, PAGE: {**_notes(session), **changes}}
    return keep(tx, replace(session, notes=notes, awaits=awaits))


def _tried(tx: Tx, session: Session, drill: Drill, tries: int, shown: bool) -> Session:
    """Keeps the result of a drill that is over."""
    notes = _notes(session)
    result = {
        "skill": drill.skill,
        "turn": drill.turn,
        "shown": shown,
        "at": tx.now,
        "offers": 0,
        "again": bool(notes.get("again")),
    }
    done = [*notes.get("done", ()), result]
    return _kept(tx, session, {"done": done, "tries": tries}, "")


def _example(
    tx: Tx,
    tools: Tools,
    session: Session,
    drill: Drill,
    played: Sequence[Turn],
    lately: Sequence[str],
) -> str:
    """The nearest line that shows the skill as it is read here."""
    own = next((turn for turn in played if turn.number == drill.turn), None)
    feels = session.prepared.scenario.feels
    lines = [*examples(drill.skill, own, session.prepared, session.scene.drawn)]
    for line in lines:
        if check(drill.skill, read(tx, tools, session.prepared, line, lately), feels).shown:
            return line
    return lines[-1]


def _next_place(session: Session, planned: Sequence[Drill]) -> int:
    """The place in the plan, from 1, of the first drill not taken yet; 0 when all are."""
    taken = {one.skill for one in reminders.results(session.row)}
    return next((n for n, drill in enumerate(planned, start=1) if drill.skill not in taken), 0)


def _next_button(session: Session, planned: Sequence[Drill]) -> tuple[Choice, ...]:
    place = _next_place(session, planned)
    if not place:
        return ()
    lang = session.row.lang
    name = text(lang, f"drills.short_{planned[place - 1].skill}")
    label = text(lang, "drills.next_button", skill=name)
    return (Choice(label, After(session.row.token, PAGE, place)),)


def _after(tx: Tx, session: Session) -> tuple[Choice, ...]:
    """What can be chosen when a drill is over."""
    return (*_next_button(session, plan(tx, session)), *_reminder_buttons(tx, session))


def _stop_button(session: Session) -> tuple[Choice, ...]:
    label = text(session.row.lang, "drills.stop_button")
    return (Choice(label, After(session.row.token, "drill_stop")),)


def _reminder_buttons(tx: Tx, session: Session) -> tuple[Choice, ...]:
    """Yes and no until the person has said which; then the other of the two."""
    lang, token = session.row.lang, session.row.token
    said = reminders.wanted(encounters.latest(tx, session.row.person_id, LOOK_BACK))
    yes = Choice(text(lang, "drills.yes_button"), After(token, "drill_yes"))
    no = Choice(text(lang, "drills.no_button"), After(token, "drill_no"))
    return (yes, no) if said is None else (no,) if said else (yes,)


def _reminding(tx: Tx, session: Session, *, wanted: bool) -> Sequence[Card]:
    _kept(tx, session, {"remind": wanted, "remind_at": tx.now}, session.awaits)
    return [Plain(f"drills.remind_{'yes' if wanted else 'no'}")]


PAGES = MappingProxyType(
    {
        PAGE: page,
        "drill_again": again,
        "drill_stop": stop,
        "drill_yes": remind,
        "drill_no": no_reminders,
    }
)
"""The drill, its re-test, the way out, and the word on reminders."""
