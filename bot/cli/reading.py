"""`read`: how a sentence is understood, one utterance a line."""

from __future__ import annotations

import json
from time import perf_counter
from typing import Annotated, Any

import typer

from bot.app import reader as reader_in_use
from bot.cli.output import input_lines, library, show
from bot.practice.tools import questions
from bot.settings import load_settings
from dialogues.play import LANGS
from dialogues.prepared import prepare
from dialogues.scenario import Lang
from state_machines.acts import Reading


def reading_row(reading: Reading, text: str, ms: float) -> dict[str, Any]:
    """A reading as the command line prints it."""
    return {
        "text": text,
        "acts": [
            {
                "act": act.act,
                "polarity": act.polarity.value,
                "confidence": round(act.confidence, 3),
                "sentence": act.sentence,
                "source": act.source,
            }
            for act in reading.acts
        ],
        "polarity": reading.polarity.value,
        "topics": list(reading.topics),
        "abstained": reading.abstained or None,
        "ms": round(ms, 3),
    }


def _utterance(line: str, lang: str, previous: str) -> tuple[str, str, str]:
    """The text, language and previous line of one input line, plain or a JSON object."""
    if line.lstrip().startswith("{"):
        try:
            data = json.loads(line)
        except (ValueError, RecursionError):
            return line, lang, previous
        if isinstance(data, dict) and isinstance(data.get("text"), str):
            chosen = data.get("lang", lang)
            before = data.get("previous") or previous
            return data["text"], chosen if chosen in LANGS else lang, str(before)
    return line, lang, previous


def read(
    lang: Annotated[Lang, typer.Option(help="Language of the words.")] = "en",
    scenario: Annotated[
        str | None, typer.Option(help="Read with the topics of this scenario.")
    ] = None,
    previous: Annotated[str, typer.Option(help="What the subject said just before.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Show how words are understood: one utterance a line on standard input."""
    topics = {code: _topics(scenario, code) for code in LANGS} if scenario else {}
    reader = reader_in_use(load_settings())
    reader.read("hello", lang=lang, topics=topics.get(lang, {}))
    for line in input_lines():
        text, chosen, before = _utterance(line, lang, previous)
        began = perf_counter()
        reading = reader.read(text, lang=chosen, previous=before, topics=topics.get(chosen, {}))
        row = reading_row(reading, text, (perf_counter() - began) * 1000)
        if as_json:
            show(row)
        else:
            _tell(row)


def _topics(scenario: str, lang: str) -> dict[str, tuple[str, ...]]:
    return questions(prepare(library().load(scenario), lang))


def _tell(row: dict[str, Any]) -> None:
    acts = ", ".join(f"{a['act']} ({a['confidence']:.2f})" for a in row["acts"]) or "no act"
    about = f"  about {', '.join(row['topics'])}" if row["topics"] else ""
    unsure = f"  [{row['abstained']}]" if row["abstained"] else ""
    typer.echo(f"{row['polarity']:<8} {acts}{about}{unsure}")
