"""`scenarios`: list, lint, schema, and a new one to start from."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from bot.chat.preview import preview as page
from bot.cli.output import AsJson, fail, library, show
from bot.practice.tools import playable
from dialogues.diagnostics import Problem, Severity
from dialogues.diagram import as_mermaid, as_svg
from dialogues.library import check_folder
from dialogues.scenario import NAME_PATTERN
from dialogues.schema import schemas
from dialogues.skeleton import write_skeleton


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


def schema(
    of: Annotated[
        Literal["scenario", "words"], typer.Argument(help="scenario.yaml, or en.yaml and fr.yaml.")
    ] = "scenario",
    as_json: AsJson = False,
) -> None:
    """Print the JSON Schema that completes and checks files in an editor."""
    typer.echo(schemas()[f"{of}.schema.json"], nl=False)


def new(
    name: Annotated[str, typer.Argument(help="Its id: small letters, digits and underscores.")],
) -> None:
    """Make a scenario to start from: it lints clean and can be played; its lines are to write."""
    if not re.fullmatch(NAME_PATTERN, name):
        fail(f"{name!r} cannot be an id; use small letters, digits and _, as in quiet_library")
    try:
        written = write_skeleton(library().folder / name)
    except FileExistsError:
        fail(f"there is a scenario {name!r} already; choose another id")
    for path in written:
        typer.echo(path)
    typer.echo(f"Next: write the lines, then: python -m bot scenarios lint {name}", err=True)


def preview(
    scenario: Annotated[str, typer.Argument(help="Id of the scenario.")],
    out: Annotated[Path, typer.Option(help="The file to write; one of that name is replaced.")],
    seed: Annotated[int, typer.Option(help="Draws the names.")] = 0,
) -> None:
    """Write every card and line of a scenario, in both languages, as one page to read."""
    try:
        out.write_text(page(library().load(scenario), seed), encoding="utf-8")
    except OSError as error:
        fail(f"{out} cannot be written ({error.strerror}); name another file with --out")
    typer.echo(out)


def diagram(
    scenario: Annotated[str, typer.Argument(help="Id of the scenario.")],
    form: Annotated[
        Literal["mermaid", "svg"], typer.Option("--as", help="Text for documents, or a picture.")
    ] = "mermaid",
) -> None:
    """Print the machines of a scenario: its moods, the relationship, its events and endings."""
    play = library().load(scenario)
    svg = form == "svg"
    text = as_svg(play.words["en"].title, play.scenario) if svg else as_mermaid(play.scenario)
    typer.echo(text, nl=False)
