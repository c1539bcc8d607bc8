"""The key of a protected gallery, locked by what opens it."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "protection",
        sa.Column("method", sa.Text, nullable=False),
        sa.Column("key_id", sa.Text, nullable=False),
        sa.Column("locked", sa.LargeBinary, nullable=False),
        sa.Column("entry", sa.Text, nullable=False),
        sa.Column("salt", sa.LargeBinary, nullable=False),
        sa.Column("cost_n", sa.Integer, nullable=False),
        sa.Column("cost_r", sa.Integer, nullable=False),
        sa.Column("cost_p", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("method", name="pk_protection"),
    )
