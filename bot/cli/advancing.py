"""`advance`: play a list of moves and print every turn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import typer
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.app import reader as reader_in_use
from bot.cli.output import fail, input_json, library, show
from bot.cli.reading import reading_row
from bot.practice.tools import questions
from bot.settings import load_settings
from bot.understanding import Reader
from dialogues.prepared import Prepared, prepare
from dialogues.records import plain
from dialogues.sayings import fill
from dialogues.scenario import Lang
from dialogues.turn import MoveError, Outcome, Scene, begin
from dialogues.turn import advance as advance_scene
from state_machines.acts import Catalogue, Move, Polarity, ReadAct, Reading


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid")


class GivenAct(_Part):
    """An act stated outright, with how sure (0 to 1)."""

    act: str
    confidence: Annotated[float, Field(ge=0, le=1)] = 1.0
    feeling: str = ""


class GivenMove(_Part):
    """One move: words to be read, or acts used as the reading; posture by dimension or by id."""

    text: Annotated[str, Field(max_length=20_000)] = ""
    acts: list[str | GivenAct] | None = None
    topics: list[str] = []
    posture: dict[str, str] | list[str] | str = {}
    deeds: list[str] | str = []


class Given(_Part):
    """What `advance` takes on standard input."""

    scenario: str
    lang: Lang = "en"
    seed: int = 0
    moves: Annotated[list[GivenMove], Field(max_length=500)]


def advance(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
) -> None:
    """Play the moves on standard input: {scenario, lang, seed, moves: [{text, acts, ...}]}."""
    try:
        given = Given.model_validate(input_json())
    except ValidationError as error:
        first = error.errors()[0]
        fail(f"standard input: {'.'.join(map(str, first['loc']))}: {first['msg']}")
    prepared = prepare(library().load(given.scenario), given.lang)
    try:
        report = _played(given, prepared)
    except MoveError as error:
        fail(f"standard input: {error}")
    show(report) if as_json else _tell(report)


def _played(given: Given, prepared: Prepared) -> dict[str, Any]:
    scene, opening = begin(prepared, given.seed)
    reader, rows = reader_in_use(load_settings()), []
    for move in given.moves:
        if scene.ending:
            break
        taken = _move(move, scene, prepared, reader)
        if taken.reading.abstained == "not_addressed":
            rows.append({"turn": None, "reading": _reading(taken), "reply": None})
            continue
        outcome = advance_scene(scene, taken, prepared)
        rows.append(_turn(outcome))
        scene = outcome.scene
    return {
        "scenario": given.scenario,
        "lang": given.lang,
        "seed": given.seed,
        "opening": plain(opening),
        "turns": rows,
        "unused_moves": len(given.moves) - len(rows),
        "ending": _ending(scene, prepared),
    }


def _turn(outcome: Outcome) -> dict[str, Any]:
    subject, move = outcome.scene.subject, outcome.move
    return {
        "turn": subject.turn,
        "reading": _reading(move),
        "posture": plain(subject.memory.posture),
        "deeds": list(move.deeds),
        "change": plain(outcome.change),
        "feelings": plain(subject.feelings),
        "mood": subject.mood,
        "stage": subject.stage,
        "phase": subject.phase,
        "behaviour": outcome.change.behaviour,
        "reply": plain(outcome.reply),
        "ending": outcome.ending or None,
    }


def _reading(move: Move) -> dict[str, Any]:
    row = reading_row(move.reading, move.reading.text, 0)
    del row["ms"]
    return row


def _ending(scene: Scene, prepared: Prepared) -> dict[str, Any] | None:
    if not scene.ending:
        return None
    words = prepared.words.endings[scene.ending]
    good = prepared.scenario.endings[scene.ending].good
    title, text = (fill(part, scene.drawn) for part in (words.title, words.text))
    return {"id": scene.ending, "good": good, "title": title, "text": text}


def _move(given: GivenMove, scene: Scene, prepared: Prepared, reader: Reader) -> Move:
    catalogue = prepared.setting.catalogue
    deeds = [given.deeds] if isinstance(given.deeds, str) else given.deeds
    posture = dict(_posture(given, catalogue))
    if given.acts is not None:
        return Move(_given_reading(given, catalogue), posture, tuple(deeds))
    if not given.text:
        return Move(Reading(), posture, tuple(deeds))
    reading = reader.read(
        given.text,
        lang=prepared.lang,
        previous="".join(scene.lately[-1:]),
        earlier=scene.lately[:-1],
        topics=questions(prepared),
    )
    return Move(reading, posture, tuple(deeds))


def _given_reading(given: GivenMove, catalogue: Catalogue) -> Reading:
    named = [GivenAct(act=a) if isinstance(a, str) else a for a in given.acts or []]
    unknown = next((a.act for a in named if a.act not in catalogue.acts), None)
    if unknown is not None:
        raise MoveError(f"no act {unknown!r}; the acts are listed in dialogues/acts.yaml")
    acts = tuple(
        ReadAct(a.act, catalogue.acts[a.act].polarity, a.confidence, given.text, "given", a.feeling)
        for a in named
    )
    kinds = {act.polarity for act in acts}
    polarity = kinds.pop() if len(kinds) == 1 else Polarity.MIXED if kinds else Polarity.NEUTRAL
    words = len(given.text.split()) or (8 if acts else 0)
    return Reading(given.text, acts, polarity, tuple(given.topics), words=words)


def _posture(given: GivenMove, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Stances by dimension; an id alone finds its dimension, since ids are unique."""
    if isinstance(given.posture, dict):
        yield from given.posture.items()
        return
    ids = [given.posture] if isinstance(given.posture, str) else given.posture
    for name in ids:
        dimension = next((d for d, s in catalogue.stances if s == name), "")
        yield dimension, name


def _tell(report: dict[str, Any]) -> None:
    typer.echo(report["opening"]["said"])
    for row in report["turns"]:
        acts = ", ".join(act["act"] for act in row["reading"]["acts"]) or "-"
        if row["reply"] is None:
            typer.echo(f"    ({acts}: not taken as words to the subject)")
            continue
        typer.echo(f"{row['turn']:>3} [{acts}] {row['mood']}, {row['stage']}, {row['behaviour']}")
        typer.echo(f"    {row['reply']['cue']} {row['reply']['said']}")
    if report["ending"]:
        typer.echo(f"Ending: {report['ending']['title']}")
