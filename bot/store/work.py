"""One piece of work, one transaction: everything in it is kept, or nothing is."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Connection, Engine, insert, select
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from bot.store.errors import StoreConflict, StoreError, translated
from bot.store.migrating import migrate
from bot.store.opening import engine_for, parsed, refused
from bot.store.tables import seal_check
from bot.store.vault import Ring, Vault, ring_of

__all__ = ["Store", "StoreConflict", "StoreError", "Tx", "epoch_ms"]

T = TypeVar("T")
MOST_TRIES = 10
"""On PostgreSQL a transaction that met another one is begun anew this often."""
CHECK = b"stepdown"


def epoch_ms() -> int:
    """Now, in UTC epoch milliseconds."""
    return time.time_ns() // 1_000_000


@dataclass(frozen=True, slots=True)
class Tx:
    """A transaction; `now` is in UTC epoch milliseconds and stands still inside it."""

    connection: Connection
    vault: Vault
    now: int


class Store:
    """The open database. SQLite has one thread, PostgreSQL several; the work is the same."""

    def __init__(self, engine: Engine, ring: Ring, clock: Callable[[], int], threads: int) -> None:
        self._engine = engine
        self._ring = ring
        self._clock = clock
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="store")
        self._tries = 1 if engine.dialect.name == "sqlite" else MOST_TRIES

    @classmethod
    def open(
        cls,
        url: str,
        master_key: bytes,
        *,
        clock: Callable[[], int] = epoch_ms,
        threads: int = 4,
    ) -> Store:
        """The store at the URL, migrated to the newest version.

        Args:
            url: sqlite:///FILE or postgresql://USER@HOST/NAME.
            master_key: 32 bytes.
            clock: gives UTC epoch milliseconds.
            threads: how many transactions may run at once on PostgreSQL.

        Raises:
            StoreError: it cannot be used; the message says what to do.
        """
        place = parsed(url)
        try:
            migrate(place)
            threads = 1 if place.get_backend_name() == "sqlite" else threads
            engine = engine_for(place, connections=threads)
            store = cls(engine, ring_of(master_key), clock, threads)
        except SQLAlchemyError as error:
            raise refused(place, error) from error
        try:
            store.transact_now(_check_key)
        except StoreError:
            store.close()
            raise
        return store

    async def transact(self, work: Callable[[Tx], T]) -> T:
        """Run the work in a transaction of its own, in a thread; its result is given back.

        The work may run more than once on PostgreSQL, so it must do nothing outside the
        transaction. Whatever it raises undoes everything and comes out here.

        Raises:
            StoreConflict: somebody else changed the same thing first.
            StoreError: the database failed; nothing was kept.
        """
        return await asyncio.wrap_future(self._submit(work))

    def transact_now(self, work: Callable[[Tx], T]) -> T:
        """The same, waiting for it; never from inside another piece of work."""
        return self._submit(work).result()

    def close(self) -> None:
        """Finish what has begun, then let go of the database."""
        self._threads.shutdown(wait=True)
        self._engine.dispose()

    def _submit(self, work: Callable[[Tx], T]) -> Future[T]:
        return self._threads.submit(self._run, work)

    def _run(self, work: Callable[[Tx], T]) -> T:
        for _ in range(self._tries - 1):
            try:
                return self._once(work)
            except StoreConflict:
                continue
        return self._once(work)

    def _once(self, work: Callable[[Tx], T]) -> T:
        try:
            with self._engine.connect() as connection:
                with connection.begin():
                    tx = Tx(connection, Vault(self._ring, connection), self._clock())
                    result = work(tx)
                if tx.vault.destroyed:
                    _forget_log(connection)
                return result
        except DBAPIError as error:
            raise translated(error) from error


def _check_key(tx: Tx) -> None:
    """Refuse a master key other than the one the database was made with."""
    sealed = tx.connection.scalar(select(seal_check.c.sealed))
    if sealed is None:
        sealed = tx.vault.seal_by_master(seal_check.c.sealed, CHECK)
        tx.connection.execute(insert(seal_check).values(id=1, sealed=sealed))
    try:
        tx.vault.open_by_master(seal_check.c.sealed, sealed)
    except StoreError:
        raise StoreError(
            "this master key does not open this database; use the key it was made with"
        ) from None


def _forget_log(connection: Connection) -> None:
    """Empty SQLite's write-ahead log, in which a destroyed key could still be found."""
    if connection.dialect.name == "sqlite":
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
