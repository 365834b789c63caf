"""`score`: the rubric of a stored encounter, or of any transcript."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from bot.app import make_tools, opened
from bot.app import reader as reader_in_use
from bot.cli.output import AsJson, fail, show, table
from bot.feedback.rubric.record import of_lines
from bot.feedback.rubric.score import score, with_words
from bot.feedback.typed import as_bytes
from bot.practice.scoring import scored_encounter
from bot.settings import load_settings
from bot.understanding import Reader
from bot.understanding.languages import language_of
from dialogues.catalogue import version
from dialogues.scenario import Lang
from state_machines.acts import Reading


class Line(BaseModel):
    """One line of a transcript."""

    model_config = ConfigDict(extra="ignore")

    speaker: Literal["trainee", "subject"]
    text: Annotated[str, Field(max_length=20_000)]


_LINES: TypeAdapter[list[Line]] = TypeAdapter(Annotated[list[Line], Field(max_length=5_000)])


def score_(
    encounter: Annotated[
        str | None, typer.Argument(help="The token of a stored encounter, as /history shows it.")
    ] = None,
    transcript: Annotated[
        Path | None,
        typer.Option(help="A JSON list of {speaker: trainee or subject, text} to score instead."),
    ] = None,
    lang: Annotated[
        Lang | None, typer.Option(help="Of the transcript; told from its words if left out.")
    ] = None,
    words: Annotated[
        bool,
        typer.Option("--words", help="Quote the words that show it; nobody is told of that."),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Score an encounter or a transcript by the rubric; the same words, the same score."""
    if (encounter is None) == (transcript is None):
        fail("name one encounter, or one file with --transcript")
    settings = load_settings()
    if transcript is not None:
        _report(of_transcript(transcript, lang, reader_in_use(settings)), as_json, words)
        return
    tools = make_tools(settings)
    with opened(settings) as store:
        found = store.transact_now(
            lambda tx: scored_encounter(tx, tools, str(encounter), words=words)
        )
    if found is None:
        fail(f"there is no encounter {encounter!r} in this database")
    _report(found, as_json, words)


def of_transcript(path: Path, lang: str | None, reader: Reader) -> dict[str, Any]:
    """The score of a transcript; the evidence names lines by their place in it, from 1.

    Without `lang` the language is told from the words of both speakers.
    """
    lines = _lines(path)
    lang = lang or language_of(" ".join(line.text for line in lines), "en")
    previous, earlier = "", list[str]()
    read, subject = list[tuple[int, Reading]](), dict[int, str]()
    for number, line in enumerate(lines, 1):
        if line.speaker == "subject":
            subject[number] = line.text
            earlier, previous = [*earlier[-5:], previous], line.text
            continue
        reading = reader.read(line.text, lang=lang, previous=previous, earlier=tuple(earlier))
        read.append((number, reading))
    found = score(of_lines(read, subject))
    words = {number: reading.text for number, reading in read}
    by = {"catalogue": version(), "readers": [reader.version]}
    return {**by, **with_words(found, words)}


def _lines(path: Path) -> list[Line]:
    try:
        return _LINES.validate_python(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError) as error:
        fail(f"{path}: cannot be read ({error})")
    except json.JSONDecodeError as error:
        fail(f"{path}:{error.lineno}:{error.colno}: not JSON ({error.msg})")
    except RecursionError:
        fail(f"{path}: nested too deep to be a transcript")
    except ValidationError as error:
        first = error.errors()[0]
        fail(f"{path}: {'.'.join(map(str, first['loc']))}: {first['msg']}")


def _report(data: dict[str, Any], as_json: bool, words: bool) -> None:
    if as_json:
        show(data)
        return
    rows = [
        [
            item["id"],
            "-" if item["score"] is None else f"{item['score']:.1f}",
            ", ".join(str(one["turn"]) for one in item["evidence"]),
        ]
        for item in data["items"]
    ]
    total = "-" if data["total"] is None else f"{data['total']:.2f}"
    table(f"total {total} of 5", ["item", "score", "turns"], rows)
    if words:
        typer.echo(as_bytes(_quotes(data)))
    if data.get("same") is False:
        typer.echo(_differs(data, data["stored"]))


def _quotes(data: dict[str, Any]) -> str:
    """What the score rests on, each turn once, in the order of turns."""
    said = {one["turn"]: one["text"] for item in data["items"] for one in item["evidence"]}
    return "\n".join(f"{turn:>4}  {said[turn]}" for turn in sorted(said))


def _differs(now: dict[str, Any], stored: dict[str, Any]) -> str:
    """Why the score that was kept is another one, in a line."""
    total = "-" if stored["total"] is None else f"{stored['total']:.2f}"
    why = [
        f"{key} {stored[key]} then, {now[key]} now"
        for key in ("rubric", "catalogue")
        if stored[key] != now[key]
    ]
    cause = "; ".join(why) or "with the same versions: the rubric's should have been raised"
    return f"The score kept after the encounter is another, total {total} ({cause})."
