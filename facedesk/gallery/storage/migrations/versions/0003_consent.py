"""Of each person it is noted who enrolled them, and on what basis."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    for name in ("enrolled_by", "basis", "basis_note"):
        op.add_column("person", sa.Column(name, sa.Text, nullable=False, server_default=""))
