"""What can go wrong in the store, each in one line that says what to do."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError, IntegrityError


class StoreError(Exception):
    """The store cannot do what was asked; the message is one line and says what to do."""


class StoreConflict(StoreError):  # noqa: N818 - a conflict is expected and answered, not a fault
    """Somebody else changed the row first; load it again and decide anew."""


RETRIED = frozenset({"40001", "40P01", "55P03"})
"""PostgreSQL's codes for a failed serialization, a deadlock, and a lock not had in time."""


def translated(error: DBAPIError) -> StoreError:
    """A database error in the store's own words; values never appear in the message."""
    reason = str(error.orig).strip().partition("\n")[0]
    if isinstance(error, IntegrityError):
        return StoreConflict(f"the database refused a second copy or a missing owner ({reason})")
    if getattr(error.orig, "sqlstate", None) in RETRIED:
        return StoreConflict(f"another transaction was in the way ({reason}); try again")
    return StoreError(f"the database failed ({reason}); see that it runs and has room, try again")
