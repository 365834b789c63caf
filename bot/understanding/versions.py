"""Which head is in use: the one shipped, or one trained here and promoted; one step back each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.understanding.head import KNOWN, SHIPPED, HeadError

PROMOTED = "promoted.json"
"""The names of the versions promoted so far, the one in use last."""

MOST_MACRO_F1_LOST = 0.02
MOST_RECALL_LOST = 0.05
"""What a new head may lose on the frozen lines: of macro-F1, and of the recall of any harmful
act (nlu.md 5)."""

EQUAL = 1e-9
"""Differences below this are rounding."""


def in_use(folder: Path) -> Path:
    """The folder of the head in use."""
    promoted = _promoted(folder)
    return folder / promoted[-1] if promoted else SHIPPED


def fresh(folder: Path) -> Path:
    """The folder of a version to come, numbered after the newest."""
    names = [known.parent.name for known in folder.glob(f"*/{KNOWN}")]
    newest = max((int(name) for name in names if name.isdecimal()), default=0)
    return folder / f"{newest + 1:03d}"


def version_of(folder: Path, version: str) -> Path:
    """The folder of a version trained here.

    Raises:
        HeadError: there is no such version.
    """
    if not (folder / version / KNOWN).is_file():
        raise HeadError(f"there is no version {version} in {folder}; train one first")
    return folder / version


def promote(folder: Path, version: str) -> None:
    """Puts a version into use.

    Raises:
        HeadError: there is no such version.
    """
    version_of(folder, version)
    _keep(folder, [*_promoted(folder), version])


def roll_back(folder: Path) -> Path:
    """Takes back the last promotion; the folder of the head then in use.

    Raises:
        HeadError: nothing was promoted.
    """
    promoted = _promoted(folder)
    if not promoted:
        raise HeadError("nothing was promoted; the head that came with the program is in use")
    _keep(folder, promoted[:-1])
    return in_use(folder)


def objections(
    old: Mapping[str, Any], new: Mapping[str, Any], harmful: frozenset[str]
) -> list[str]:
    """Why a new head must not take the place of the old, from their reports on the same lines."""
    found = []
    for lang, before in old.items():
        after = new[lang]
        lost = before["macro_f1"] - after["macro_f1"]
        if lost > MOST_MACRO_F1_LOST + EQUAL:
            found.append(f"{lang}: macro-F1 falls by {lost:.3f}")
        for act in sorted(harmful):
            missed = before["acts"][act]["recall"] - after["acts"][act]["recall"]
            if missed > MOST_RECALL_LOST + EQUAL:
                found.append(f"{lang}: recall of {act} falls by {missed:.2f}")
    return found


def _promoted(folder: Path) -> list[str]:
    try:
        names = json.loads((folder / PROMOTED).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return []
    except ValueError:
        names = None
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise HeadError(f"{folder / PROMOTED} is damaged; delete it and promote again")
    return names


def _keep(folder: Path, promoted: list[str]) -> None:
    (folder / PROMOTED).write_text(json.dumps(promoted) + "\n", encoding="utf-8")
