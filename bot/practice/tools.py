"""What the use cases need besides the transaction: scenarios, a reader, and a fresh seed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.store import corrections
from bot.store.work import Tx
from bot.understanding import Exemplar, Reader
from dialogues.diagnostics import ScenarioError
from dialogues.library import Library
from dialogues.play import Play
from dialogues.prepared import Prepared
from state_machines.acts import Reading


class Accepted:
    """The corrections in use, loaded again only after they have changed."""

    def __init__(self) -> None:
        self._stamp = (0, 0)
        self._known: tuple[Exemplar, ...] = ()

    def now(self, tx: Tx) -> tuple[Exemplar, ...]:
        """The corrections in use, oldest first."""
        stamp = corrections.stamp(tx)
        if stamp != self._stamp:
            found = corrections.having(tx, *corrections.IN_USE)
            self._known = tuple(Exemplar(one.text, one.lang, one.new_acts) for one in found)
            self._stamp = stamp
        return self._known


@dataclass(frozen=True, slots=True)
class Tools:
    """Built once by the application; `fresh_seed` gives the seed of a new encounter."""

    library: Library
    reader: Reader
    fresh_seed: Callable[[], int]
    accepted: Accepted = field(default_factory=Accepted)


def questions(prepared: Prepared) -> dict[str, tuple[str, ...]]:
    """The example questions of each topic, for the reader."""
    return {
        name: tuple(line.strip() for line in topic.ask.splitlines() if line.strip())
        for name, topic in prepared.words.topics.items()
    }


def read(tx: Tx, tools: Tools, prepared: Prepared, text: str, lately: Sequence[str]) -> Reading:
    """The trainee's words as understood here, in the light of what the subject said lately."""
    return tools.reader.read(
        text,
        lang=prepared.lang,
        previous=lately[-1] if lately else "",
        earlier=lately[:-1],
        topics=questions(prepared),
        exemplars=tools.accepted.now(tx),
    )


def reads_with(tx: Tx, tools: Tools) -> str:
    """The version of the reader; corrections in use, if any, are named by how many they are and
    when the last was judged (epoch milliseconds)."""
    count, judged_at = corrections.stamp(tx)
    used = f" corrections-{count}-{judged_at}" if count else ""
    return f"{tools.reader.version}{used}"


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
