"""Several desks: a version of each person, and what each desk has delivered."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("person", sa.Column("version", sa.Integer, nullable=False, server_default="1"))
    op.create_table(
        "delivery",
        sa.Column("outbox", sa.Text, nullable=False),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("outbox", name="pk_delivery"),
    )
