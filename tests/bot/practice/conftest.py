"""A trainee on a database of their own."""

import pytest

from bot.store.work import Store
from tests.bot.practice.trainees import trainees
from tests.bot.store.places import postgres_place, postgres_server, sqlite_place


@pytest.fixture(scope="module")
def server():
    with postgres_server() as started:
        yield started


@pytest.fixture
def stored(request, tmp_path):
    """A trainee on the database that the test names, SQLite where it names none."""
    opened = []

    def on(kind="sqlite", seed=7):
        on_sqlite = kind == "sqlite"
        place = (
            sqlite_place(tmp_path)
            if on_sqlite
            else postgres_place(request.getfixturevalue("server"))
        )
        opened.append(Store.open(place.url, bytes(32)))
        return trainees(opened[-1], seed)(1001)

    yield on
    for store in opened:
        store.close()


@pytest.fixture
def trainee(stored):
    return stored()
