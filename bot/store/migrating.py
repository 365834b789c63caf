"""Bringing a database to the newest version, one process at a time, all or nothing."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, update

from bot.store.errors import StoreError
from bot.store.opening import engine_for
from bot.store.tables import seal_check

MIGRATION_LOCK = 0x57E9D0
"""PostgreSQL's advisory lock that only one migrating process can hold."""
PROOF = update(seal_check).values(id=seal_check.c.id)
"""Changes nothing, but fails where writing is not allowed; beginning alone does not."""


def migrate(url: URL) -> None:
    """Migrate to the newest version; nothing is changed when a step fails.

    Raises:
        StoreError: the database is newer than the program, or a step left rows without owners.
    """
    engine = engine_for(url, connections=1, migrating=True)
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})")
        config = Config()
        config.set_main_option("script_location", str(_folder()).replace("%", "%%"))
        config.attributes["connection"] = connection
        if _is_behind(config, connection):
            command.upgrade(config, "head")
        connection.execute(PROOF)
        if engine.dialect.name == "sqlite":
            _check_owners(connection)


def _folder() -> Path:
    return Path(__file__).parent / "migrations"


def _is_behind(config: Config, connection: Connection) -> bool:
    script = ScriptDirectory.from_config(config)
    known = {revision.revision for revision in script.walk_revisions()}
    here = set(MigrationContext.configure(connection).get_current_heads())
    if here - known:
        raise StoreError(
            f"the database is at version {', '.join(sorted(here))}, newer than this program; "
            "install the newer program, or restore the backup from before"
        )
    return here != set(script.get_heads())


def _check_owners(connection: Connection) -> None:
    """SQLite migrates with foreign keys off, since rebuilding a table would empty its children."""
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if orphans:
        names = ", ".join(sorted({str(row[0]) for row in orphans}))
        raise StoreError(f"rows without an owner in {names}; restore a backup from before")
