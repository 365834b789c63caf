"""The command line: practise, read a sentence, prove a scenario, teach the reader, read
what was assessed, check."""

from __future__ import annotations

import sys

import typer

from bot.cli.advancing import advance
from bot.cli.assessments import assessments
from bot.cli.checking import check
from bot.cli.practising import chat, play, run
from bot.cli.reading import read
from bot.cli.rehearsing import coverage, simulate
from bot.cli.scenarios import diagram, lint, list_, new, preview, schema
from bot.cli.scoring import score_
from bot.cli.understanding import understanding
from bot.settings import SettingsError
from bot.store.work import StoreError
from bot.understanding.head import HeadError
from bot.understanding.training.seeds import SeedError
from dialogues.diagnostics import ScenarioError

app = typer.Typer(
    name="stepdown",
    help="Stepdown: practise calming people down.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command()(run)
app.command()(chat)
app.command()(read)
app.command()(advance)
app.command()(check)
app.command("score")(score_)
scenarios = typer.Typer(help="What can be practised, and proof that it works.")
scenarios.command("list")(list_)
for command in (lint, schema, new, play, preview, diagram, simulate, coverage):
    scenarios.command()(command)
app.add_typer(scenarios, name="scenarios")
app.add_typer(assessments, name="assessments")
app.add_typer(understanding, name="understanding")


def main() -> None:
    """Run the command line; a foreseen error is one line on standard error and exit code 1."""
    try:
        app()
    except (SettingsError, ScenarioError, HeadError, SeedError, StoreError) as error:
        typer.echo(str(error), err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.exit(1)
