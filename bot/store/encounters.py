"""Encounters and their turns: where each one stands, and everything that led there."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, insert, select, update

from bot.store.errors import StoreConflict, StoreError
from bot.store.inserting import insert_new
from bot.store.tables import encounter as table
from bot.store.tables import rating, scenario, turn
from bot.store.vault import packed, unpacked
from bot.store.work import Tx

TOKEN_BYTES = 6
"""Eight URL-safe characters, of which the first is no sign: a command line takes the token as it
is."""


@dataclass(frozen=True, slots=True)
class Encounter:
    """One run of one scenario by one person, as stored. Times are UTC epoch milliseconds."""

    id: int
    token: str
    """Eight unguessable characters, for buttons."""
    person_id: int
    scenario_id: str
    scenario_hash: str
    lang: str
    mode: str
    seed: int
    phase: str
    turn: int
    state: dict[str, Any]
    started_at: int
    ended_at: int | None
    """None while it runs."""
    ending: str | None
    version: int
    """Grows with every save."""


def begin(
    tx: Tx,
    person_id: int,
    *,
    scenario_id: str,
    scenario_hash: str,
    lang: str,
    mode: str,
    seed: int,
    state: Mapping[str, Any],
    phase: str,
) -> Encounter:
    """A new encounter at turn 0; its scenario must have been pinned.

    Raises:
        StoreConflict: out of `transact`, when the scenario revision was never pinned.
        StoreError: the person was erased.
    """
    token = _fresh_token()
    tx.connection.execute(
        insert(table).values(
            token=token,
            person_id=person_id,
            scenario_id=scenario_id,
            scenario_hash=scenario_hash,
            lang=lang,
            mode=mode,
            seed=seed,
            phase=phase,
            turn=0,
            state=tx.vault.seal(table.c.state, person_id, packed(state)),
            started_at=tx.now,
            version=1,
        )
    )
    return _encounter(tx, tx.connection.execute(select(table).where(table.c.token == token)).one())


def current(tx: Tx, person_id: int) -> Encounter | None:
    """The newest encounter that has not ended, or None.

    On PostgreSQL the row stays locked until the transaction ends, so turns queue up.
    """
    running = table.c.ended_at.is_(None)
    return _newest(tx, running, table.c.person_id == person_id)


def by_token(tx: Tx, token: str) -> Encounter | None:
    """The encounter a button belongs to, or None; locked as by `current`."""
    return _newest(tx, table.c.token == token)


def latest(tx: Tx, person_id: int, limit: int) -> list[Encounter]:
    """The person's encounters, newest first."""
    rows = tx.connection.execute(
        select(table).where(table.c.person_id == person_id).order_by(table.c.id.desc()).limit(limit)
    )
    return [_encounter(tx, row) for row in rows]


def in_phases(tx: Tx, person_id: int, phases: Collection[str], limit: int) -> list[Encounter]:
    """The person's encounters that are in one of these phases, newest first."""
    rows = tx.connection.execute(
        select(table)
        .where(table.c.person_id == person_id, table.c.phase.in_(phases))
        .order_by(table.c.id.desc())
        .limit(limit)
    )
    return [_encounter(tx, row) for row in rows]


def rated_in_mode(tx: Tx, mode: str, phases: Collection[str], item: str) -> list[Encounter]:
    """Everybody's encounters of one mode in one of these phases with that rating, oldest first.

    One that does not open, damaged or its person erased just now, is left out: it is one of many.
    """
    rated = select(rating.c.encounter_id).where(rating.c.item == item)
    rows = tx.connection.execute(
        select(table)
        .where(table.c.mode == mode, table.c.phase.in_(phases), table.c.id.in_(rated))
        .order_by(table.c.id)
    )
    return [one for row in rows if (one := _opened(tx, row)) is not None]


def save(
    tx: Tx,
    encounter: Encounter,
    *,
    phase: str,
    turn: int,
    state: Mapping[str, Any],
    ended_at: int | None = None,
    ending: str | None = None,
) -> Encounter:
    """Keeps where the encounter stands now. Once it has ended, its end stays as it is.

    Raises:
        StoreConflict: it was saved or erased since it was loaded; nothing is changed.
    """
    content = packed(state)
    saved = replace(
        encounter,
        phase=phase,
        turn=turn,
        state=unpacked(content),
        ended_at=ended_at if encounter.ended_at is None else encounter.ended_at,
        ending=ending if encounter.ending is None else encounter.ending,
        version=encounter.version + 1,
    )
    changed = tx.connection.execute(
        update(table)
        .where(table.c.id == encounter.id, table.c.version == encounter.version)
        .values(
            phase=saved.phase,
            turn=saved.turn,
            state=tx.vault.seal(table.c.state, encounter.person_id, content),
            ended_at=saved.ended_at,
            ending=saved.ending,
            version=saved.version,
        )
    )
    if changed.rowcount != 1:
        raise StoreConflict(f"encounter {encounter.id} has moved on; load it again")
    return saved


def add_turn(
    tx: Tx, encounter_id: int, number: int, inbox_serial: int, record: Mapping[str, Any]
) -> None:
    """Adds a turn for good; one update makes at most one turn.

    Raises:
        StoreConflict: out of `transact`, when the number or the update has its turn already.
        StoreError: there is no such encounter.
    """
    owner = _owner(tx, encounter_id)
    tx.connection.execute(
        insert(turn).values(
            encounter_id=encounter_id,
            number=number,
            inbox_serial=inbox_serial,
            record=tx.vault.seal(turn.c.record, owner, packed(record)),
            taken_at=tx.now,
        )
    )


def retake_turn(tx: Tx, encounter: Encounter, record: Mapping[str, Any]) -> None:
    """Puts another record in the place of the newest turn's; every turn before it stays for good.

    Its number, its update and when it was first taken stay as they are.

    Raises:
        StoreConflict: the encounter was saved, ended or erased since it was loaded, or has no
            turn yet; nothing is changed.
    """
    stands = select(table.c.id).where(
        table.c.id == encounter.id,
        table.c.version == encounter.version,
        table.c.ended_at.is_(None),
    )
    sealed = tx.vault.seal(turn.c.record, encounter.person_id, packed(record))
    changed = tx.connection.execute(
        update(turn)
        .where(turn.c.encounter_id.in_(stands), turn.c.number == encounter.turn)
        .values(record=sealed)
    )
    if changed.rowcount != 1:
        raise StoreConflict(f"encounter {encounter.id} has moved on; load it again")


def turns(tx: Tx, encounter_id: int) -> list[dict[str, Any]]:
    """The records of an encounter's turns, in order.

    Raises:
        StoreError: there is no such encounter.
    """
    owner = _owner(tx, encounter_id)
    records = tx.connection.scalars(
        select(turn.c.record).where(turn.c.encounter_id == encounter_id).order_by(turn.c.number)
    )
    return [unpacked(tx.vault.open(turn.c.record, owner, record)) for record in records]


def rate(tx: Tx, encounter_id: int, item: str, value: int) -> None:
    """Keeps a rating; a second one of the same item takes its place."""
    same = (rating.c.encounter_id == encounter_id) & (rating.c.item == item)
    tx.connection.execute(delete(rating).where(same))
    tx.connection.execute(
        insert(rating).values(encounter_id=encounter_id, item=item, value=value, rated_at=tx.now)
    )


def ratings(tx: Tx, encounter_id: int) -> dict[str, int]:
    """The ratings of an encounter by item."""
    found = tx.connection.execute(
        select(rating.c.item, rating.c.value)
        .where(rating.c.encounter_id == encounter_id)
        .order_by(rating.c.item)
    )
    return {row.item: row.value for row in found}


def pin_scenario(tx: Tx, scenario_hash: str, scenario_id: str, content: str) -> None:
    """Keeps a revision of a scenario for as long as the store; pinning again changes nothing."""
    insert_new(
        tx.connection,
        scenario,
        hash=scenario_hash,
        scenario_id=scenario_id,
        content=content.encode(),
        pinned_at=tx.now,
    )


def pinned_scenario(tx: Tx, scenario_hash: str) -> str:
    """The content of a pinned revision.

    Raises:
        StoreError: it was never pinned.
    """
    content: bytes | None = tx.connection.scalar(
        select(scenario.c.content).where(scenario.c.hash == scenario_hash)
    )
    if content is None:
        raise StoreError(f"scenario revision {scenario_hash} was never pinned; pin it first")
    return content.decode()


def _newest(tx: Tx, *which: ColumnElement[bool]) -> Encounter | None:
    row = tx.connection.execute(
        select(table).where(*which).order_by(table.c.id.desc()).limit(1).with_for_update()
    ).one_or_none()
    return None if row is None else _encounter(tx, row)


def _fresh_token() -> str:
    while True:
        token = secrets.token_urlsafe(TOKEN_BYTES)
        if token[0].isalnum():
            return token


def _owner(tx: Tx, encounter_id: int) -> int:
    found: int | None = tx.connection.scalar(
        select(table.c.person_id).where(table.c.id == encounter_id)
    )
    if found is None:
        raise StoreError(f"there is no encounter {encounter_id}; it may have been erased")
    return found


def _opened(tx: Tx, row: Row[Any]) -> Encounter | None:
    try:
        return _encounter(tx, row)
    except StoreError:
        return None


def _encounter(tx: Tx, row: Row[Any]) -> Encounter:
    values = row._asdict()
    sealed = values.pop("state")
    return Encounter(state=unpacked(tx.vault.open(table.c.state, row.person_id, sealed)), **values)
