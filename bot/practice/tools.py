"""What the use cases need besides the transaction: scenarios, a reader, and a fresh seed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.understanding import Reader
from dialogues.diagnostics import ScenarioError
from dialogues.library import Library
from dialogues.play import Play
from dialogues.prepared import Prepared
from state_machines.acts import Reading


@dataclass(frozen=True, slots=True)
class Tools:
    """Built once by the application; `fresh_seed` gives the seed of a new encounter."""

    library: Library
    reader: Reader
    fresh_seed: Callable[[], int]


def questions(prepared: Prepared) -> dict[str, tuple[str, ...]]:
    """The example questions of each topic, for the reader."""
    return {
        name: tuple(line.strip() for line in topic.ask.splitlines() if line.strip())
        for name, topic in prepared.words.topics.items()
    }


def read(tools: Tools, prepared: Prepared, text: str, previous: str) -> Reading:
    """The trainee's words as understood here, in the light of what the subject last said."""
    return tools.reader.read(
        text, lang=prepared.lang, previous=previous, topics=questions(prepared)
    )


def find(library: Library, name: str) -> Play | None:
    """A scenario that can be played now, or None."""
    try:
        return library.load(name)
    except ScenarioError:
        return None


def playable(library: Library) -> tuple[Play, ...]:
    """Every scenario that can be played now; a broken one is left out, not the whole list."""
    found = (find(library, name) for name in library.ids())
    return tuple(play for play in found if play)


def restore(tools: Tools, play_id: str, play_hash: str, pinned: str) -> Play:
    """The very revision an encounter began with, even after its files changed or went away."""
    current = find(tools.library, play_id)
    if current is not None and current.hash == play_hash:
        return current
    return Play.from_content(pinned)
