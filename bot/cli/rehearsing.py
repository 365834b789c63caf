"""`scenarios simulate` and `coverage`: many encounters by simulated trainees."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any

import typer

from bot.cli.output import AsJson, library, progress, show, table
from dialogues.coverage import coverage as cover
from dialogues.coverage import never
from dialogues.play import LANGS
from dialogues.policies import POLICIES
from dialogues.prepared import prepare
from dialogues.rehearse import MOST_TURNS, good_share
from dialogues.rehearse import simulate as rehearse
from dialogues.scenario import Lang

ALL = "all"
PolicyName = StrEnum("PolicyName", {name: name for name in (*POLICIES, ALL)})  # type: ignore[misc]
Seed = Annotated[int, typer.Option(help="Seed of the first run.")]
ScenarioId = Annotated[str, typer.Argument(help="Id of the scenario.")]


def simulate(
    scenario: ScenarioId,
    policy: Annotated[
        PolicyName, typer.Option(help="How the simulated trainee behaves; `all` compares them.")
    ],
    runs: Annotated[int, typer.Option(min=1, max=100_000)] = 100,
    seed: Seed = 0,
    lang: Lang = "en",
    turns: Annotated[int, typer.Option(min=1, max=200, help="Most turns a run.")] = MOST_TURNS,
    as_json: AsJson = False,
) -> None:
    """Play a scenario many times with a simulated trainee."""
    prepared = prepare(library().load(scenario), lang)
    names = list(POLICIES) if policy.value == ALL else [policy.value]
    with progress(scenario, runs * len(names)) as step:
        reports = [rehearse(prepared, name, runs, seed, turns, step) for name in names]
    if as_json:
        show(reports if policy.value == ALL else reports[0])
    elif policy.value == ALL:
        _compare(scenario, runs, reports)
    else:
        _endings(reports[0])


def _endings(report: Mapping[str, Any]) -> None:
    rows = [
        ["+" if row["good"] else "", row["id"], *_counted(row["count"], report["runs"])]
        for row in report["endings"]
    ]
    title = f"{report['scenario']}, {report['policy']}, {report['runs']} runs"
    table(title, ["ending", "runs", "share"], [[f"{m:<2}{name}", *c] for m, name, *c in rows])
    typer.echo(f"turns: mean {report['turns']['mean']}, p90 {report['turns']['p90']}")


def _counted(count: int, runs: int) -> list[str]:
    return [str(count), f"{count / runs:.1%}"]


def _compare(scenario: str, runs: int, reports: list[dict[str, Any]]) -> None:
    rows = []
    for report in reports:
        most = max(report["endings"], key=lambda row: row["count"])
        turns = report["turns"]
        ends = f"{most['id']} {most['count'] / runs:.0%}"
        rows.append([report["policy"], f"{good_share(report):.1%}", f"{turns['mean']:.1f}", ends])
    columns = ["policy", "ends well", "turns", "most often"]
    table(f"{scenario}, {runs} runs by each policy", columns, rows)


def coverage(
    scenario: ScenarioId,
    lang: Annotated[Lang | None, typer.Option(help="One language; both if none is named.")] = None,
    runs: Annotated[int, typer.Option(min=1, max=100_000)] = 2000,
    seed: Seed = 0,
    unreached: Annotated[
        bool, typer.Option("--unreached", help="Print each line that was never reached.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Show what a fixed mix of simulated trainees reaches, and what none of them ever does."""
    play = library().load(scenario)
    langs = [lang] if lang else list(LANGS)
    with progress(scenario, runs * len(langs)) as step:
        reports = [cover(prepare(play, each), runs, seed, step) for each in langs]
    if as_json:
        show(reports)
        return
    for report in reports:
        _lines(report)
    _happened(reports[0])
    for report in reports:
        _missed(report, unreached)


def _lines(report: Mapping[str, Any]) -> None:
    lines, runs = report["lines"], report["runs"]
    typer.echo(
        f"{report['scenario']} ({report['lang']}), {runs} mixed runs: "
        f"{lines['reached']} of {lines['total']} lines reached ({lines['share']:.1%}), "
        f"{report['repeats']} repeated within a run"
    )


def _happened(report: Mapping[str, Any]) -> None:
    """Moods and endings, which are the same in every language."""
    for group in ("moods", "endings"):
        rows = [[name, *_counted(n, report["runs"])] for name, n in report[group].items()]
        table(f"\n{group}", ["", "runs", "share"], rows)
    for thing in never(report):
        typer.echo(f"never: {thing}")


def _missed(report: Mapping[str, Any], every_line: bool) -> None:
    for place, missing in report["unreached"].items():
        typer.echo(f"{len(missing):>4} never in {place} ({report['lang']})")
        for line in missing if every_line else ():
            typer.echo(f"       {line}")
