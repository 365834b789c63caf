"""`check`: configuration, database, key, fonts, catalogue, reader; one line each."""

from __future__ import annotations

from collections.abc import Callable

import typer

from bot.app import open_store, reader
from bot.cli.output import library
from bot.feedback.picture import check_fonts
from bot.settings import Settings, SettingsError, load_settings
from bot.store.work import StoreError
from bot.texts import check_texts
from bot.understanding.head import HeadError, load
from bot.understanding.versions import in_use
from dialogues.catalogue import catalogue_text, load_catalogue
from dialogues.diagnostics import ScenarioError
from dialogues.library import errors
from dialogues.play import LANGS


def _configuration(settings: Settings) -> str:
    where = "Telegram" if settings.token else f"the phone page on port {settings.port}"
    return f"runs against {where}; data in {settings.data}"


def _database(settings: Settings) -> str:
    store = open_store(settings)
    store.close()
    return f"opens, at the newest version ({settings.database_url.partition(':')[0]})"


def _key(settings: Settings) -> str:
    return "from STEPDOWN_KEY" if settings.key else f"in {settings.key_file}"


def _fonts(settings: Settings) -> str:
    return check_fonts()


def _catalogue(settings: Settings) -> str:
    catalogue = load_catalogue()
    for lang in LANGS:
        catalogue_text(lang)
    shelf = library()
    broken = [p for name in shelf.ids() for p in errors(shelf.problems(name))]
    if broken:
        raise ScenarioError(broken)
    if not shelf.ids():
        raise SettingsError(f"no scenario in {shelf.folder}; see docs/authors-guide.md")
    return (
        f"{len(catalogue.acts)} acts, {len(catalogue.deeds)} deeds, "
        f"{len(shelf.ids())} scenarios in {len(LANGS)} languages, version {catalogue.version}"
    )


def _texts(settings: Settings) -> str:
    return f"{check_texts()} texts in each of {len(LANGS)} languages"


def _reader(settings: Settings) -> str:
    about = load(in_use(settings.heads)).about
    reader(settings).read("Hello.", lang="en")
    return f"reads with a head taught by {about['lines']} lines"


CHECKS: dict[str, Callable[[Settings], str]] = {
    "configuration": _configuration,
    "database": _database,
    "key": _key,
    "fonts": _fonts,
    "texts": _texts,
    "catalogue": _catalogue,
    "reader": _reader,
}


def check() -> None:
    """Check the installation, one line for each part; exit code 1 if anything is wrong."""
    try:
        settings = load_settings()
    except SettingsError as error:
        typer.echo(f"wrong  configuration: {error}")
        raise typer.Exit(1) from None
    wrong = 0
    for name, look in CHECKS.items():
        try:
            typer.echo(f"ok     {name}: {look(settings)}")
        except (StoreError, ScenarioError, SettingsError, HeadError, OSError, LookupError) as error:
            wrong += 1
            typer.echo(f"wrong  {name}: {str(error).splitlines()[0]}")
    if wrong:
        raise typer.Exit(1)
