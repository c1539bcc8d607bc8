"""A picture that stands for a person in lists."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "avatar",
        sa.Column("id", sa.Integer),
        sa.Column("jpeg", sa.LargeBinary, nullable=False),
        sa.Column("landmarks", sa.LargeBinary, nullable=False),
        sa.Column("added_at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_avatar"),
        sa.ForeignKeyConstraint(["id"], ["person.id"], name="fk_avatar_id", ondelete="CASCADE"),
    )
