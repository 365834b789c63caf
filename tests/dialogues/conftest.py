"""The small valid scenario that the tests of this folder play and break."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dialogues.library import FILES, check_sources
from dialogues.play import Play

FIXTURES = Path(__file__).parent / "fixtures"
_KEY = re.compile(r"([A-Za-z_]\w*):")

Source = dict[str, str]
Splice = Callable[[str, str], Source]


@pytest.fixture
def tiny_source() -> Source:
    """The three texts of the small valid scenario."""
    return {name: (FIXTURES / "tiny" / name).read_text(encoding="utf-8") for name in FILES}


@pytest.fixture
def tiny(tiny_source: Source) -> Play:
    """The small valid scenario."""
    play, problems = check_sources("tiny", tiny_source)
    assert play is not None, problems
    return play


@pytest.fixture
def splice(tiny_source: Source) -> Splice:
    """Puts a fragment before one of the texts, in place of the top-level keys it has."""

    def spliced(file: str, fragment: str) -> Source:
        replaced = {found[1] for line in fragment.splitlines() if (found := _KEY.match(line))}
        kept, keep = [], True
        for line in tiny_source[file].splitlines():
            key = _KEY.match(line)
            keep = key[1] not in replaced if key else keep
            if keep:
                kept.append(line)
        return {**tiny_source, file: "\n".join([fragment.rstrip("\n"), *kept, ""])}

    return spliced
