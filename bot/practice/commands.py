"""What a person can ask for, whatever edge it comes from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Start:
    """Opened the chat, or asked to begin again from the notice."""

    payload: str = ""
    locale: str = ""
    """The language the person's phone is set to, such as fr-CA; only a first guess."""


@dataclass(frozen=True, slots=True)
class Consent:
    """Agreed to the notice."""


@dataclass(frozen=True, slots=True)
class ChooseLanguage:
    """Asked for the choice of languages."""


@dataclass(frozen=True, slots=True)
class SetLanguage:
    lang: str


@dataclass(frozen=True, slots=True)
class ChooseLevel:
    """Asked for the choice of difficulty."""


@dataclass(frozen=True, slots=True)
class SetLevel:
    level: str
    """easier, usual, harder, or `auto` to follow one's results."""


@dataclass(frozen=True, slots=True)
class ListScenarios:
    """Asked for the scenarios."""


@dataclass(frozen=True, slots=True)
class PickScenario:
    scenario: str


@dataclass(frozen=True, slots=True)
class Begin:
    scenario: str
    mode: str
    """learn, practise or assess."""
    role: str = ""
    """Whose part is played; empty where the scenario is for one role only."""
    agreed: int = 0
    """The version of the agreement to be assessed; without it no assessed encounter begins."""


@dataclass(frozen=True, slots=True)
class Say:
    """Typed words: they take the turn, with the posture and deeds chosen on the panel."""

    text: str


@dataclass(frozen=True, slots=True)
class PanelChoice:
    """A tap on an encounter's panel; accepted only for the encounter and turn it was shown for.

    `choice` is one of `page.NAME`, `stance.DIMENSION.VALUE`, `deed.ID`, `undo.ID` (a deed taken
    back), `line.N` (a suggested line, from 1), `wait`, `act` (do the chosen deeds without words),
    `family.` and `family.NAME` (look for what the last words meant), `meant.ACT` (they meant that),
    `level.NAME`, `factor.N`, `named`, `changed.NAME` and `later` (a risk check).
    """

    token: str
    turn: int
    choice: str
    retaken: int = 0
    """How often the turn before had been taken again when the panel was shown, 0 to 99."""


@dataclass(frozen=True, slots=True)
class Rate:
    """The self-rating after the end, 1 to 5."""

    token: str
    value: int


@dataclass(frozen=True, slots=True)
class After:
    """A tap under the debrief of an ended encounter: which page of it, and which turn, if any.

    `page` is a key of `practice.after.PAGES` or `CLOSER`.
    """

    token: str
    page: str
    turn: int = 0
    detail: str = ""
    """What of that turn, on a page that looks closer: a family of acts, or an act."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Left the role at once."""


@dataclass(frozen=True, slots=True)
class AskPrivacy:
    """Asked what is kept."""


@dataclass(frozen=True, slots=True)
class AskHelp:
    """Asked what can be done here."""


@dataclass(frozen=True, slots=True)
class AskProgress:
    """Asked how their skills have gone."""


@dataclass(frozen=True, slots=True)
class AskHistory:
    """Asked for their own encounters."""


@dataclass(frozen=True, slots=True)
class AskExport:
    """Asked for an ended encounter as a file: their newest one where `token` is empty.

    `form` is text, json or html; empty asks for the choice of them.
    """

    token: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True)
class AskDrill:
    """Asked for a two-minute drill from their last encounter."""


@dataclass(frozen=True, slots=True)
class AskDelete:
    """Asked to have everything deleted; nothing happens until confirmed."""


@dataclass(frozen=True, slots=True)
class ConfirmDelete:
    """Confirmed the deletion."""


@dataclass(frozen=True, slots=True)
class Unsupported:
    """Sent something that is not words: sticker, photo, location, forward, edit, voice ..."""

    kind: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """A slash command that does not exist."""

    name: str


Command = (
    Start
    | Consent
    | ChooseLanguage
    | SetLanguage
    | ChooseLevel
    | SetLevel
    | ListScenarios
    | PickScenario
    | Begin
    | Say
    | PanelChoice
    | Rate
    | After
    | Stop
    | AskPrivacy
    | AskHelp
    | AskProgress
    | AskHistory
    | AskExport
    | AskDrill
    | AskDelete
    | ConfirmDelete
    | Unsupported
    | Unknown
)
