"""One ended encounter as a file to keep: plain text, JSON or a page that stands alone.

No name or id of the person is in it, nor of the encounter; what was typed is in it as typed,
but for what a terminal would obey or UTF-8 cannot hold (`typed`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from bot.feedback.debrief import Part
from bot.feedback.facts import facts
from bot.feedback.figures import day_in_words
from bot.feedback.noted import (
    FORKS,
    OWN_ACCOUNT,
    account,
    account_data,
    forks,
    forks_data,
    reply_data,
)
from bot.feedback.rubric.score import Score, as_data
from bot.feedback.rubric.telling import told
from bot.feedback.typed import as_bytes
from bot.feedback.typed import as_json as json_of
from bot.feedback.wording import catalogue_of, filled
from bot.texts import text
from dialogues.catalogue import version
from dialogues.prepared import Prepared
from dialogues.records import Turn, plain
from dialogues.reply import Reply
from state_machines.acts import MEANT

FORMAT = 1
"""Of the JSON: raised whenever a field changes its meaning or goes (docs/transcripts.md)."""
FORMS = {"text": "txt", "json": "json", "html": "html"}
"""What a transcript can be written as, with the ending of the file's name."""
_ACTION = re.compile(r"\*([^*\n]+)\*")


@dataclass(frozen=True, slots=True)
class Step:
    """One turn: what the trainee said and did, and what was seen and heard of it."""

    number: int
    said: str
    deeds: tuple[str, ...]
    body: tuple[str, ...]
    """The stances taken up in this turn."""
    meant: tuple[str, ...]
    """The acts that count because the trainee said they meant them; empty for any other turn."""
    reply: Reply
    noted: tuple[str, ...] = ()
    """Lines on how it was read; only somebody who reviews it is given them."""


Sections = tuple[tuple[str, tuple[Part, ...]], ...]
"""Headings, each with its parts."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """Everything that is written, in the language of the encounter."""

    prepared: Prepared
    date: date
    mode: str
    opening: Reply
    steps: tuple[Step, ...]
    ending: str
    ending_title: str
    ending_text: str
    facts: tuple[str, ...]
    score: Score
    about: str
    """What this file is, in one paragraph."""
    sections: Sections
    """What comes after the turns."""
    ahead: Sections = ()
    """What comes before them."""
    notes: Mapping[str, Any] = field(default_factory=dict)
    """What was kept of the pages afterwards; only what `noted` knows of is written."""
    readers: tuple[str, ...] = ()
    """The versions of the readers that read its words."""

    @property
    def lang(self) -> str:
        return self.prepared.lang

    @property
    def title(self) -> str:
        return self.prepared.words.title

    @property
    def subject(self) -> str:
        return self.prepared.words.subject

    @property
    def day(self) -> str:
        return self.date.isoformat()

    @property
    def day_in_words(self) -> str:
        return day_in_words(self.date, self.lang)

    @property
    def mode_name(self) -> str:
        return text(self.lang, f"progress.mode_{self.mode}")


def named(parts: Mapping[str, tuple[Part, ...]], lang: str) -> Sections:
    """Those parts that hold something, each under its heading in a transcript."""
    return tuple(
        (text(lang, f"progress.file_{name}"), found) for name, found in parts.items() if found
    )


def transcript(
    opening: Reply,
    turns: Sequence[Turn],
    prepared: Prepared,
    drawn: Mapping[str, str],
    score: Score,
    *,
    day: date,
    mode: str,
    notes: Mapping[str, Any],
    readers: tuple[str, ...] = (),
) -> Transcript:
    """The transcript of an encounter that came to an ending."""
    lang, name = prepared.lang, turns[-1].ending if turns else ""
    ending = prepared.words.endings.get(name)
    title, told_end = (
        (filled(ending.title, drawn), filled(ending.text, drawn)) if ending else ("", "")
    )
    known = facts(turns, prepared, drawn)
    parts = {
        "ending": (Part(title, (told_end,)),) if name else (),
        "facts": (Part("", tuple(f"• {line}" for line in known)),),
        "skills": tuple(told(score, turns, prepared)),
        "account": account(notes, lang),
        "forks": forks(notes, prepared, drawn),
    }
    return Transcript(
        prepared=prepared,
        date=day,
        mode=mode,
        opening=opening,
        steps=tuple(_step(turn, prepared) for turn in turns),
        ending=name,
        ending_title=title,
        ending_text=told_end,
        facts=known,
        score=score,
        about=text(lang, "progress.file_about"),
        sections=named(parts, lang),
        notes=notes,
        readers=readers,
    )


def _step(turn: Turn, prepared: Prepared) -> Step:
    words, move = catalogue_of(prepared), turn.move
    said = move.reading.text or " ".join(dict.fromkeys(a.sentence for a in move.reading.acts))
    return Step(
        turn.number,
        said.strip(),
        tuple(words.deeds[deed].name for deed in move.deeds),
        tuple(words.stances[stance].name for stance in move.posture.items()),
        tuple(words.acts[read.act].name for read in turn.change.acts if read.source == MEANT),
        turn.reply,
    )


def file_name(made: Transcript, form: str) -> str:
    """stepdown-SCENARIO-DATE.html, and so on."""
    return f"stepdown-{made.prepared.id}-{made.day}.{FORMS[form]}"


def written(made: Transcript, form: str) -> bytes:
    """The file, in UTF-8; the same transcript always gives the same bytes.

    Raises:
        KeyError: `form` is not one of FORMS.
    """
    return as_bytes({"text": as_text, "json": as_json, "html": as_html}[form](made))


def as_text(made: Transcript) -> str:
    """Plain text, a blank line between paragraphs."""
    return "\n\n".join(paragraph for paragraph in _paragraphs(made) if paragraph) + "\n"


def _paragraphs(made: Transcript) -> Iterator[str]:
    def says(key: str, **values: str | int) -> str:
        return text(made.lang, f"progress.file_{key}", **values)

    yield f"{made.title}\n{made.day_in_words} · {made.mode_name}"
    yield made.about
    yield from _told(made.ahead)
    yield _headed(says("turns"))
    yield f"[{says('opening')}]"
    yield _seen(made.opening, made)
    for step in made.steps:
        yield f"[{says('turn', n=step.number)}]"
        did = [
            step.said,
            says("deeds", names=", ".join(step.deeds)) if step.deeds else "",
            says("body", names=", ".join(step.body)) if step.body else "",
            says("meant", acts=", ".join(step.meant)) if step.meant else "",
        ]
        yield "\n".join((says("you"), *([one for one in did if one] or [says("nothing_done")])))
        yield "\n".join(step.noted)
        yield _seen(step.reply, made)
    yield from _told(made.sections)


def _told(sections: Sections) -> Iterator[str]:
    for heading, parts in sections:
        yield _headed(heading)
        for part in parts:
            yield "\n".join(filter(None, (part.heading, *part.lines, part.quote)))


def _headed(heading: str) -> str:
    return f"{heading}\n{'=' * len(heading)}"


def _seen(reply: Reply, made: Transcript) -> str:
    lines = [line for line in (reply.event, reply.deed, reply.cue) if line]
    said = [made.subject, reply.said] if reply.said else []
    return "\n".join((*lines, *said)) or text(made.lang, "progress.file_nothing_seen")


def as_json(made: Transcript) -> str:
    """JSON with the fields that docs/transcripts.md describes."""
    return json_of(data_of(made), indent=2) + "\n"


def data_of(made: Transcript) -> dict[str, Any]:
    """The same as plain data."""
    afterwards = {OWN_ACCOUNT: account_data(made.notes), FORKS: forks_data(made.notes)}
    return {
        "format": FORMAT,
        "about": made.about,
        "lang": made.lang,
        "scenario": {"id": made.prepared.id, "title": made.title, "subject": made.subject},
        "date": made.day,
        "mode": made.mode,
        "opening": reply_data(plain(made.opening)),
        "turns": [
            {
                "turn": step.number,
                "said": step.said,
                "deeds": list(step.deeds),
                "body": list(step.body),
                **({"meant": list(step.meant)} if step.meant else {}),
                **reply_data(plain(step.reply)),
            }
            for step in made.steps
        ],
        "ending": {"id": made.ending, "title": made.ending_title, "text": made.ending_text},
        "facts": list(made.facts),
        "skills": {
            **as_data(made.score),
            "catalogue": version(),
            "readers": list(made.readers),
        },
        **{page: found for page, found in afterwards.items() if found},
    }


def as_html(made: Transcript) -> str:
    """One page with its style inside and no reference outside; everything in it is escaped."""

    def says(key: str, **values: str | int) -> str:
        return text(made.lang, f"progress.file_{key}", **values)

    return _template().render(t=made, says=says)


@cache
def _template() -> Template:
    loader = FileSystemLoader(Path(__file__).parent)
    environment = Environment(loader=loader, undefined=StrictUndefined, autoescape=True)
    environment.filters["spoken"] = _spoken
    return environment.get_template("transcript.html")


def _spoken(saying: str) -> Markup:
    """A saying with its *actions in asterisks* in italics."""
    parts = _ACTION.split(saying)
    shown = (Markup("<em>{}</em>").format(p) if n % 2 else escape(p) for n, p in enumerate(parts))
    return Markup("").join(shown)
