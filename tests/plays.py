"""Scenarios prepared for tests, and encounters played on them."""

from __future__ import annotations

from functools import cache

from dialogues.library import Library
from dialogues.play import LANGS
from dialogues.policies import acts
from dialogues.prepared import Prepared, prepare
from dialogues.reply import Reply
from dialogues.turn import Outcome, Scene, advance, begin
from state_machines.acts import Move

SCENARIOS = Library().ids()
EVERY = [(name, lang) for name in SCENARIOS for lang in LANGS]
"""Each scenario in each language."""


@cache
def prepared(name: str = "er_waiting_room", lang: str = "en") -> Prepared:
    """A scenario of the product, ready to be played."""
    return prepare(Library().load(name), lang)


def opened(name: str = "er_waiting_room", lang: str = "en", seed: int = 7) -> Scene:
    """The scene as the trainee walks in."""
    return begin(prepared(name, lang), seed)[0]


def moved(
    play: Prepared,
    *names: str,
    topics: tuple[str, ...] = (),
    deeds: tuple[str, ...] = (),
    **posture: str,
) -> Move:
    """A move with these acts, topics, deeds and stances."""
    return Move(acts(play, names, topics), posture, deeds)


def played(play: Prepared, moves: list[Move], seed: int = 7) -> list[Outcome]:
    """What each move leads to, until the encounter ends."""
    scene, _ = begin(play, seed)
    outcomes: list[Outcome] = []
    for move in moves:
        if scene.ending:
            break
        outcomes.append(advance(scene, move, play))
        scene = outcomes[-1].scene
    return outcomes


def lines_of(reply: Reply) -> list[str]:
    """The sayings of a reply that may not come twice."""
    return [line for line in (reply.said, reply.cue, reply.deed) if line]
