"""A database comes to the newest version whole, or stays exactly as it was."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect

from bot.store import encounters, migrating
from bot.store.opening import engine_for, parsed
from bot.store.tables import METADATA
from bot.store.work import StoreError
from tests.bot.store.places import ON_SQLITE
from tests.bot.store.rows import begin


def test_an_empty_database_gets_exactly_the_tables_the_program_uses(do):
    def differences(tx):
        return compare_metadata(MigrationContext.configure(tx.connection), METADATA)

    assert do(differences) == []
    assert set(do(lambda tx: inspect(tx.connection).get_table_names())) == {
        *METADATA.tables,
        "alembic_version",
    }


def checks(tx):
    found = inspect(tx.connection)
    return {
        name: {check["name"] for check in found.get_check_constraints(name)}
        for name in METADATA.tables
    }


def test_the_migrated_checks_are_those_of_the_program(do):
    migrated = do(checks)
    assert migrated["inbox"] == {"ck_inbox_state"}
    assert migrated["outbox"] == {"ck_outbox_state"}


def test_opening_again_keeps_everything(opened):
    first = opened()
    began = first.transact_now(begin)
    first.close()
    assert opened().transact_now(lambda tx: encounters.by_token(tx, began.token)) == began


def test_a_database_newer_than_the_program_is_refused_and_left_alone(opened, place):
    store = opened()
    newer = "UPDATE alembic_version SET version_num = '9999'"
    store.transact_now(lambda tx: tx.connection.exec_driver_sql(newer))
    with pytest.raises(StoreError, match=r"version 9999, newer than this program; install"):
        opened()
    version = "SELECT version_num FROM alembic_version"
    kept = store.transact_now(lambda tx: tx.connection.exec_driver_sql(version).scalar())
    assert kept == "9999"


def test_a_migration_that_fails_at_its_end_leaves_the_database_as_it_was(place, monkeypatch):
    upgrade = migrating.command.upgrade

    def fail(*given):
        upgrade(*given)
        raise ZeroDivisionError

    monkeypatch.setattr(migrating.command, "upgrade", fail)
    with pytest.raises(ZeroDivisionError):
        migrating.migrate(parsed(place.url))
    assert tables(place) == []
    monkeypatch.undo()
    migrating.migrate(parsed(place.url))
    assert "person" in tables(place)


def tables(place):
    engine = engine_for(parsed(place.url), connections=1, migrating=True)
    return inspect(engine).get_table_names()


@pytest.mark.parametrize("place", ON_SQLITE, indirect=True)
def test_rows_without_an_owner_are_noticed(opened, place):
    store = opened()
    store.transact_now(begin)
    store.close()
    engine = create_engine(place.url)
    with engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM person_key")
        connection.exec_driver_sql("DELETE FROM person")
    engine.dispose()
    with pytest.raises(StoreError, match="without an owner in encounter"):
        opened()


@pytest.mark.parametrize("place", ON_SQLITE, indirect=True)
def test_a_migration_runs_with_foreign_keys_off(place):
    """With them on, rebuilding a parent table would delete its children in silence."""
    engine = engine_for(parsed(place.url), connections=1, migrating=True)
    with engine.begin() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 0
