"""Adding a row unless it is there already, the same on both databases."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

INSERTS: dict[str, Callable[[Table], sqlite.Insert | postgresql.Insert]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}


def insert_new(connection: Connection, table: Table, **values: Any) -> bool:
    """True when the row was added, False when one with the same unique values was there."""
    insert = INSERTS[connection.dialect.name](table).values(**values).on_conflict_do_nothing()
    return connection.execute(insert.returning(*table.primary_key)).first() is not None
