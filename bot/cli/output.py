"""How the command line speaks to programs: JSON on standard output and nothing else."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any, NoReturn

import typer

from bot.app import shelf
from bot.settings import load_settings
from dialogues.library import Library


def library() -> Library:
    """The scenarios that the settings point to.

    Raises:
        SettingsError: they point to no folder.
    """
    return shelf(load_settings())


def show(data: Any) -> None:
    """One JSON document on one line; half a character, which UTF-8 cannot hold, stays escaped."""
    document = json.dumps(data, ensure_ascii=False)
    typer.echo(document.encode("utf-8", errors="backslashreplace").decode())


def fail(message: str) -> NoReturn:
    """One line on standard error, exit code 1."""
    typer.echo(message, err=True)
    raise typer.Exit(1)


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
