"""The shape of a scenario: behaviour in scenario.yaml, words in en.yaml and fr.yaml."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

Role = Literal["police", "nurse", "security", "social_worker"]
Lang = Literal["en", "fr"]
Mood = Literal[
    "settled",
    "uneasy",
    "agitated",
    "hostile",
    "assaultive",
    "withdrawn",
    "frightened",
    "despairing",
]
Turned = Literal[
    "rising",
    "easing",
    "settled",
    "uneasy",
    "agitated",
    "hostile",
    "assaultive",
    "withdrawn",
    "frightened",
    "despairing",
]
"""A change of mood: for the worse, for the better, or into a certain mood."""
Aside = Literal["assaultive", "withdrawn", "frightened", "despairing"]
"""The moods that not everybody comes into."""
Where = Literal["any", Mood]
"""A mood, or `any` for what serves in every mood."""
Level = Literal["guarded", "partial", "open"]
LEVELS: tuple[Level, ...] = get_args(Level)
"""How openly a topic is answered or the own story told, from least to most."""
NAME_PATTERN = r"^[a-z][a-z0-9_]{0,39}$"
Name = Annotated[str, Field(pattern=NAME_PATTERN)]
Points = Annotated[float, Field(ge=0, le=100)]
Shift = Annotated[float, Field(ge=-30, le=30)]
Condition = Annotated[str, Field(min_length=1, max_length=200)]
Pool = Annotated[str, Field(min_length=1)]
"""Sayings in a `|` block, one per line; each is said once, in an order the seed shuffles."""


class Part(BaseModel):
    """Base of every part of a scenario file: unknown keys are errors, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Shifts(Part):
    """Signed points added to the four variables when something happens."""

    arousal: Shift = 0.0
    fear: Shift = 0.0
    trust: Shift = 0.0
    hopelessness: Shift = 0.0


class Start(Part):
    """The four variables, 0 to 100, when the subject is first met."""

    arousal: Points
    fear: Points
    trust: Points
    hopelessness: Points


class SubjectPart(Part):
    """Who the subject is: a persona of personas.yaml, an age, and per-act sensitivities."""

    persona: Name
    age: Annotated[int, Field(ge=8, le=110)]
    moods: list[Aside] = ["assaultive", "withdrawn", "frightened", "despairing"]
    """Which moods this person can come into beside settled, uneasy, agitated and hostile."""
    sensitivity: dict[Name, Annotated[float, Field(ge=-1.5, le=2.5)]] = {}


class Link(Part):
    """What one act, topic or deed does to this subject besides its usual effect.

    `on` is `act ID`, `topic ID` or `deed ID`. A hook or trigger acts once per encounter
    unless `again` is true.
    """

    on: Annotated[str, Field(pattern=r"^(act|topic|deed) [a-z_0-9]+$")]
    effect: Shifts
    again: bool = False


class Topic(Part):
    """Something the subject can be asked about; how much is told depends on conditions."""

    partial: Condition = "trust >= 25"
    open: Condition = "trust >= 45"
    relief: Shifts = Shifts()
    """Applied once, when the open answer is first given: being able to say it helps."""


class Event(Part):
    """Something that happens in the place: the first turn at which `when` holds, once."""

    when: Condition
    effect: Shifts = Shifts()


class DeedHere(Part):
    """A deed that can be done in this place, and what it does here besides its usual effect."""

    when: Condition | None = None
    effect: Shifts = Shifts()
    meets: Name | None = None
    once: bool = True


class Factor(Part):
    """Something that bears on the risk, under one heading of the IMIM.

    `when` says while it is there to be seen; without it, always.
    """

    of: Literal["situational", "behaviour", "perception", "tactical"]
    when: Condition | None = None


class Ending(Part):
    """A way the encounter ends: the first whose condition holds after a turn."""

    good: bool
    when: Condition


class Scenario(Part):
    """scenario.yaml: everything about behaviour, nothing in words."""

    format: Literal[1]
    roles: Annotated[list[Role], Field(min_length=1)]
    difficulty: Annotated[int, Field(ge=1, le=5)]
    minutes: Annotated[int, Field(ge=2, le=45)]
    practise: Annotated[list[Name], Field(min_length=1, max_length=6)]
    draw: dict[Name, Annotated[list[str], Field(min_length=1)]] = {}
    subject: SubjectPart
    start: Start
    feels: Annotated[dict[Name, Literal["strong", "some"]], Field(min_length=1)]
    needs: Annotated[dict[Name, Annotated[list[Name], Field(min_length=1)]], Field(min_length=1)]
    """Each need and the acts that meet it; a met need lifts the trust ceiling."""
    hooks: list[Link] = []
    triggers: list[Link] = []
    topics: dict[Name, Topic]
    events: dict[Name, Event] = {}
    deeds: dict[Name, DeedHere]
    factors: dict[Name, Factor] = {}
    """What a risk check asks the trainee to name."""
    risk_checks: Annotated[dict[Name, Condition], Field(max_length=4)] = {}
    """The moments at which the trainee is asked what the risk is now; each comes once."""
    duty: Name
    """The act that law or policy requires here at least once."""
    endings: Annotated[dict[Name, Ending], Field(min_length=2)]


class Briefing(Part):
    """The briefing card under the headings of the IMIM, and what the trainee is there to do."""

    role: str
    situational_factors: Pool
    subject_behaviours: Pool
    perceptions: Pool
    tactical_considerations: Pool
    aim: str


class TopicWords(Part):
    """Questions that ask about a topic, and the subject's answers by how much is told."""

    ask: Pool
    guarded: Pool
    partial: Pool
    open: Pool


class EndingWords(Part):
    """What the trainee sees at the end, and what the subject says out of role about it."""

    title: str
    text: str
    felt: str


class Suggestion(Part):
    """A line offered in learn mode and the acts it performs."""

    say: Annotated[str, Field(min_length=3, max_length=160)]
    acts: Annotated[list[Name], Field(min_length=1, max_length=3)]
    when: Condition | None = None
    """Offered only while this holds, for lines that would not be true before."""


class Credits(Part):
    """Who stands behind the words and what kind of review they have had."""

    review: str
    sources: Pool | None = None


class Words(Part):
    """en.yaml or fr.yaml: everything said, seen or shown, in one language; same keys in both."""

    format: Literal[1]
    title: Annotated[str, Field(max_length=60)]
    teaser: Annotated[str, Field(max_length=200)]
    content_note: Annotated[str, Field(max_length=300)]
    subject: Annotated[str, Field(max_length=40)]
    """How the subject is named in cues and cards."""
    briefing: Briefing
    learn: Pool
    """Learning objectives, one per line."""
    duty: str
    """What law or policy requires here, dated, as a training aid."""
    opening: Pool
    opening_cue: Pool
    replies: dict[Where, dict[Name, Pool]]
    """Reactions: mood, then act id, act family, or `any`."""
    beats: dict[Level, Pool]
    """The subject's own story, by how much is told."""
    cues: dict[Mood, Pool]
    turns: dict[Turned, Pool]
    """Cues for a change of mood: into a certain mood, or for the better or the worse."""
    silence: dict[Where, Pool]
    """What the subject does when the trainee says nothing."""
    puzzled: Pool
    """In character, when the words could not be followed."""
    repeated: Pool
    """In character, when a topic is asked about again."""
    misheard: Pool | None = None
    """In character, when a feeling is named that is not there."""
    reminders: dict[Name, Pool] = {}
    """By the act that promised or offered something: how the subject asks what became of it."""
    factors: dict[Name, Annotated[str, Field(max_length=48)]] = {}
    """The factors of a risk check, short enough for a button."""
    topics: dict[Name, TopicWords]
    events: dict[Name, str] = {}
    deeds: dict[Name, Pool]
    """What is seen or said when the deed is done here."""
    endings: dict[Name, EndingWords]
    felt: dict[Name, str]
    """Out of role: how an act or deed felt to the subject, for the debrief."""
    better: dict[Name, str]
    """A better line for each harmful act, as it could be said here."""
    suggestions: dict[Mood, list[Suggestion]]
    ambiguous_cue: str
    benign_reading: str
    credits: Credits
