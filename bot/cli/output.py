"""How the command line speaks to programs: JSON on standard output and nothing else."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from errno import EEXIST
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, Annotated, Any, NoReturn

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from bot.app import shelf
from bot.feedback.typed import as_json, printable
from bot.settings import load_settings
from dialogues.library import Library

WIDTH = 100
"""Characters of a table, wherever it is printed."""
AsJson = Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")]


def library() -> Library:
    """The scenarios that the settings point to.

    Raises:
        SettingsError: they point to no folder.
    """
    return shelf(load_settings())


def show(data: Any) -> None:
    """One JSON document on one line, which every terminal can show."""
    typer.echo(as_json(data))


def fail(message: str) -> NoReturn:
    """One line on standard error, exit code 1."""
    typer.echo(message, err=True)
    raise typer.Exit(1)


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A new file that only its owner can read; it becomes `path` if all goes well, else nothing.

    Raises:
        typer.Exit: it cannot be written; `path` is as it was.
    """
    draft: Path | None = None
    try:
        if path.exists() and not path.is_file():
            raise FileExistsError(EEXIST, "something that is no file has this name")
        with NamedTemporaryFile(dir=path.parent, prefix=".stepdown-", delete=False) as file:
            draft = Path(file.name)
            yield file
        draft.replace(path)
    except OSError as error:
        fail(f"{path}: cannot be written ({error.strerror})")
    finally:
        if draft is not None:
            draft.unlink(missing_ok=True)


def input_lines() -> Iterator[str]:
    """Standard input line by line as UTF-8; bytes that are not become the replacement sign."""
    for raw in sys.stdin.buffer:
        yield raw.decode("utf-8", errors="replace").rstrip("\r\n")


def input_json() -> Any:
    """The JSON document on standard input.

    Raises:
        typer.Exit: the input is not JSON; the place is said.
    """
    try:
        return json.loads(sys.stdin.buffer.read().decode("utf-8", errors="replace"))
    except json.JSONDecodeError as error:
        fail(f"standard input:{error.lineno}:{error.colno}: not JSON ({error.msg})")
    except RecursionError:
        fail("standard input: nested too deep to be a list of moves")
    except ValueError as error:
        fail(f"standard input: not JSON that can be read ({error})")


@contextmanager
def progress(label: str, total: int) -> Iterator[Callable[[], None]]:
    """A bar on standard error, where that is a terminal; what it gives moves it on by one."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(label, total=total)
        yield lambda: bar.advance(task)


def table(title: str, columns: list[str], rows: list[list[str]]) -> None:
    """A table on standard output; the first column is text, the others stand to the right."""
    grid = Table(box=None, pad_edge=False)
    for number, column in enumerate(columns):
        grid.add_column(column, justify="right" if number else "left", no_wrap=True)
    for row in rows:
        grid.add_row(*map(printable, row))
    typer.echo(title)
    Console(highlight=False, markup=False, width=WIDTH).print(grid)
