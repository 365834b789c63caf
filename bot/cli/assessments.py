"""`assessments`: the encounters that trainees agreed to have assessed, for their instructor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import IO, Annotated, Literal, TypeVar

import typer

from bot.app import make_tools, opened
from bot.cli.output import AsJson, fail, replacing, show, table
from bot.feedback.assessment import written
from bot.practice.assessing import Listed, Refusal, listed, read
from bot.settings import load_settings
from bot.store.work import Tx

T = TypeVar("T")
COLUMNS = ["token", "scenario", "lang", "day", "turns", "read"]
REFUSED: dict[Refusal, str] = {
    "unknown": "there is no encounter {token!r} in this database",
    "practice": "{token} is practice, not assessed: it is for the trainee alone",
    "running": "{token} has not ended yet",
    "stopped": "{token} was stopped before its end: it is shown to nobody",
    "unrated": "{token} waits for the trainee's own rating: only then can it be read",
    "lost": "{token} cannot be shown: this program cannot read its scenario as it was then",
}

assessments = typer.Typer(help="What trainees agreed to have assessed, for their instructor.")


@assessments.command("list")
def list_(
    unread: Annotated[
        bool, typer.Option("--unread", help="List only what nobody has read.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """List the encounters that can be read; no result of any is among it."""
    found = _with_store(lambda tx: listed(tx, unread=unread))
    if as_json:
        show([asdict(one) for one in found])
    elif found:
        new = sum(one.read is None for one in found)
        table(f"assessed: {len(found)}, not read yet: {new}", COLUMNS, [_row(one) for one in found])
        typer.echo("Read one: python -m bot assessments read TOKEN (its trainee sees that it was).")
    else:
        typer.echo("nothing assessed is left unread" if unread else "nothing was assessed yet")


@assessments.command("read")
def read_(
    token: Annotated[str, typer.Argument(help="The token that the trainee gave you.")],
    form: Annotated[
        Literal["text", "html", "json"], typer.Option(help="How it is written.")
    ] = "text",
    output: Annotated[
        Path | None,
        typer.Option(help="The file to write, for you alone; one of that name is replaced."),
    ] = None,
) -> None:
    """Read one encounter: that is recorded, and its trainee sees it."""
    if output is None:
        typer.echo(_handed_over(token, form), nl=False)
        return
    with replacing(output) as file:
        _handed_over(token, form, file)
    typer.echo(output)


def _handed_over(token: str, form: str, file: IO[bytes] | None = None) -> bytes:
    """The encounter as it is read, also in the file; it counts as read once all of that is done.

    Raises:
        typer.Exit: it cannot be read.
    """
    tools = make_tools(load_settings())

    def work(tx: Tx) -> bytes | Refusal:
        found = read(tx, tools, token)
        if isinstance(found, str):
            return found
        content = written(found, form)
        if file is not None:
            _put(file, content)
        return content

    content = _with_store(work)
    if isinstance(content, str):
        fail(REFUSED[content].format(token=token))
    return content


def _put(file: IO[bytes], content: bytes) -> None:
    """Writes from the start: a transaction may be tried more than once."""
    file.seek(0)
    file.truncate()
    file.write(content)
    file.flush()


def _with_store(work: Callable[[Tx], T]) -> T:
    with opened(load_settings()) as store:
        return store.transact_now(work)


def _row(one: Listed) -> list[str]:
    cells = (one.token, one.scenario, one.lang, one.day, one.turns)
    return [*map(str, cells), one.read or "no"]
