"""What every check looks at: the play, the shared catalogue, and where each line stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dialogues.catalogue import Persona, load_catalogue, personas
from dialogues.diagnostics import Problem, problem
from dialogues.play import LANGS, Play
from dialogues.reader import Document, Keys, parse
from dialogues.scenario import Scenario, Words
from state_machines.acts import Catalogue, Polarity

BEHAVIOUR = "scenario"


@dataclass(frozen=True, slots=True)
class Line:
    """One saying, cue or card line: its language, the way to it, its place and its text."""

    lang: str
    keys: Keys
    place: tuple[int, int]
    text: str


@dataclass(frozen=True)
class Sheet:
    """A play with its documents (`scenario`, `en`, `fr`), the catalogue and the personas."""

    play: Play
    documents: Mapping[str, Document]
    catalogue: Catalogue
    personas: Mapping[str, Persona]

    @property
    def scenario(self) -> Scenario:
        return self.play.scenario

    @property
    def words(self) -> Mapping[str, Words]:
        return self.play.words

    def at_key(self, code: str, part: str, keys: Keys, **parts: object) -> Problem:
        """A problem at a key of `scenario`, `en` or `fr`."""
        document = self.documents[part]
        return problem(code, document.file, document.key(keys), **parts)

    def at_value(self, code: str, part: str, keys: Keys, **parts: object) -> Problem:
        """A problem at what a key holds."""
        document = self.documents[part]
        return problem(code, document.file, document.value(keys), **parts)

    def at_line(self, code: str, line: Line, **parts: object) -> Problem:
        """A problem at one line of words."""
        return problem(code, self.documents[line.lang].file, line.place, **parts)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line of every text, in both languages, without blank ones."""
        return tuple(
            Line(lang, keys, self.documents[lang].line(keys, index), text.strip())
            for lang in LANGS
            for keys, block in _leaves(self.words[lang].model_dump(exclude_none=True))
            for index, text in enumerate(block.splitlines())
            if text.strip() and keys[-1] != "when"
        )

    @cached_property
    def harmful(self) -> frozenset[str]:
        """The ids of harmful acts."""
        acts = self.catalogue.acts.values()
        return frozenset(act.id for act in acts if act.polarity is Polarity.HARMFUL)

    @cached_property
    def families(self) -> frozenset[str]:
        """Every act family."""
        return frozenset(act.family for act in self.catalogue.acts.values())


def _leaves(data: Any, keys: Keys = ()) -> Iterator[tuple[Keys, str]]:
    if isinstance(data, str):
        yield keys, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _leaves(value, (*keys, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _leaves(value, (*keys, index))


def make_sheet(play: Play) -> Sheet:
    """The sheet of a play, with the product's catalogue and personas."""
    documents = {}
    for part in (BEHAVIOUR, *LANGS):
        name, text = f"{play.id}/{part}.yaml", play.source.get(f"{part}.yaml")
        documents[part] = Document(name) if text is None else parse(text, name)
    return Sheet(play, documents, load_catalogue(), personas())
