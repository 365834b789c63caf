"""`assessments`: the encounters that trainees agreed to have assessed, for their instructor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Literal, TypeVar

import typer

from bot.app import make_tools, opened
from bot.cli.output import fail, show, table
from bot.feedback.assessment import written
from bot.practice.assessing import Listed, Refusal, listed, read
from bot.practice.tools import Tools
from bot.settings import load_settings
from bot.store.work import Tx

T = TypeVar("T")
COLUMNS = ["token", "scenario", "lang", "day", "turns", "ending", "own", "total", "read"]
REFUSED: dict[Refusal, str] = {
    "unknown": "there is no encounter {token!r} in this database",
    "practice": "{token} is practice, not assessed: it is for the trainee alone",
    "running": "{token} has not ended yet",
    "stopped": "{token} was stopped before its end: it is shown to nobody",
    "unrated": "{token} waits for the trainee's own rating: only then can it be read",
}


def assessments(
    token: Annotated[
        str | None,
        typer.Argument(help="The token that the trainee gave you; all are listed without."),
    ] = None,
    unread: Annotated[
        bool, typer.Option("--unread", help="List only what nobody has read.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --form json.")] = False,
    form: Annotated[
        Literal["text", "html", "json"], typer.Option(help="How it is written.")
    ] = "text",
    output: Annotated[
        Path | None, typer.Option(help="The file to write; one of that name is replaced.")
    ] = None,
) -> None:
    """List assessed encounters, or read one: that is recorded, and its trainee sees it."""
    form = "json" if as_json else form
    if token is None:
        if output or form == "html":
            fail("name the token of one encounter to write it to a file")
        _list(unread, form == "json")
        return
    if unread:
        fail("--unread lists encounters; leave it out to read one")
    if output and not output.parent.is_dir():
        fail(f"{output}: cannot be written (there is no folder {output.parent})")
    _read(token, form, output)


def _with_store(work: Callable[[Tx, Tools], T]) -> T:
    settings = load_settings()
    tools = make_tools(settings)
    with opened(settings) as store:
        return store.transact_now(lambda tx: work(tx, tools))


def _list(unread: bool, as_json: bool) -> None:
    found = _with_store(lambda tx, tools: listed(tx, tools, unread=unread))
    if as_json:
        show([asdict(one) for one in found])
    elif found:
        new = sum(one.read is None for one in found)
        table(f"assessed: {len(found)}, not read yet: {new}", COLUMNS, [_row(one) for one in found])
        typer.echo("To read one: python -m bot assessments TOKEN (its trainee sees that it was).")
    else:
        typer.echo("nothing assessed is left unread" if unread else "nothing was assessed yet")


def _row(one: Listed) -> list[str]:
    total = "-" if one.total is None else f"{one.total:.2f}"
    cells = (one.token, one.scenario, one.lang, one.day, one.turns, one.ending, one.own_rating)
    return [*map(str, cells), total, one.read or "no"]


def _read(token: str, form: str, output: Path | None) -> None:
    found = _with_store(lambda tx, tools: read(tx, tools, token))
    if isinstance(found, str):
        fail(REFUSED[found].format(token=token))
    content = written(found, form)
    if output is None:
        typer.echo(content, nl=False)
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        fail(f"{output}: cannot be written ({error.strerror})")
    typer.echo(output)
