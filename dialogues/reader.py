"""Reads what authors write: YAML text to plain data, with a line and column for everything.

One pass over the parser's events, so that nothing is built before it is known to be small,
shallow and free of anchors: nested brackets can kill the process and aliases can fill memory.
"""

from __future__ import annotations

import errno
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from dialogues.diagnostics import Problem, ScenarioError, problem

MOST_BYTES = 256 * 1024
MOST_DEPTH = 12

Data = None | bool | int | float | str | list[Any] | dict[str, Any]
Keys = tuple[str | int, ...]
"""The way into a document: keys and list indexes."""
Place = tuple[int, int]
"""Line and column, from 1."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file's data and where everything in it stands.

    `keys` has the place of each key or list item, `values` of what it holds. `blocks` has the
    place of the first line of each `|` block; `joined` holds the texts of several lines that
    are not such blocks, so that their lines run together.
    """

    file: str
    data: Data = None
    keys: Mapping[Keys, Place] = field(default_factory=dict)
    values: Mapping[Keys, Place] = field(default_factory=dict)
    blocks: Mapping[Keys, Place] = field(default_factory=dict)
    joined: frozenset[Keys] = frozenset()

    def key(self, keys: Keys) -> Place:
        """The place of the longest part of `keys` that the file has; its start when none."""
        return _longest(self.keys, keys)

    def value(self, keys: Keys) -> Place:
        """The same for the value that stands there."""
        return _longest(self.values, keys)

    def line(self, keys: Keys, index: int) -> Place:
        """The place of line `index`, from 0, of a text."""
        if keys in self.blocks:
            line, column = self.blocks[keys]
            return (line + index, column)
        return self.value(keys)


def _longest(places: Mapping[Keys, Place], keys: Keys) -> Place:
    parts = (keys[:end] for end in range(len(keys), 0, -1))
    return next((places[part] for part in parts if part in places), (1, 1))


def read(path: Path, name: str = "") -> Document:
    """The document in a file; problems call it `name`, or by its file name.

    Raises:
        ScenarioError: the file cannot be opened, is too large, or is not YAML we accept.
    """
    name = name or path.name
    return parse(read_text(path, name), name)


def read_text(path: Path, name: str) -> str:
    """The text of a file, at most 256 KB of UTF-8, without byte order mark or carriage returns.

    Raises:
        ScenarioError: it cannot be opened, is too large or is not UTF-8.
    """
    try:
        size, raw = _bytes(path)
    except OSError as error:
        why = error.strerror or str(error)
        raise ScenarioError([problem("D007", name, (1, 1), why=why)]) from error
    _refuse_large(name, size)
    try:
        return _normal(raw.decode())
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode(errors="replace")
        raise ScenarioError([problem("D009", name, _at(before, len(before)))]) from error


def _bytes(path: Path) -> tuple[int, bytes]:
    """Size and content of a file; the content is not read when the size is over the limit."""
    about = path.stat()
    if not stat.S_ISREG(about.st_mode):
        raise OSError(errno.EINVAL, "it is not a file")
    if about.st_size > MOST_BYTES:
        return about.st_size, b""
    with path.open("rb") as file:
        raw = file.read(MOST_BYTES + 1)
    return len(raw), raw


def _refuse_large(name: str, size: int) -> None:
    if size > MOST_BYTES:
        parts = {"size": size // 1024 + 1, "limit": MOST_BYTES // 1024}
        raise ScenarioError([problem("D008", name, (1, 1), **parts)])


def _normal(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


@lru_cache(maxsize=8)
def parse(text: str, file: str) -> Document:
    """The document in a text; `file` is the name that problems give.

    The last few are kept, since lint looks at the very texts that were just loaded.

    Raises:
        ScenarioError: with every problem, as far as the text can be followed.
    """
    text = _normal(text)
    _refuse_large(file, len(text.encode(errors="surrogatepass")))
    unseen = _INVISIBLE.search(text)
    if unseen:
        raise ScenarioError([_invisible(file, _at(text, unseen.start()), unseen.group())])
    builder = _Builder(text, file)
    try:
        data = builder.document()
    except yaml.YAMLError as error:
        found = builder.runaway_quote() or _syntax(error, text, file)
        raise ScenarioError([*builder.problems, found]) from error
    if builder.problems:
        raise ScenarioError(builder.problems)
    return Document(
        file, data, builder.keys, builder.values, builder.blocks, frozenset(builder.joined)
    )


_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Control characters, exotic line breaks, zero-width marks: nobody means to type these."""


def _invisible(file: str, place: Place, character: str) -> Problem:
    return problem("D010", file, place, character=f"U+{ord(character):04X}")


def _at(text: str, index: int) -> Place:
    before = text[:index]
    return (before.count("\n") + 1, index - before.rfind("\n"))


class _Builder:
    """Builds data from parser events, noting places and problems on the way."""

    def __init__(self, text: str, file: str) -> None:
        self._text_lines = text.split("\n")
        self._file = file
        self._events: Iterator[Any] = iter(yaml.parse(text, Loader=yaml.CSafeLoader))
        self.keys: dict[Keys, Place] = {}
        self.values: dict[Keys, Place] = {}
        self.blocks: dict[Keys, Place] = {}
        self.joined: set[Keys] = set()
        self.problems: list[Problem] = []
        self._quote: Place | None = None

    def document(self) -> Data:
        next(self._events)
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return None
        data = self._node(next(self._events), ())
        next(self._events)
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            self._report("D013", after)
        return data

    def runaway_quote(self) -> Problem | None:
        """The likely cause when what follows a quoted text of several lines makes no sense."""
        if self._quote is None:
            return None
        return problem("D001", self._file, self._quote, why="this quote is not closed on its line")

    def _report(self, code: str, event: yaml.Event, **parts: object) -> None:
        self.problems.append(problem(code, self._file, _place(event), **parts))

    def _refuse_tricks(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._report("D002", event, what=f"alias `*{event.anchor}` is")
        elif event.anchor is not None:
            self._report("D002", event, what=f"anchor `&{event.anchor}` is")
        elif event.tag is not None:
            self._report("D002", event, what="a tag starting with `!` is")

    def _node(self, event: Any, keys: Keys) -> Data:
        self.values[keys] = _place(event)
        self._refuse_tricks(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, keys)
        if isinstance(event, yaml.AliasEvent):
            return None
        if len(keys) >= MOST_DEPTH:
            self._report("D011", event, limit=MOST_DEPTH)
            raise ScenarioError(self.problems)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(keys)
        return self._mapping(keys)

    def _scalar(self, event: Any, keys: Keys) -> Data:
        text: str = event.value
        unseen = _INVISIBLE.search(text)
        if unseen:
            self.problems.append(_invisible(self._file, _place(event), unseen.group()))
        line = event.start_mark.line + 1
        runs_on = event.end_mark.line >= line
        self._quote = _place(event) if runs_on and event.style in _QUOTES else None
        if event.style == "|":
            self.blocks[keys] = (line + 1, self._indent(line))
        elif text and runs_on:
            self.joined.add(keys)
        return _plain(text) if event.implicit[0] else text

    def _indent(self, line: int) -> int:
        """Column of the first text at or after `line`, an index from 0."""
        for text in self._text_lines[line:]:
            if text.strip():
                return len(text) - len(text.lstrip(" ")) + 1
        return 1

    def _list(self, keys: Keys) -> list[Any]:
        found: list[Any] = []
        for event in self._until(yaml.SequenceEndEvent):
            here = (*keys, len(found))
            self.keys[here] = _place(event)
            found.append(self._node(event, here))
        return found

    def _mapping(self, keys: Keys) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for event in self._until(yaml.MappingEndEvent):
            key = self._key(event, keys)
            here = (*keys, key)
            if key in found:
                line, column = self.keys[here]
                self._report("D003", event, key=key, line=line, column=column)
            else:
                self.keys[here] = _place(event)
            found[key] = self._node(next(self._events), here)
        return found

    def _key(self, event: Any, keys: Keys) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            self._report("D001", event, why="a key must be a plain name")
            self._node(event, (*keys, ""))
            return ""
        self._refuse_tricks(event)
        if event.value == "<<" and event.implicit[0]:
            self._report("D002", event, what="merge key `<<` is")
        return str(event.value)

    def _until(self, end: type[yaml.Event]) -> Iterator[Any]:
        while not isinstance(event := next(self._events), end):
            yield event


_QUOTES = ("'", '"')


def _place(event: Any) -> Place:
    return (event.start_mark.line + 1, event.start_mark.column + 1)


_CONSTANTS: Mapping[str, bool | None] = {
    "true": True,
    "false": False,
    "null": None,
    "~": None,
    "": None,
}
_INT = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})")
_FLOAT = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}")


def _plain(text: str) -> Data:
    """Unquoted text: `no`, `on`, `12:30`, `012` and dates stay text, unlike in YAML 1.1."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INT.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


_ADVICE = (
    ("mapping values are not allowed", "a `:` too many on this line; put the text in quotes"),
    ("could not find expected ':'", "this line needs a `:` after its key, or more indentation"),
    ("did not find expected key", "the indentation does not match the lines above"),
    ("expected '-' indicator", "the indentation does not match the list above"),
    ("block sequence entries", "a list starts on the line after its key, with `-` and a space"),
    ("cannot start any token", "text cannot start with this character; put it in quotes"),
    ("<document start>", "the line above needs a `:` after its key"),
    ("alphabetic or numeric", "text cannot start with `*` or `&`; put it in quotes"),
)
_OPENED = (
    ("end of stream", "this quote is never closed"),
    ("expected ',' or ']'", "this `[` is not closed by `]`, or a comma is missing after it"),
    ("expected ',' or '}'", "this `{` is not closed by `}`, or a comma is missing after it"),
)
"""What the parser says, and what an author can do; the second table is told at the opening."""


def _syntax(error: yaml.YAMLError, text: str, file: str) -> Problem:
    """The parser's complaint in an author's words."""
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    place = (line + 1, column + 1)
    said = str(getattr(error, "problem", None) or "unknown trouble")
    if "nesting depth" in said:
        return problem("D011", file, place, limit=MOST_DEPTH)
    if "\t" in [*text.split("\n"), ""][line][: column + 1]:
        return problem("D012", file, place)
    opening = getattr(error, "context_mark", None)
    for found, why in _OPENED:
        if found in said and opening:
            return problem("D001", file, (opening.line + 1, opening.column + 1), why=why)
    why = next((advice for found, advice in _ADVICE if found in said), said)
    return problem("D001", file, place, why=why)
