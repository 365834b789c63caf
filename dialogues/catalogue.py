"""The acts, postures, deeds and personas that every scenario shares, with their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from dialogues.diagnostics import Problem, ScenarioError, did_you_mean, problem
from dialogues.reader import Document, parse, read_text
from dialogues.scenario import Lang, Part
from dialogues.tables import ActsFile, Both, DeedsFile, PersonasFile, PosturesFile
from dialogues.validation import validated
from state_machines.acts import VARIABLES, Act, Catalogue, Deed, Effect, Polarity, Stance
from state_machines.emotion import Feelings

POINTS_PER_STEP = 4.0
"""An act's effect is written in steps of -2 to 2 so that authors weigh signs, not numbers; one
step is this many points of 100. Calibration: a strong helpful act moves a variable by 8, well
inside the most that one turn may move it."""

FEELINGS = (
    "anger",
    "frustration",
    "fear",
    "worry",
    "sadness",
    "grief",
    "shame",
    "guilt",
    "loneliness",
    "exhaustion",
    "hopelessness",
    "helplessness",
    "confusion",
    "overwhelm",
    "hurt",
    "betrayal",
    "humiliation",
    "ignored",
    "pain",
    "hope",
)
"""The feelings a label can name and a scenario's `feels` can hold."""

_FOLDER = Path(__file__).parent
_FILES = {
    "acts": ActsFile,
    "postures": PosturesFile,
    "deeds": DeedsFile,
    "personas": PersonasFile,
}


@dataclass(frozen=True, slots=True)
class ActText:
    """An act in words; `instead` belongs to harmful acts, `backfires` to helpful ones."""

    name: str
    definition: str
    why: str
    examples: tuple[str, ...]
    instead: str
    backfires: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StanceText:
    """A stance in words; empty `roles` means everybody can take it."""

    name: str
    why: str
    roles: tuple[str, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeedText:
    """A deed in words."""

    name: str
    definition: str
    why: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonaText:
    """A persona in words, for authors."""

    name: str
    note: str


@dataclass(frozen=True, slots=True)
class CatalogueText:
    """The words for everything in the catalogue, in one language, by the catalogue's keys."""

    acts: Mapping[str, ActText]
    stances: Mapping[tuple[str, str], StanceText]
    deeds: Mapping[str, DeedText]
    personas: Mapping[str, PersonaText]


@dataclass(frozen=True, slots=True)
class Persona:
    """A kind of person: where feelings drift when nothing happens (points), and how much more or
    less than usual an act or family of acts moves them (a factor)."""

    id: str
    baseline: Feelings
    sensitivity: Mapping[str, float]
    style: str
    """`supportive` or `directive`: what reaches this kind of person."""


@dataclass(frozen=True, slots=True)
class Tables:
    """The four files as read, and a version that changes when any of them does."""

    acts: ActsFile
    postures: PosturesFile
    deeds: DeedsFile
    personas: PersonasFile
    version: str


def read_tables(folder: Path = _FOLDER) -> Tables:
    """The four files of `folder`, checked.

    Raises:
        ScenarioError: with every problem of the first file that cannot be used, or every
            problem between the files.
    """
    texts = {name: read_text(folder / f"{name}.yaml", f"{name}.yaml") for name in _FILES}
    documents = {name: parse(text, f"{name}.yaml") for name, text in texts.items()}
    tables = Tables(
        validated(ActsFile, documents["acts"]),
        validated(PosturesFile, documents["postures"]),
        validated(DeedsFile, documents["deeds"]),
        validated(PersonasFile, documents["personas"]),
        sha256("\0".join(texts.values()).encode()).hexdigest()[:12],
    )
    problems = list(_mismatches(tables, documents))
    if problems:
        raise ScenarioError(problems)
    return tables


def _mismatches(tables: Tables, documents: Mapping[str, Document]) -> Iterator[Problem]:
    acts = tables.acts.acts
    weighed = {*acts, *(act.family for act in acts.values())}
    for name, dimension in tables.postures.postures.items():
        if dimension.default not in dimension.values:
            place = documents["postures"].value(("postures", name, "default"))
            yield _unknown("postures", place, "stance", dimension.default, dimension.values)
    for name, persona in tables.personas.personas.items():
        for act in persona.sensitivity:
            if act not in weighed:
                place = documents["personas"].key(("personas", name, "sensitivity", act))
                yield _unknown("personas", place, "act or family", act, weighed)


def _unknown(
    file: str, place: tuple[int, int], kind: str, name: str, known: Mapping[str, object] | set[str]
) -> Problem:
    hint = did_you_mean(name, known)
    return problem("D021", f"{file}.yaml", place, kind=kind, name=name, hint=hint)


@lru_cache(maxsize=1)
def _tables() -> Tables:
    return read_tables()


@lru_cache(maxsize=1)
def load_catalogue() -> Catalogue:
    """The catalogue that comes with the product, read once.

    Raises:
        ScenarioError: one of the files cannot be used.
    """
    return make_catalogue(_tables())


def make_catalogue(tables: Tables) -> Catalogue:
    """The catalogue of these tables, every effect in points."""
    postures = tables.postures.postures
    return Catalogue(
        acts={
            name: Act(
                name,
                Polarity(row.polarity),
                row.family,
                _effect(row.effect, POINTS_PER_STEP),
                row.gate or "",
                row.needs_fit,
            )
            for name, row in tables.acts.acts.items()
        },
        stances={
            (dimension, name): Stance(dimension, name, row.threat, _effect(row.effect))
            for dimension, part in postures.items()
            for name, row in part.values.items()
        },
        deeds={
            name: Deed(
                name, row.group, _effect(row.effect), row.threat, row.force, tuple(row.roles)
            )
            for name, row in tables.deeds.deeds.items()
        },
        default_posture={name: part.default for name, part in postures.items()},
        version=tables.version,
    )


def _effect(part: Part, scale: float = 1.0) -> Effect:
    return Effect(**{variable: getattr(part, variable) * scale for variable in VARIABLES})


@lru_cache(maxsize=2)
def catalogue_text(lang: Lang) -> CatalogueText:
    """Names, definitions, reasons and examples in one language, read once.

    Raises:
        ScenarioError: one of the files cannot be used.
    """
    tables = _tables()
    return CatalogueText(
        acts=_act_texts(tables.acts, lang),
        stances={
            (dimension, name): StanceText(
                (words := getattr(row, lang)).name, words.why, tuple(row.roles), tuple(row.evidence)
            )
            for dimension, part in tables.postures.postures.items()
            for name, row in part.values.items()
        },
        deeds={
            name: DeedText(
                (words := getattr(row, lang)).name,
                words.definition,
                words.why,
                tuple(row.evidence),
            )
            for name, row in tables.deeds.deeds.items()
        },
        personas={
            name: PersonaText((words := getattr(row, lang)).name, words.note)
            for name, row in tables.personas.personas.items()
        },
    )


def _act_texts(table: ActsFile, lang: Lang) -> dict[str, ActText]:
    found = {}
    for name, row in table.acts.items():
        words = row.en if lang == "en" else row.fr
        found[name] = ActText(
            words.name,
            words.definition,
            words.why,
            tuple(words.examples),
            words.instead or "",
            getattr(row.backfires, lang) if row.backfires else "",
            tuple(row.evidence),
        )
    return found


@lru_cache(maxsize=1)
def personas() -> Mapping[str, Persona]:
    """Every persona by id, read once.

    Raises:
        ScenarioError: one of the files cannot be used.
    """
    return {
        name: Persona(
            name,
            Feelings(*(getattr(row.baseline, variable) for variable in VARIABLES)),
            row.sensitivity,
            row.style,
        )
        for name, row in _tables().personas.personas.items()
    }


@lru_cache
def stillness(lang: str) -> str:
    """What is seen, one line each, when all else has been said and seen; from stillness.yaml.

    Raises:
        KeyError: no such language.
        ScenarioError: the file cannot be used.
    """
    name = "stillness.yaml"
    words = validated(Both, parse(read_text(_FOLDER / name, name), name))
    return {"en": words.en, "fr": words.fr}[lang]


def version() -> str:
    """The version of the shared tables: it changes when acts, postures, deeds or personas do."""
    return _tables().version
