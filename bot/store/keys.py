"""The master key: 32 random bytes that live outside the database and open everything in it."""

from __future__ import annotations

import os
import secrets
from base64 import b64decode
from binascii import Error as NotBase64
from pathlib import Path

from bot.store.errors import StoreError
from bot.store.opening import holds_a_store

KEY_BYTES = 32


def load_or_create_key(path: Path, database_url: str) -> bytes:
    """The key in the file, or a new one if neither the file nor the database exists yet.

    Raises:
        StoreError: the file is missing beside an existing database, cannot be read or
            written, or does not hold exactly 32 bytes.
    """
    try:
        return _checked(path.read_bytes(), f"the file {path}")
    except FileNotFoundError:
        return _created(path, database_url)
    except OSError as error:
        raise StoreError(
            f"the key file {path} cannot be read ({error.strerror}); let this user read it"
        ) from error


def key_from_text(text: str) -> bytes:
    """A key written in base64, plain or URL-safe.

    Raises:
        StoreError: it is not base64, or not 32 bytes.
    """
    try:
        plain = text.strip().replace("-", "+").replace("_", "/")
        key = b64decode(plain + "=" * (-len(plain) % 4), validate=True)
    except (NotBase64, ValueError):
        raise StoreError("the master key is not base64; give 32 random bytes in base64") from None
    return _checked(key, "the master key")


def _checked(key: bytes, where: str) -> bytes:
    if len(key) != KEY_BYTES:
        raise StoreError(f"{where} has {len(key)} bytes, not {KEY_BYTES}; restore the right key")
    return key


def _created(path: Path, database_url: str) -> bytes:
    if holds_a_store(database_url):
        raise StoreError(
            f"the key file {path} is missing but the database exists; "
            "put the key back from its backup, for a new key cannot open the old database"
        )
    key = secrets.token_bytes(KEY_BYTES)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(key)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise StoreError(
            f"the key file {path} cannot be written ({error.strerror}); let this user write there"
        ) from error
    return key
