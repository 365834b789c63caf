"""The level of difficulty a person chose; empty follows their results."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("person", sa.Column("level", sa.Text, nullable=False, server_default=""))
