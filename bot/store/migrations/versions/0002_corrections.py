"""Corrections: what a trainee says they meant, and what became of it."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

WHOLE = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "correction",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("person_id", WHOLE, nullable=False),
        sa.Column("encounter_id", WHOLE, nullable=False),
        sa.Column("turn", WHOLE, nullable=False),
        sa.Column("lang", sa.Text, nullable=False),
        sa.Column("old_acts", sa.Text, nullable=False),
        sa.Column("new_acts", sa.Text, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("made_at", WHOLE, nullable=False),
        sa.Column("judged_at", WHOLE, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction")),
        sa.UniqueConstraint("encounter_id", "turn", name=op.f("uq_correction_encounter_id_turn")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_correction_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["encounter_id"], ["encounter.id"], name=op.f("fk_correction_encounter_id_encounter")
        ),
        sa.CheckConstraint(
            "state IN ('proposed', 'accepted', 'reviewed', 'rejected')",
            name=op.f("ck_correction_state"),
        ),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index("ix_correction_state", "correction", ["state", "id"])
