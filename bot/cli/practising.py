"""`run`, `chat` and `scenarios play`: on Telegram, on the loopback phone, in the terminal."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated

import typer

from bot.app import chat as talk
from bot.app import reader, set_up_logging
from bot.app import run as serve
from bot.chat import IntakeError
from bot.cli.output import fail, library
from bot.practice.tools import questions
from bot.settings import Settings, load_settings
from bot.store.work import StoreError
from bot.terminal.inspector import Inspector
from bot.terminal.talk import QUIT
from bot.texts import text
from dialogues.play import LANGS
from dialogues.prepared import prepare
from dialogues.scenario import Lang


def run() -> None:
    """Serve the bot: on Telegram with TELEGRAM_BOT_TOKEN, else as a phone on one local page."""
    settings = load_settings()
    set_up_logging(settings.log)
    _until_done(settings, lambda: serve(settings, lambda line: typer.echo(line)))


def chat(
    scenario: Annotated[str | None, typer.Option(help="Begin with this scenario.")] = None,
    lang: Annotated[Lang, typer.Option(help="Language to practise in.")] = "en",
    seed: Annotated[int | None, typer.Option(help="Same seed, same encounter.")] = None,
    script: Annotated[
        Path | None, typer.Option(help="Play the lines of this file instead of the keyboard.")
    ] = None,
) -> None:
    """Practise in the terminal; type words, or the number of a button; /quit leaves."""
    settings = load_settings()
    set_up_logging("error")
    next_line = _from_script(script) if script else _from_keyboard
    opening = _opening(scenario, lang)
    _until_done(settings, lambda: talk(settings, seed, opening, next_line, typer.echo))


def play(
    scenario: Annotated[str, typer.Argument(help="Id of the scenario.")],
    lang: Annotated[Lang, typer.Option(help="Language to play in.")] = "en",
    seed: Annotated[int, typer.Option(help="Same seed, same encounter.")] = 0,
    script: Annotated[
        Path | None, typer.Option(help="Play the lines of this file instead of the keyboard.")
    ] = None,
) -> None:
    """Play a scenario as its author: each turn shows the reading, the change and why."""
    prepared = prepare(library().load(scenario), lang)
    inspector = Inspector(prepared, reader(load_settings()), questions(prepared), seed)
    next_line = _from_script(script) if script else _from_keyboard
    asyncio.run(_inspect(inspector, next_line))


async def _inspect(inspector: Inspector, next_line: Callable[[], Awaitable[str | None]]) -> None:
    for line in inspector.start():
        typer.echo(line)
    while (typed := await next_line()) is not None:
        typed = typed.strip()
        if typed in QUIT:
            return
        if typed and not typed.startswith("#"):
            for line in inspector.take(typed):
                typer.echo(line)


def _opening(scenario: str | None, lang: Lang) -> list[str]:
    """The buttons to tap on the way to a scenario named on the command line."""
    labels = [text(code, "chat.agree_button") for code in LANGS]
    labels.append(text(lang, "chat.language_name"))
    if scenario:
        play = library().load(scenario)
        labels += [play.words[lang].title, text(lang, "chat.begin_learn_button")]
        roles = [text(lang, f"chat.role_{role}") for role in play.scenario.roles]
        labels += [text(lang, "chat.begin_learn_as_button", role=role) for role in roles]
    return labels


def _until_done(settings: Settings, work: Callable[[], Awaitable[None]]) -> None:
    """Run to the end; a foreseen failure is one line that says what to do."""

    async def body() -> None:
        await work()

    try:
        asyncio.run(body())
    except KeyboardInterrupt:
        return
    except (StoreError, IntakeError) as error:
        fail(str(error))
    except TimeoutError:
        fail("no answer came in time; start again, what was said is kept")
    except OSError as error:
        fail(f"{error.strerror or error}; set it with STEPDOWN_PORT")


async def _from_keyboard() -> str | None:
    return await asyncio.to_thread(_prompted)


def _prompted() -> str | None:
    sys.stdout.write("> ")
    sys.stdout.flush()
    line = sys.stdin.buffer.readline().decode("utf-8", errors="replace")
    return line or None


def _from_script(path: Path) -> Callable[[], Awaitable[str | None]]:
    """The lines of a file, each shown as it is said; `#` begins a comment."""
    try:
        lines = iter(path.read_text(encoding="utf-8").splitlines())
    except (OSError, UnicodeDecodeError) as error:
        fail(f"{path}: cannot be read as text ({error})")

    async def following() -> str | None:
        line = next(lines, None)
        if line and not line.startswith("#"):
            typer.echo(f"\n> {line}")
        return line

    return following
