"""Every test that asks for `store` or `place` runs on both databases."""

import pytest

from bot.store.work import Store
from tests.bot.store.places import (
    KEY,
    ON_POSTGRESQL,
    ON_SQLITE,
    Clock,
    postgres_place,
    postgres_server,
    sqlite_place,
)


@pytest.fixture(scope="session")
def server():
    with postgres_server() as started:
        yield started


@pytest.fixture(params=[*ON_SQLITE, *ON_POSTGRESQL])
def place(request, tmp_path):
    if request.param == "sqlite":
        return sqlite_place(tmp_path)
    return postgres_place(request.getfixturevalue("server"))


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def opened(place, clock):
    """Opens the test's database as often as asked; all are closed in the end."""
    stores = []

    def opening(key=KEY, **options):
        stores.append(Store.open(place.url, key, clock=clock, **options))
        return stores[-1]

    yield opening
    for store in stores:
        store.close()


@pytest.fixture
def store(opened):
    return opened()


@pytest.fixture
def do(store):
    """Run one piece of work now: `do(people.find_or_create, 1001)`."""

    def doing(work, *given, **named):
        return store.transact_now(lambda tx: work(tx, *given, **named))

    return doing
