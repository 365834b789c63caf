"""What the store must see of a raw Telegram update: its number, and whose chat it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeGuard

LARGEST = 2**63 - 1


def update_id_of(update: object) -> int | None:
    """The number Telegram gave the update, or None when there is none that can be used."""
    if not isinstance(update, dict):
        return None
    number = update.get("update_id")
    return number if _is_number(number) and 0 <= number <= LARGEST else None


def channel_of(update: object) -> int | None:
    """The chat of an update, else the user it came from, or None (a poll, say)."""
    if not isinstance(update, dict):
        return None
    parts = [part for part in update.values() if isinstance(part, dict)]
    return next((found for part in parts for found in _ids(part)), None)


def _ids(part: dict[str, Any]) -> Iterator[int]:
    message = part.get("message")
    wheres = [part.get("chat"), message.get("chat") if isinstance(message, dict) else None]
    for holder in (*wheres, part.get("from"), part.get("user")):
        if isinstance(holder, dict) and _is_number(holder.get("id")):
            yield holder["id"]


def _is_number(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)
