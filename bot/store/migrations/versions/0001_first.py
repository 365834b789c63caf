"""The first version: people, inbox, outbox, encounters; all that people write is sealed."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

WHOLE = sa.BigInteger().with_variant(sa.Integer, "sqlite")
STRICT = {"sqlite_strict": True}
NUMBERED = {"sqlite_strict": True, "sqlite_autoincrement": True}
"""Serial numbers are never used twice, not even after the newest row was deleted."""


def whole(name: str, *, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, WHOLE, nullable=null, autoincrement=False)


def serial(name: str) -> sa.Column[int]:
    return sa.Column(name, WHOLE, nullable=False)


def text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=null)


def sealed(name: str, *, null: bool = False) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary, nullable=null)


def key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=op.f(f"pk_{table}"))


def once(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=op.f(f"uq_{table}_{'_'.join(columns)}"))


def owner(table: str, column: str, other: str, other_column: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.{other_column}"], name=name)


def states(table: str, *allowed: str) -> sa.CheckConstraint:
    listed = ", ".join(f"'{state}'" for state in allowed)
    return sa.CheckConstraint(f"state IN ({listed})", name=op.f(f"ck_{table}_state"))


def index_where(name: str, table: str, columns: list[str], condition: str) -> None:
    where = sa.text(condition)
    op.create_index(name, table, columns, sqlite_where=where, postgresql_where=where)


def upgrade() -> None:
    _people()
    _inbox()
    _outbox()
    _encounters()
    _turns()


def _people() -> None:
    op.create_table("seal_check", whole("id"), sealed("sealed"), key("seal_check", "id"), **STRICT)
    op.create_table(
        "person",
        whole("id"),
        text("channel_hash"),
        sealed("channel"),
        text("lang"),
        whole("consented_at", null=True),
        whole("consent_version"),
        text("mode"),
        whole("unreachable_at", null=True),
        whole("created_at"),
        key("person", "id"),
        once("person", "channel_hash"),
        **STRICT,
    )
    op.create_table(
        "person_key",
        whole("person_id"),
        sealed("wrapped"),
        key("person_key", "person_id"),
        owner("person_key", "person_id", "person", "id"),
        **STRICT,
    )


def _inbox() -> None:
    op.create_table(
        "inbox",
        serial("serial"),
        whole("bot_id"),
        whole("update_id", null=True),
        text("chat"),
        sealed("payload", null=True),
        text("state"),
        sealed("error", null=True),
        whole("received_at"),
        whole("finished_at", null=True),
        key("inbox", "serial"),
        once("inbox", "bot_id", "update_id"),
        states("inbox", "open", "done", "dead"),
        **NUMBERED,
    )
    op.create_index("ix_inbox_chat", "inbox", ["chat", "serial"])
    index_where("ix_inbox_open", "inbox", ["serial"], "state = 'open'")


def _outbox() -> None:
    op.create_table(
        "outbox",
        serial("serial"),
        whole("person_id"),
        whole("inbox_serial"),
        whole("seq"),
        sealed("body", null=True),
        text("slot"),
        text("state"),
        whole("attempts"),
        whole("not_before"),
        sealed("error", null=True),
        whole("created_at"),
        whole("started_at", null=True),
        whole("finished_at", null=True),
        key("outbox", "serial"),
        once("outbox", "inbox_serial", "seq"),
        owner("outbox", "person_id", "person", "id"),
        states("outbox", "pending", "started", "sent", "dead", "discarded"),
        **NUMBERED,
    )
    index_where("ix_outbox_pending", "outbox", ["serial"], "state = 'pending'")
    unsent = "state IN ('pending', 'started')"
    index_where("ix_outbox_unsent", "outbox", ["person_id", "serial"], unsent)
    op.create_table(
        "slot",
        whole("person_id"),
        text("name"),
        whole("message_id"),
        key("slot", "person_id", "name"),
        owner("slot", "person_id", "person", "id"),
        **STRICT,
    )


def _encounters() -> None:
    op.create_table(
        "scenario",
        text("hash"),
        text("scenario_id"),
        sealed("content"),
        whole("pinned_at"),
        key("scenario", "hash"),
        **STRICT,
    )
    op.create_table(
        "encounter",
        serial("id"),
        text("token"),
        whole("person_id"),
        text("scenario_id"),
        text("scenario_hash"),
        text("lang"),
        text("mode"),
        whole("seed"),
        text("phase"),
        whole("turn"),
        sealed("state"),
        whole("started_at"),
        whole("ended_at", null=True),
        text("ending", null=True),
        whole("version"),
        key("encounter", "id"),
        once("encounter", "token"),
        owner("encounter", "person_id", "person", "id"),
        owner("encounter", "scenario_hash", "scenario", "hash"),
        **NUMBERED,
    )
    op.create_index("ix_encounter_person", "encounter", ["person_id", "id"])


def _turns() -> None:
    op.create_table(
        "turn",
        serial("id"),
        whole("encounter_id"),
        whole("number"),
        whole("inbox_serial"),
        sealed("record"),
        whole("taken_at"),
        key("turn", "id"),
        once("turn", "encounter_id", "number"),
        once("turn", "inbox_serial"),
        owner("turn", "encounter_id", "encounter", "id"),
        **NUMBERED,
    )
    op.create_table(
        "rating",
        whole("encounter_id"),
        text("item"),
        whole("value"),
        whole("rated_at"),
        key("rating", "encounter_id", "item"),
        owner("rating", "encounter_id", "encounter", "id"),
        **STRICT,
    )
