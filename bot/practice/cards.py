"""What a person is shown, in the words of the domain; an edge decides how it looks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.feedback.debrief import Part
from bot.practice.commands import Command
from dialogues.reply import Reply
from dialogues.scenario import Briefing


@dataclass(frozen=True, slots=True)
class Notice:
    """What this is, what is kept, how to stop; with a button to agree."""


@dataclass(frozen=True, slots=True)
class Languages:
    """The choice of languages; `chosen` is empty before the first choice."""

    chosen: str = ""


@dataclass(frozen=True, slots=True)
class Levels:
    """The choice of difficulty; `chosen` is easier, usual, harder or auto."""

    chosen: str


@dataclass(frozen=True, slots=True)
class ScenarioItem:
    """One entry of the scenario list; difficulty 1 to 5, length in minutes."""

    id: str
    title: str
    difficulty: int
    minutes: int
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScenarioList:
    items: tuple[ScenarioItem, ...]


@dataclass(frozen=True, slots=True)
class BriefingCard:
    """The briefing under the IMIM headings, with buttons to begin in each mode."""

    scenario: str
    title: str
    teaser: str
    briefing: Briefing
    learn: tuple[str, ...]
    duty: str
    content_note: str
    roles: tuple[str, ...] = ()
    """Whose part can be played."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What being assessed means, with a button to begin in each role and one back."""

    scenario: str
    title: str
    version: int
    """Of the agreement: carried by its buttons."""
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """What is seen and heard of the subject after a move, or at the opening."""

    subject: str
    reply: Reply


@dataclass(frozen=True, slots=True)
class StanceChoice:
    """One button of the body page."""

    dimension: str
    id: str
    name: str
    held: bool


@dataclass(frozen=True, slots=True)
class DeedChoice:
    """One button of the deeds page."""

    id: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class MeantChoice:
    """One button of a page of what was meant: a family of acts by its id, or an act by name."""

    choice: str
    name: str


@dataclass(frozen=True, slots=True)
class RiskChoice:
    """One button of a risk check: a level of behaviour, a factor or a change.

    `name` is given for a factor only; the others have texts of their own.
    """

    choice: str
    id: str
    chosen: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """The one control panel of an encounter; `page` is main, body, deeds, meant or risk.

    `lines` are the suggested lines of learn mode (else empty), `coach` the folded note on the
    last turn, `posture` the names of the stances held that are not the default.
    """

    token: str
    turn: int
    page: str
    lines: tuple[str, ...] = ()
    coach: str = ""
    posture: tuple[str, ...] = ()
    deeds_chosen: tuple[str, ...] = ()
    stances: tuple[StanceChoice, ...] = ()
    deeds: tuple[DeedChoice, ...] = ()
    meant: tuple[MeantChoice, ...] = ()
    said: str = ""
    """The words whose reading is to be corrected, on the page of what was meant."""
    risk: tuple[RiskChoice, ...] = ()
    """The choices of the risk check's present question."""
    asking: str = ""
    """What the risk check asks now: level, factors or changed; empty when none is open."""
    assessed: bool = False
    """True when an instructor can read the encounter once it has ended."""
    retaken: int = 0
    """How often the last turn has been taken again; carried by the panel's buttons."""
    fresh: bool = False
    """True when the panel must come to the bottom of the chat (a new turn)."""


@dataclass(frozen=True, slots=True)
class PanelGone:
    """The encounter is over: the panel is taken away."""


@dataclass(frozen=True, slots=True)
class EndingCard:
    """How the encounter ended, in one title and a few sentences."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class SelfRating:
    """Asks how the trainee thinks it went, 1 to 5, before any feedback."""

    token: str
    assessed: bool = False
    """True when an instructor can read the encounter from then on."""


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the debrief: a heading and lines of plain text; `quote` lines are quoted."""

    heading: str
    lines: tuple[str, ...]
    quote: str = ""
    folded: bool = False


def as_sections(parts: Iterable[Part]) -> tuple[Section, ...]:
    """Parts of a debrief as sections of a card."""
    return tuple(Section(part.heading, part.lines, part.quote, part.folded) for part in parts)


@dataclass(frozen=True, slots=True)
class Choice:
    """A button of a report: the text on it, and what it stands for."""

    label: str
    command: Command


@dataclass(frozen=True, slots=True)
class DebriefCard:
    """The debrief: a picture of the four curves with its text equivalent, then sections.

    `more` are the buttons that lead to its further pages.
    """

    picture: bytes
    caption: str
    sections: tuple[Section, ...]
    scenario: str
    more: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A page to read, with buttons under it; a picture, if there is one, stands above."""

    title: str
    sections: tuple[Section, ...]
    choices: tuple[Choice, ...] = ()
    picture: bytes = b""
    caption: str = ""
    columns: int = 1
    """How many of its buttons stand side by side."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file to keep, under its name; the caption is plain text."""

    name: str
    content: bytes
    caption: str


@dataclass(frozen=True, slots=True)
class Stopped:
    """Out of the role, at once and without penalty; shows 9-8-8."""

    was_inside: bool


@dataclass(frozen=True, slots=True)
class ConfirmDeletion:
    """Says what deletion does, with a button to do it."""


@dataclass(frozen=True, slots=True)
class Deleted:
    """Everything about the person is gone."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A plain answer: the key of a text in the catalogue, with its values."""

    key: str
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Toast:
    """A short answer to a tap: shown for a moment, nothing else changes."""

    key: str


Card = (
    Notice
    | Languages
    | Levels
    | ScenarioList
    | BriefingCard
    | Agreement
    | Heard
    | Panel
    | PanelGone
    | EndingCard
    | SelfRating
    | DebriefCard
    | Report
    | Document
    | Stopped
    | ConfirmDeletion
    | Deleted
    | Plain
    | Toast
)
