"""`understanding`: examine the reading, teach it, put a head into use, judge corrections."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from bot.app import opened
from bot.cli.output import AsJson, fail, show
from bot.settings import load_settings
from bot.store import corrections
from bot.store.corrections import ACCEPTED, PROPOSED, REJECTED, REVIEWED, Correction
from bot.understanding import versions
from bot.understanding.training import examining
from dialogues.play import LANGS

understanding = typer.Typer(help="How well words are read, and how to make it better.")

Number = Annotated[int, typer.Argument(min=1, max=2**63 - 1, help="As in the list.")]

_FIGURES = (
    "macro_f1", "top_right", "abstains", "polarity_auc", "harmful_precision", "harmful_recall",
    "calibration_error",
)  # fmt: skip


def _folder() -> Path:
    return load_settings().heads


@understanding.command()
def evaluate(
    version: Annotated[str | None, typer.Option(help="A version trained here.")] = None,
    as_json: AsJson = False,
) -> None:
    """Read the frozen lines and say how often that was right, beside simpler readers."""
    folder = _folder()
    head = versions.version_of(folder, version) if version else versions.in_use(folder)
    found = examining.examined(head)
    show(found) if as_json else _tell(found)


@understanding.command()
def train() -> None:
    """Teach a new head from the seed sentences and the reviewed corrections; not in use yet."""
    folder = versions.fresh(_folder())
    rows = _taught_by()
    typer.echo(f"Teaching from {examining.seed_lines() + len(rows)} lines; some minutes ...")
    try:
        examining.train(folder, rows)
    except ModuleNotFoundError as error:
        fail(f"{error.name} is missing; training needs requirements/dev.txt installed")
    typer.echo(f"Version {folder.name} is taught. Put it into use with: promote {folder.name}")


@understanding.command()
def promote(version: str) -> None:
    """Put a version into use, unless it reads the frozen lines clearly worse."""
    folder = _folder()
    against = examining.compared(versions.in_use(folder), versions.version_of(folder, version))
    if against:
        fail("not promoted: " + "; ".join(against))
    versions.promote(folder, version)
    typer.echo(f"Version {version} is in use from the next start on.")


@understanding.command()
def rollback() -> None:
    """Take back the last promotion."""
    typer.echo(f"In use from the next start on: {versions.roll_back(_folder())}")


@understanding.command("corrections")
def corrections_(as_json: AsJson = False) -> None:
    """List the corrections that wait for a judgement, and those in use."""
    with opened(load_settings()) as store:
        waiting = store.transact_now(
            lambda tx: corrections.having(tx, PROPOSED, ACCEPTED, REVIEWED)
        )
    if as_json:
        show([_row(one) for one in waiting])
        return
    for one in waiting:
        typer.echo(
            f"{one.id:>4} {one.state:<9} {one.lang} {'+'.join(one.old_acts) or '-'} -> "
            f"{'+'.join(one.new_acts) or '-'}  {one.text!r} after {one.previous!r}"
        )


@understanding.command()
def accept(correction: Number) -> None:
    """Accept a correction: near-identical words are read so from now on."""
    _judge(correction, ACCEPTED)


@understanding.command()
def review(correction: Number) -> None:
    """Agree with an accepted correction as a second reader: the next training learns from it."""
    _judge(correction, REVIEWED)


@understanding.command()
def reject(correction: Number) -> None:
    """Turn a correction down; it is used for nothing."""
    _judge(correction, REJECTED)


def _judge(correction: int, state: str) -> None:
    with opened(load_settings()) as store:
        store.transact_now(lambda tx: corrections.judge(tx, correction, state))
    typer.echo(f"Correction {correction} is {state}.")


def _taught_by() -> list[Correction]:
    """The reviewed corrections on whose words nobody disagrees."""
    with opened(load_settings()) as store:
        reviewed = store.transact_now(lambda tx: corrections.having(tx, REVIEWED))
    settled, open_ = examining.settled(reviewed)
    for text in open_:
        typer.echo(f"Left out, since corrections of it disagree: {text!r}")
    return settled


def _row(one: Correction) -> dict[str, Any]:
    return {
        "id": one.id,
        "state": one.state,
        "lang": one.lang,
        "text": one.text,
        "previous": one.previous,
        "old_acts": list(one.old_acts),
        "new_acts": list(one.new_acts),
        "made_at": one.made_at,
    }


def _tell(found: dict[str, Any]) -> None:
    for lang in LANGS:
        one = found[lang]
        typer.echo(f"{lang}: {one['lines']} frozen lines")
        _figures("head and rules", one)
        _figures("rules alone", one["baselines"]["rules"])
        _figures("commonest act", one["baselines"]["majority"])
        typer.echo(
            f"  length alone      polarity_auc {one['baselines']['length']['polarity_auc']:.3f}"
        )
        for kind, worse in one["damage"].items():
            typer.echo(f"  {kind:<17} macro_f1 {worse['macro_f1']:.3f}")
    elsewhere = found["elsewhere"]
    typer.echo(
        f"no speech to anybody: {elsewhere['not_read']:.1%} of {elsewhere['lines']} not read as an"
        f" act; frozen lines refused: {elsewhere['refused']:.1%}"
    )


def _figures(name: str, one: dict[str, Any]) -> None:
    typer.echo(f"  {name:<17} " + "  ".join(f"{key} {one[key]:.3f}" for key in _FIGURES))
