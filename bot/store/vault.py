"""Sealing: every person has a data key, and destroying it makes their words unreadable.

The data key is random and stored wrapped by the master key, which is never in the database.
What is sealed is bound to its table, column and owner: moved elsewhere, it does not open.
"""

from __future__ import annotations

import hmac
import json
import secrets
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
from sqlalchemy import Column, Connection, delete, insert, select

from bot.store.errors import StoreError
from bot.store.tables import person_key

NONCE_BYTES = 12


def packed(value: Any) -> bytes:
    """JSON that comes back exactly, NUL and lone surrogates included."""
    return json.dumps(value, separators=(",", ":")).encode("ascii")


def unpacked(data: bytes) -> Any:
    """What `packed` was given."""
    return json.loads(data)


@dataclass(frozen=True, slots=True)
class Ring:
    """The keys made from the master key: for wrapping data keys, for look-ups, for chats."""

    wrapping: AESGCM
    lookup: bytes
    chats: bytes


def ring_of(master_key: bytes) -> Ring:
    """The keys that one master key gives, always the same ones."""
    wrapping, lookup, chats = (
        _derived(master_key, purpose) for purpose in ("wrapping", "lookup", "chats")
    )
    return Ring(AESGCM(wrapping), lookup, chats)


class Vault:
    """Seals and opens within one transaction; data keys are forgotten with it."""

    def __init__(self, ring: Ring, connection: Connection) -> None:
        self._ring = ring
        self._connection = connection
        self._keys: dict[int, AESGCM] = {}
        self.destroyed = False
        """True once a data key was destroyed in this transaction."""

    def chat(self, channel_id: int) -> str:
        """The keyed hash under which a Telegram user or chat is looked up, in hex."""
        return hmac.digest(self._ring.lookup, str(channel_id).encode(), "sha256").hex()

    def new_key(self, person_id: int) -> bytes:
        """A data key for a person about to be added, wrapped; `keep_key` stores it."""
        key = AESGCM.generate_key(256)
        self._keys[person_id] = AESGCM(key)
        return _seal(self._ring.wrapping, _place(person_key.c.wrapped, person_id), key)

    def keep_key(self, person_id: int, wrapped: bytes) -> None:
        """Stores the wrapped data key of a person who was added."""
        self._connection.execute(insert(person_key).values(person_id=person_id, wrapped=wrapped))

    def destroy_key(self, person_id: int) -> None:
        """Takes a person's data key away for good; nothing of theirs opens any more."""
        self._connection.execute(delete(person_key).where(person_key.c.person_id == person_id))
        self._keys.pop(person_id, None)
        self.destroyed = True

    def seal(self, column: Column[Any], person_id: int, data: bytes) -> bytes:
        """Data of a person, sealed for one column.

        Raises:
            StoreError: there is no such person, or no longer.
        """
        return _seal(self._key(person_id), _place(column, person_id), data)

    def open(self, column: Column[Any], person_id: int, sealed: bytes) -> bytes:
        """What `seal` was given.

        Raises:
            StoreError: sealed for another place, damaged, or the person is gone.
        """
        return _open(self._key(person_id), _place(column, person_id), sealed)

    def seal_for_chat(self, column: Column[Any], chat: str, data: bytes) -> bytes:
        """Data that came from a chat before anybody knows whose it is."""
        return _seal(self._chat_key(chat), _place(column, chat), data)

    def open_for_chat(self, column: Column[Any], chat: str, sealed: bytes) -> bytes:
        """What `seal_for_chat` was given.

        Raises:
            StoreError: sealed for another place, or damaged.
        """
        return _open(self._chat_key(chat), _place(column, chat), sealed)

    def seal_by_master(self, column: Column[Any], data: bytes) -> bytes:
        """Data that only tells whether a master key is the right one."""
        return _seal(self._ring.wrapping, _place(column, ""), data)

    def open_by_master(self, column: Column[Any], sealed: bytes) -> bytes:
        """What `seal_by_master` was given.

        Raises:
            StoreError: sealed by another master key, or damaged.
        """
        return _open(self._ring.wrapping, _place(column, ""), sealed)

    def _key(self, person_id: int) -> AESGCM:
        if person_id not in self._keys:
            wrapped = self._connection.scalar(
                select(person_key.c.wrapped).where(person_key.c.person_id == person_id)
            )
            if wrapped is None:
                raise StoreError(f"there is no person {person_id}; they may have been erased")
            place = _place(person_key.c.wrapped, person_id)
            self._keys[person_id] = AESGCM(_open(self._ring.wrapping, place, wrapped))
        return self._keys[person_id]

    def _chat_key(self, chat: str) -> AESGCM:
        return AESGCM(_derived(self._ring.chats, chat))


def _derived(key: bytes, purpose: str) -> bytes:
    return HKDFExpand(SHA256(), 32, f"stepdown {purpose}".encode()).derive(key)


def _place(column: Column[Any], owner: int | str) -> bytes:
    return f"{column.table.name}.{column.name}|{owner}".encode()


def _seal(key: AESGCM, place: bytes, data: bytes) -> bytes:
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + key.encrypt(nonce, data, place)


def _open(key: AESGCM, place: bytes, sealed: bytes) -> bytes:
    try:
        return key.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], place)
    except (InvalidTag, ValueError):
        what = place.decode().partition("|")[0]
        raise StoreError(
            f"{what} does not open: another key sealed it, or it is damaged; restore a backup"
        ) from None
