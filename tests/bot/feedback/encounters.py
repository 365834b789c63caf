"""Turns for the feedback tests: played on a scenario, or built by hand."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from dialogues.policies import POLICIES, acts
from dialogues.prepared import Prepared
from dialogues.records import Turn, turn_of
from dialogues.reply import Reply
from dialogues.turn import advance, begin
from state_machines.acts import Effect, Move, ReadAct, Reading
from state_machines.emotion import Feelings, Reason
from state_machines.subject import Change, Step
from tests.plays import prepared

EN, FR = prepared("er_waiting_room", "en"), prepared("er_waiting_room", "fr")
START = Feelings(60, 50, 20, 40)
STAY = Step("agitated", "agitated")


def said(play: Prepared, text: str, *names: str, **changes: object) -> Reading:
    """A reading of typed words in which each act is shown by the whole text."""
    found = acts(play, names)
    shown = tuple(replace(read, sentence=text) for read in found.acts)
    return replace(found, text=text, acts=shown, words=len(text.split()), **changes)  # type: ignore[arg-type]


def told(play: Prepared, *moves: Move, seed: int = 3) -> tuple[Feelings, list[Turn]]:
    """The start and the turns that these moves lead to."""
    scene, _ = begin(play, seed)
    start, turns = scene.subject.feelings, []
    for move in moves:
        outcome = advance(scene, move, play)
        scene = outcome.scene
        turns.append(turn_of(outcome))
        if scene.ending:
            break
    return start, turns


def simulated(
    play: Prepared, policy: str, seed: int = 3, most: int = 80
) -> tuple[Feelings, list[Turn]]:
    """The start and the turns of a simulated trainee."""
    chance = Random(seed)
    scene, _ = begin(play, seed)
    start, turns = scene.subject.feelings, []
    while not scene.ending and len(turns) < most:
        move = POLICIES[policy](scene, play, chance)
        outcome = advance(scene, move, play)
        scene = outcome.scene
        turns.append(turn_of(outcome))
    return start, turns


def made(
    number: int,
    *reasons: Reason,
    text: str = "",
    deeds: tuple[str, ...] = (),
    reading: Reading | None = None,
    reply: Reply | None = None,
) -> Turn:
    """A turn whose change is the sum of these reasons."""
    total = {v: sum(r.effect[v] for r in reasons) for v in Effect.__dataclass_fields__}
    after = Feelings(**{v: START[v] + total[v] for v in total})
    shown = tuple(
        ReadAct(r.name, EN.setting.catalogue.acts[r.name].polarity, sentence=text)
        for r in reasons
        if r.kind == "act"
    )
    move = Move(reading or Reading(text=text, acts=shown, words=len(text.split())), {}, deeds)
    change = Change(
        START,
        after,
        reasons,
        STAY,
        Step("stranger", "stranger"),
        Step("contact", "contact"),
        "x",
        acts=() if move.reading.abstained else move.reading.acts,
    )
    return Turn(number, move, change, reply or Reply())
