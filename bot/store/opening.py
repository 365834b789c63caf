"""Opening the database file or server, with the rules each must keep to stay trustworthy."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from bot.store.errors import StoreError

OLDEST_SQLITE = (3, 37)
"""The first with strict tables, which refuse a text in a column of numbers."""
BUSY_MS = 30_000
"""How long SQLite waits for another process to finish writing."""
LOCK_WAIT = "-c lock_timeout=10s"
"""How long PostgreSQL waits for a lock before the transaction is tried anew."""
PRAGMAS = {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1}
"""What SQLite must answer: write-ahead log, every commit on disk, deleted bytes overwritten."""


def parsed(url: str) -> URL:
    """The URL, with the one driver we use for each database.

    Raises:
        StoreError: it is not a URL of an SQLite file or a PostgreSQL database.
    """
    try:
        parts = make_url(url)
    except ArgumentError:
        raise StoreError("the database URL cannot be read; write sqlite:///FILE") from None
    if parts.get_backend_name() == "sqlite" and parts.database not in (None, "", ":memory:"):
        return parts.set(drivername="sqlite")
    if parts.get_backend_name() in ("postgresql", "postgres"):
        return parts.set(drivername="postgresql+psycopg")
    raise StoreError("the database must be sqlite:///FILE or postgresql://USER@HOST/NAME")


def engine_for(url: URL, *, connections: int, migrating: bool = False) -> Engine:
    """An engine whose transactions start and end as the store needs them.

    Raises:
        StoreError: the driver is not installed, or too old.
    """
    pool: dict[str, Any] = {"pool_size": connections, "max_overflow": 0}
    if migrating:
        pool = {"poolclass": NullPool}
    if url.get_backend_name() == "sqlite":
        if sqlite3.sqlite_version_info < OLDEST_SQLITE:
            raise StoreError(f"SQLite {sqlite3.sqlite_version} is too old; 3.37 or newer is needed")
        engine = create_engine(url, hide_parameters=True, **pool)
        _keep_sqlite_rules(engine, foreign_keys=not migrating)
        return engine
    try:
        return create_engine(
            url,
            hide_parameters=True,
            pool_pre_ping=not migrating,
            isolation_level="READ COMMITTED",
            connect_args={"options": LOCK_WAIT},
            **pool,
        )
    except ModuleNotFoundError:
        raise StoreError("PostgreSQL needs psycopg; install the extra 'postgres'") from None


def refused(url: URL, error: SQLAlchemyError) -> StoreError:
    """Why the database could not be opened, and what to do; the password is never shown."""
    orig = error.orig if isinstance(error, DBAPIError) else error
    reason = str(orig).strip().partition("\n")[0]
    if url.get_backend_name() != "sqlite":
        where = url.set(password=None, query={}).render_as_string()
        return StoreError(f"{where} cannot be opened ({reason}); see that it runs and lets us in")
    path = Path(url.database or "").absolute()
    if not path.parent.is_dir():
        return StoreError(f"the folder {path.parent} does not exist; make it or name another")
    if "not a database" in reason or "malformed" in reason:
        return StoreError(f"{path} is not a sound database ({reason}); restore a backup")
    if "locked" in reason:
        return StoreError(f"{path} is held by another program ({reason}); stop that one first")
    return StoreError(
        f"{path} cannot be written ({reason}); "
        "let this user write the file and its folder, or name another place"
    )


def holds_a_store(database_url: str) -> bool:
    """True when there is something at the URL that a new master key could not open.

    Raises:
        StoreError: the server cannot be reached, so nobody knows.
    """
    url = parsed(database_url)
    if url.get_backend_name() == "sqlite":
        path = Path(url.database or "")
        return path.exists() and path.stat().st_size > 0
    engine = engine_for(url, connections=1, migrating=True)
    try:
        return inspect(engine).has_table("seal_check")
    except SQLAlchemyError as error:
        raise refused(url, error) from error


def _keep_sqlite_rules(engine: Engine, *, foreign_keys: bool) -> None:
    def connected(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
        for name, wanted in PRAGMAS.items():
            connection.execute(f"PRAGMA {name}={wanted}")
            (given,) = connection.execute(f"PRAGMA {name}").fetchone()
            if given != wanted:
                raise StoreError(
                    f"SQLite answered {name}={given}, not {wanted}; "
                    "keep the database on a local disk, not on a network share"
                )
        connection.execute(f"PRAGMA foreign_keys={int(foreign_keys)}")

    def begun(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", begun)
