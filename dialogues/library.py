"""The shelf of scenarios: finds them, reads them when they change, keeps the last good one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TypeVar

from dialogues.checks import lint
from dialogues.diagnostics import Problem, ScenarioError, Severity, did_you_mean, problem
from dialogues.play import LANGS, Play, make_play
from dialogues.reader import parse, read_text
from dialogues.scenario import Part, Scenario, Words
from dialogues.validation import validated

__all__ = ["SCENARIOS", "Library", "Play", "check_folder", "check_sources"]

SCENARIOS = Path(__file__).parent / "scenarios"
BEHAVIOUR = "scenario.yaml"
FILES = (BEHAVIOUR, *(f"{lang}.yaml" for lang in LANGS))

_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")
_Part = TypeVar("_Part", bound=Part)
Signature = tuple[tuple[int, int, int], ...]


def check_folder(folder: Path) -> tuple[Play | None, tuple[Problem, ...]]:
    """The play in a folder and everything that could be better, errors, warnings and hints.

    The play is None when the files cannot be read or do not fit the models.
    """
    problems: list[Problem] = []
    source: dict[str, str] = {}
    for name in FILES:
        try:
            source[name] = read_text(folder / name, f"{folder.name}/{name}")
        except ScenarioError as error:
            problems += error.problems
    play, found = check_sources(folder.name, source)
    return play, tuple(sorted({*problems, *found}))


def check_sources(name: str, source: Mapping[str, str]) -> tuple[Play | None, tuple[Problem, ...]]:
    """The same for the texts of the three files, by file name."""
    problems: list[Problem] = []

    def part(model: type[_Part], file: str) -> _Part | None:
        try:
            return validated(model, parse(source[file], f"{name}/{file}"))
        except ScenarioError as error:
            problems.extend(error.problems)
        return None

    scenario = part(Scenario, BEHAVIOUR) if BEHAVIOUR in source else None
    found = {lang: part(Words, f"{lang}.yaml") for lang in LANGS if f"{lang}.yaml" in source}
    words = {lang: each for lang, each in found.items() if each is not None}
    if scenario is None or len(words) < len(LANGS):
        return None, tuple(sorted(set(problems)))
    play = make_play(name, scenario, words, source)
    return play, lint(play)


def errors(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Those that keep a scenario from being played."""
    return tuple(each for each in problems if each.severity is Severity.ERROR)


@dataclass(frozen=True, slots=True)
class _Shelved:
    signature: Signature
    play: Play | None
    problems: tuple[Problem, ...]


class Library:
    """The scenarios of one folder, each in a folder of its own whose name is its id.

    A scenario is read again when one of its files changes. An edit with errors does not
    replace the last good revision; `problems` tells what is wrong with it.
    """

    def __init__(self, folder: Path = SCENARIOS) -> None:
        self.folder = folder
        self._shelf: dict[str, _Shelved] = {}
        self._lock = Lock()

    def ids(self) -> tuple[str, ...]:
        """The id of every scenario, good or not, in alphabetical order."""
        if not self.folder.is_dir():
            return ()
        return tuple(sorted(path.name for path in self.folder.iterdir() if self._has(path.name)))

    def load(self, name: str) -> Play:
        """The scenario as it is now, or as it was before an edit that broke it.

        Raises:
            ScenarioError: there is no such scenario, or there never was a good revision since
                the library was opened; with every problem.
        """
        shelved = self._shelved(name)
        if shelved.play is None:
            raise ScenarioError(errors(shelved.problems))
        return shelved.play

    def problems(self, name: str) -> tuple[Problem, ...]:
        """Everything that could be better in the files as they are now.

        Raises:
            ScenarioError: there is no such scenario.
        """
        return self._shelved(name).problems

    def _has(self, name: str) -> bool:
        return bool(_ID.fullmatch(name)) and (self.folder / name / BEHAVIOUR).is_file()

    def _shelved(self, name: str) -> _Shelved:
        if not self._has(name):
            hint = did_you_mean(name, self.ids())
            raise ScenarioError([problem("D014", str(self.folder), (1, 1), name=name, hint=hint)])
        with self._lock:
            signature = _signature(self.folder / name)
            before = self._shelf.get(name)
            if before and before.signature == signature:
                return before
            play, problems = check_folder(self.folder / name)
            if errors(problems):
                play = before.play if before else None
            self._shelf[name] = _Shelved(signature, play, problems)
            return self._shelf[name]


def _signature(folder: Path) -> Signature:
    """Changes when a file does: size, time of change and identity of each."""
    found = []
    for name in FILES:
        try:
            about = (folder / name).stat()
            found.append((about.st_size, about.st_mtime_ns, about.st_ino))
        except OSError:
            found.append((-1, -1, -1))
    return tuple(found)
