"""Besides their photo, a person may have looks, and corrections of mistakes."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    role = sa.Column("role", sa.Text, nullable=False, server_default="photo")
    op.add_column("photo", role)
