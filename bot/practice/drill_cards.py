"""How a drill is shown: the situation with the task, what a try was read as, and the way out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.feedback.drills import ACTS, MOST_WORDS, Verdict, spoiling
from bot.feedback.weak_turns import Drill
from bot.feedback.wording import catalogue_of, own_words, quoted
from bot.practice.cards import Choice, Report, Section
from bot.practice.session import Session
from bot.texts import counted, text
from dialogues.records import Turn
from state_machines.acts import Reading

MOST_MISSING = 2
"""Hints after one try; more would be a lecture."""


def situation(
    session: Session,
    drill: Drill,
    lately: Sequence[str],
    own: Turn | None,
    buttons: tuple[Choice, ...],
) -> Report:
    """The subject's own line, the trainee's own words, and one task; `own` is that turn."""
    lang, prepared = session.row.lang, session.prepared
    line = lately[-1].replace("*", "") if lately else ""
    heard = Section(prepared.words.subject, (), quote=quoted(line, lang, most=400) if line else "")
    parts = [Section("", (_why(session, drill, own), text(lang, "drills.free")))]
    if own:
        heading = text(lang, "drills.you_said", turn=own.number)
        said = Section(heading, (), quote=own_words(own.move, prepared))
        # a slip comes before the answer to it, everything else after what it answers
        parts += [said, heard] if drill.skill == "repair" else [heard, said]
    else:
        parts.append(heard)
    task = text(lang, f"drills.task_{drill.skill}", words=MOST_WORDS)
    parts.append(Section(text(lang, "drills.task"), (task, text(lang, "drills.type"))))
    return Report(_title(session, drill), tuple(parts), buttons)


def answer(
    session: Session,
    drill: Drill,
    reading: Reading,
    verdict: Verdict,
    left: int,
    example: str,
    buttons: tuple[Choice, ...],
) -> Report:
    """What was read, whether it shows the skill and why, what to try, and the tries left."""
    lang = session.row.lang
    shown = text(lang, f"drills.{'shown' if verdict.shown else 'not_shown'}")
    parts = [
        Section(text(lang, "drills.read"), tuple(_read(session, reading))),
        Section(shown, tuple(_definitions(session, drill))),
    ]
    hints = tuple(_hints(session, reading, verdict))
    if hints:
        parts.append(Section(text(lang, "drills.try"), hints))
    if example:
        parts.append(Section(text(lang, "drills.example"), (), quote=quoted(example, lang)))
    last = counted(lang, "drills.left", left) if left else text(lang, "drills.over")
    parts.append(Section("", (last,)))
    return Report(_title(session, drill), tuple(parts), buttons)


def left(session: Session, buttons: tuple[Choice, ...]) -> Report:
    """Out of the drill."""
    lang = session.row.lang
    return Report(
        text(lang, "drills.left_title"), (Section("", (text(lang, "drills.left_text"),)),), buttons
    )


def _title(session: Session, drill: Drill) -> str:
    lang = session.row.lang
    return text(lang, "drills.title", skill=text(lang, f"drills.name_{drill.skill}"))


def _why(session: Session, drill: Drill, own: Turn | None) -> str:
    """Why this drill, from the encounter's own record."""
    lang, what = session.row.lang, ""
    if drill.why in ("act", "slip"):
        what = catalogue_of(session.prepared).acts[drill.what].name
    if drill.why == "item":
        what = text(lang, f"feedback.rubric_{drill.what}")
    words = own.move.reading.words if own else 0
    return text(lang, f"drills.why_{drill.why}", turn=drill.turn, what=what, words=words)


def _read(session: Session, reading: Reading) -> Iterator[str]:
    lang, names = session.row.lang, catalogue_of(session.prepared).acts
    if reading.abstained or not reading.acts:
        yield text(lang, "drills.read_nothing")
    else:
        for act in reading.acts:
            words = f" {quoted(act.sentence, lang)}" if act.sentence else ""
            yield f"• {names[act.act].name}{words}"
    yield counted(lang, "drills.words", reading.words)


def _definitions(session: Session, drill: Drill) -> Iterator[str]:
    lang, acts = session.row.lang, catalogue_of(session.prepared).acts
    for act in ACTS[drill.skill]:
        name, definition = acts[act].name, acts[act].definition
        yield text(lang, "drills.definition", name=name, definition=definition)
    if not ACTS[drill.skill]:
        yield text(lang, "drills.definition_brevity", words=MOST_WORDS)


def _hints(session: Session, reading: Reading, verdict: Verdict) -> Iterator[str]:
    lang, acts = session.row.lang, catalogue_of(session.prepared).acts
    named = ", ".join(dict.fromkeys(acts[act].name for act in spoiling(reading)))
    for key in verdict.missing[:MOST_MISSING]:
        yield text(lang, f"drills.miss_{key}", acts=named, words=MOST_WORDS)
    if verdict.loose:
        yield text(lang, "drills.loose")
