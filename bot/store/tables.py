"""The tables. Columns of bytes are sealed; the rest says nothing that a person wrote."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    literal_column,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
WHOLE = BigInteger().with_variant(Integer, "sqlite")
"""Every number, and every time in UTC epoch milliseconds: 64 bits on both databases."""
STATES_OF_WORK = ("open", "pending", "started")
OPEN, PENDING, STARTED = (literal_column(f"'{state}'", Text) for state in STATES_OF_WORK)
"""Written out in queries, since SQLite does not match parameters with a partial index."""

seal_check = Table(
    "seal_check",
    METADATA,
    Column("id", WHOLE, primary_key=True, autoincrement=False),
    Column("sealed", LargeBinary, nullable=False),
    sqlite_strict=True,
)

person = Table(
    "person",
    METADATA,
    Column("id", WHOLE, primary_key=True, autoincrement=False),
    Column("channel_hash", Text, nullable=False),
    Column("channel", LargeBinary, nullable=False),
    Column("lang", Text, nullable=False),
    Column("consented_at", WHOLE),
    Column("consent_version", WHOLE, nullable=False),
    Column("mode", Text, nullable=False),
    Column("level", Text, nullable=False, server_default=""),
    Column("unreachable_at", WHOLE),
    Column("created_at", WHOLE, nullable=False),
    UniqueConstraint("channel_hash"),
    sqlite_strict=True,
)

person_key = Table(
    "person_key",
    METADATA,
    Column("person_id", WHOLE, ForeignKey("person.id"), primary_key=True, autoincrement=False),
    Column("wrapped", LargeBinary, nullable=False),
    sqlite_strict=True,
)

inbox = Table(
    "inbox",
    METADATA,
    Column("serial", WHOLE, primary_key=True),
    Column("bot_id", WHOLE, nullable=False),
    Column("update_id", WHOLE),
    Column("chat", Text, nullable=False),
    Column("payload", LargeBinary),
    Column("state", Text, nullable=False),
    Column("error", LargeBinary),
    Column("received_at", WHOLE, nullable=False),
    Column("finished_at", WHOLE),
    UniqueConstraint("bot_id", "update_id"),
    CheckConstraint("state IN ('open', 'done', 'dead')", name="state"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)
IS_OPEN = inbox.c.state == OPEN
Index("ix_inbox_open", inbox.c.serial, sqlite_where=IS_OPEN, postgresql_where=IS_OPEN)
Index("ix_inbox_chat", inbox.c.chat, inbox.c.serial)

outbox = Table(
    "outbox",
    METADATA,
    Column("serial", WHOLE, primary_key=True),
    Column("person_id", WHOLE, ForeignKey("person.id"), nullable=False),
    Column("inbox_serial", WHOLE, nullable=False),
    Column("seq", WHOLE, nullable=False),
    Column("body", LargeBinary),
    Column("slot", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", WHOLE, nullable=False),
    Column("not_before", WHOLE, nullable=False),
    Column("error", LargeBinary),
    Column("created_at", WHOLE, nullable=False),
    Column("started_at", WHOLE),
    Column("finished_at", WHOLE),
    UniqueConstraint("inbox_serial", "seq"),
    CheckConstraint(
        "state IN ('pending', 'started', 'sent', 'dead', 'discarded')",
        name="state",
    ),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)
IS_PENDING = outbox.c.state == PENDING
Index("ix_outbox_pending", outbox.c.serial, sqlite_where=IS_PENDING, postgresql_where=IS_PENDING)
IS_UNSENT = outbox.c.state.in_((PENDING, STARTED))
Index(
    "ix_outbox_unsent",
    outbox.c.person_id,
    outbox.c.serial,
    sqlite_where=IS_UNSENT,
    postgresql_where=IS_UNSENT,
)

slot = Table(
    "slot",
    METADATA,
    Column("person_id", WHOLE, ForeignKey("person.id"), primary_key=True, autoincrement=False),
    Column("name", Text, primary_key=True),
    Column("message_id", WHOLE, nullable=False),
    sqlite_strict=True,
)

scenario = Table(
    "scenario",
    METADATA,
    Column("hash", Text, primary_key=True),
    Column("scenario_id", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("pinned_at", WHOLE, nullable=False),
    sqlite_strict=True,
)

encounter = Table(
    "encounter",
    METADATA,
    Column("id", WHOLE, primary_key=True),
    Column("token", Text, nullable=False),
    Column("person_id", WHOLE, ForeignKey("person.id"), nullable=False),
    Column("scenario_id", Text, nullable=False),
    Column("scenario_hash", Text, ForeignKey("scenario.hash"), nullable=False),
    Column("lang", Text, nullable=False),
    Column("mode", Text, nullable=False),
    Column("seed", WHOLE, nullable=False),
    Column("phase", Text, nullable=False),
    Column("turn", WHOLE, nullable=False),
    Column("state", LargeBinary, nullable=False),
    Column("started_at", WHOLE, nullable=False),
    Column("ended_at", WHOLE),
    Column("ending", Text),
    Column("version", WHOLE, nullable=False),
    UniqueConstraint("token"),
    Index("ix_encounter_person", "person_id", "id"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

turn = Table(
    "turn",
    METADATA,
    Column("id", WHOLE, primary_key=True),
    Column("encounter_id", WHOLE, ForeignKey("encounter.id"), nullable=False),
    Column("number", WHOLE, nullable=False),
    Column("inbox_serial", WHOLE, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Column("taken_at", WHOLE, nullable=False),
    UniqueConstraint("encounter_id", "number"),
    UniqueConstraint("inbox_serial"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

rating = Table(
    "rating",
    METADATA,
    Column(
        "encounter_id", WHOLE, ForeignKey("encounter.id"), primary_key=True, autoincrement=False
    ),
    Column("item", Text, primary_key=True),
    Column("value", WHOLE, nullable=False),
    Column("rated_at", WHOLE, nullable=False),
    sqlite_strict=True,
)

STATES_OF_CORRECTIONS = ("proposed", "accepted", "reviewed", "rejected")

correction = Table(
    "correction",
    METADATA,
    Column("id", WHOLE, primary_key=True),
    Column("person_id", WHOLE, ForeignKey("person.id"), nullable=False),
    Column("encounter_id", WHOLE, ForeignKey("encounter.id"), nullable=False),
    Column("turn", WHOLE, nullable=False),
    Column("lang", Text, nullable=False),
    Column("old_acts", Text, nullable=False),
    Column("new_acts", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("state", Text, nullable=False),
    Column("made_at", WHOLE, nullable=False),
    Column("judged_at", WHOLE),
    UniqueConstraint("encounter_id", "turn"),
    CheckConstraint(
        f"state IN ({', '.join(map(repr, STATES_OF_CORRECTIONS))})",
        name="state",
    ),
    Index("ix_correction_state", "state", "id"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)
