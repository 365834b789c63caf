"""A store that cannot be trusted is not opened, and one line says what to do instead."""

import os
import re
import shutil
import sqlite3
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from bot.store import people
from bot.store.opening import OLDEST_SQLITE, holds_a_store
from bot.store.work import Store, StoreError
from tests.bot.store.places import KEY, ON_POSTGRESQL, ON_SQLITE

NOBODY = 65534


def refusal(url, key=KEY):
    with pytest.raises(StoreError) as refused:
        Store.open(url, key)
    message = str(refused.value)
    assert "\n" not in message
    return message


@contextmanager
def as_an_ordinary_user():
    """Root may write anything, so let go of that while the test looks."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def shared():
    """A folder that every user may look into."""
    folder = Path(tempfile.mkdtemp(prefix="stepdown-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.parametrize("place", ON_SQLITE, indirect=True)
@pytest.mark.parametrize(
    ("pragma", "answer"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("busy_timeout", 30_000),
    ],
)
def test_sqlite_answers_that_the_rules_are_kept(do, pragma, answer):
    assert do(lambda tx: tx.connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()) == answer


@pytest.mark.parametrize("place", ON_SQLITE, indirect=True)
def test_a_transaction_on_sqlite_may_write_from_its_first_moment(store, place):
    """BEGIN IMMEDIATE: a read that becomes a write later is what fails or loses updates."""

    def work(tx):
        path = place.folder / "stepdown.db"
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")

    with pytest.raises(sqlite3.OperationalError, match="locked"):
        store.transact_now(work)


@pytest.mark.parametrize("place", ON_SQLITE, indirect=True)
def test_a_journal_that_cannot_be_a_log_is_refused(place, monkeypatch):
    """A network share answers with another journal mode, as a database in memory does."""
    monkeypatch.setattr("bot.store.opening.PRAGMAS", {"journal_mode": "off"} | {"synchronous": 9})
    assert "not on a network share" in refusal(place.url)


def test_another_master_key_is_refused_and_the_right_one_still_opens(opened):
    opened().transact_now(lambda tx: people.find_or_create(tx, 1))
    with pytest.raises(StoreError, match="use the key it was made with"):
        opened(key=KEY[::-1])
    assert opened().transact_now(lambda tx: people.find_or_create(tx, 1)).channel_id == 1


def test_a_folder_that_is_missing_is_named(tmp_path):
    assert "missing does not exist; make it" in refusal(f"sqlite:///{tmp_path}/missing/a.db")


def test_a_folder_that_cannot_be_written_is_refused(shared):
    shared.chmod(0o555)
    with as_an_ordinary_user():
        assert "cannot be written" in refusal(f"sqlite:///{shared}/a.db")


def test_a_file_that_cannot_be_written_is_refused(shared):
    path = shared / "a.db"
    Store.open(f"sqlite:///{path}", KEY).close()
    path.chmod(0o444)
    shared.chmod(0o777)
    with as_an_ordinary_user():
        assert "let this user write the file and its folder" in refusal(f"sqlite:///{path}")


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "a.db"
    path.write_bytes(b"minutes of the meeting, " * 100)
    assert "not a sound database" in refusal(f"sqlite:///{path}")
    assert path.read_bytes() == b"minutes of the meeting, " * 100


def test_a_database_that_another_program_holds_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("bot.store.opening.BUSY_MS", 50)
    path = tmp_path / "a.db"
    Store.open(f"sqlite:///{path}", KEY).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert "held by another program" in refusal(f"sqlite:///{path}")


def test_a_server_that_is_not_there_is_named_without_its_password(tmp_path):
    message = refusal(f"postgresql://me:secret@/stepdown?host={tmp_path}")
    assert "cannot be opened" in message and "secret" not in message


@pytest.mark.parametrize(
    "url", ["", "nonsense", "sqlite://", "sqlite:///:memory:", "mysql://me@host/name"]
)
def test_what_is_no_database_of_ours_is_refused(url):
    assert re.search("sqlite:///FILE", refusal(url))


def test_an_sqlite_too_old_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (OLDEST_SQLITE[0], OLDEST_SQLITE[1] - 1))
    assert "too old" in refusal(f"sqlite:///{tmp_path}/a.db")


def test_an_empty_place_holds_no_store_and_an_opened_one_does(place, opened):
    assert not holds_a_store(place.url)
    opened()
    assert holds_a_store(place.url)


@pytest.mark.parametrize("place", ON_POSTGRESQL, indirect=True)
def test_both_ways_to_write_a_postgresql_url_open_it(place):
    for prefix in ("postgresql+psycopg://", "postgres://"):
        Store.open(place.url.replace("postgresql://", prefix), KEY).close()
