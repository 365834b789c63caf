"""`scenarios`: list, lint, schema and simulate."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from bot.cli.output import fail, library, show
from bot.practice.tools import playable
from dialogues.diagnostics import Problem, Severity
from dialogues.library import check_folder
from dialogues.policies import POLICIES
from dialogues.prepared import prepare
from dialogues.rehearse import MOST_TURNS
from dialogues.rehearse import simulate as rehearse
from dialogues.scenario import Lang
from dialogues.schema import schemas

scenarios = typer.Typer(help="What can be practised, and proof that it works.")

AsJson = Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")]
PolicyName = StrEnum("PolicyName", {name: name for name in POLICIES})  # type: ignore[misc]


@scenarios.command("list")
def list_(as_json: AsJson = False) -> None:
    """List the scenarios that can be played."""
    plays = playable(library())
    rows = [
        {
            "id": play.id,
            "title": {lang: words.title for lang, words in play.words.items()},
            "roles": list(play.scenario.roles),
            "difficulty": play.scenario.difficulty,
            "minutes": play.scenario.minutes,
            "hash": play.hash,
        }
        for play in plays
    ]
    if as_json:
        show(rows)
        return
    for play in plays:
        titles = " / ".join(words.title for words in play.words.values())
        typer.echo(f"{play.id:<24} {titles}")


@scenarios.command()
def lint(
    which: Annotated[
        list[str] | None, typer.Argument(help="Ids or folders; all scenarios if none is named.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show everything that is wrong or could be better; exit code 1 if anything is wrong."""
    shelf = library()
    names = which or list(shelf.ids())
    found = [problem for name in names for problem in _problems(shelf.folder, name)]
    if as_json:
        show([_row(problem) for problem in found])
    else:
        for problem in found:
            typer.echo(f"{problem} [{problem.severity.value}]")
        typer.echo(f"{len(names)} checked, {_count(found)}", err=True)
    if any(problem.severity is Severity.ERROR for problem in found):
        raise typer.Exit(1)


def _problems(folder: Path, name: str) -> tuple[Problem, ...]:
    path = Path(name) if Path(name).is_dir() else folder / name
    if not path.is_dir():
        fail(f"no scenario and no folder {name!r}; see: python -m bot scenarios list")
    return check_folder(path)[1]


def _row(problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "severity": problem.severity.value,
        "message": problem.message,
    }


def _count(found: list[Problem]) -> str:
    by = {severity: sum(p.severity is severity for p in found) for severity in Severity}
    return ", ".join(f"{n} {severity.value}s" for severity, n in by.items())


@scenarios.command()
def schema(
    of: Annotated[
        Literal["scenario", "words"], typer.Argument(help="scenario.yaml, or en.yaml and fr.yaml.")
    ] = "scenario",
    as_json: AsJson = False,
) -> None:
    """Print the JSON Schema that completes and checks files in an editor."""
    typer.echo(schemas()[f"{of}.schema.json"], nl=False)


@scenarios.command()
def simulate(
    scenario: Annotated[str, typer.Argument(help="Id of the scenario.")],
    policy: Annotated[PolicyName, typer.Option(help="How the simulated trainee behaves.")],
    runs: Annotated[int, typer.Option(min=1, max=100_000)] = 100,
    seed: Annotated[int, typer.Option(help="Seed of the first run.")] = 0,
    lang: Lang = "en",
    turns: Annotated[int, typer.Option(min=1, max=200, help="Most turns a run.")] = MOST_TURNS,
    as_json: AsJson = False,
) -> None:
    """Play a scenario many times with a simulated trainee."""
    prepared = prepare(library().load(scenario), lang)
    report = rehearse(prepared, policy.value, runs, seed, turns)
    if as_json:
        show(report)
        return
    typer.echo(f"{scenario}, {policy.value}, {runs} runs")
    for row in report["endings"]:
        mark = "+" if row["good"] else " "
        typer.echo(f"  {mark} {row['id']:<24} {row['count']:>7} {row['count'] / runs:>7.1%}")
    typer.echo(f"  turns: mean {report['turns']['mean']}, p90 {report['turns']['p90']}")
