"""The seed sentences: lines that trainees could say, and what two instructors would call them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dialogues.play import LANGS

FOLDER = Path(__file__).parent / "seeds"

HELD_BACK: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "validation": {"en": ("caseworker",), "fr": ("intervenant",)},
    "frozen": {"en": ("outreach", "constable"), "fr": ("pair", "policiere")},
}
"""Voices that are never learnt from: those that constants are chosen on, and those of the frozen
test, on which nothing is ever chosen. All the others are `train`. Each voice keeps to its split,
and so do the settings."""

SPLITS = ("train", *HELD_BACK)

FIELDS = 5


class SeedError(Exception):
    """A line of a seed file that cannot be read; the message names file, line and remedy."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line and its acts, the main one first; no acts means that none should be found.

    `elsewhere` marks a line that is no speech to the subject.
    """

    text: str
    lang: str
    acts: tuple[str, ...]
    previous: str = ""
    setting: str = ""
    role: str = ""
    voice: str = ""
    elsewhere: bool = False


def rows_of(split: str, folder: Path = FOLDER) -> list[Row]:
    """Every row of `train`, `validation` or `frozen`, in both languages.

    Raises:
        SeedError: a line is not `acts | setting | role | previous | text`.
    """
    return [
        row
        for lang in LANGS
        for voice in voices(split, lang, folder)
        for row in read(folder / lang / f"{voice}.txt", lang)
    ]


def voices(split: str, lang: str, folder: Path = FOLDER) -> tuple[str, ...]:
    """Who speaks in a split."""
    if split in HELD_BACK:
        return HELD_BACK[split][lang]
    held = {voice for voices in HELD_BACK.values() for voice in voices[lang]}
    return tuple(sorted({path.stem for path in (folder / lang).glob("*.txt")} - held))


def read(path: Path, lang: str) -> Iterator[Row]:
    """The rows of one voice's file. Lines that start with # are comments."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield _row(line, lang, path, number)


def _row(line: str, lang: str, path: Path, number: int) -> Row:
    parts = [part.strip() for part in line.split("|")]
    if len(parts) != FIELDS or not parts[0] or not parts[-1]:
        expected = "acts | setting | role | previous | text"
        raise SeedError(f"{path.name}:{number}: write it as {expected}")
    acts, setting, role, previous, text = parts
    named = () if acts == "none" else tuple(acts.split("+"))
    return Row(text, lang, named, previous, setting, role, path.stem)


def elsewhere(split: str, folder: Path = FOLDER) -> list[Row]:
    """Lines that are no speech to the subject: mash, code, words to a machine, technique names.

    Each is typed in a practice in either language, so it is there once in each.
    """
    path = folder / "elsewhere" / f"{split}.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    typed = [line.split("|", 1) for line in lines if line.strip() and not line.startswith("#")]
    return [
        Row(text.strip(), lang, (), setting=kind.strip(), elsewhere=True)
        for kind, text in typed
        for lang in LANGS
    ]


def fingerprint(rows: Iterable[Row]) -> str:
    """A hash of what the rows say, to show that a frozen set is the one that was frozen."""
    said = "\n".join(f"{row.lang}|{'+'.join(row.acts)}|{row.previous}|{row.text}" for row in rows)
    return hashlib.sha256(said.encode()).hexdigest()
