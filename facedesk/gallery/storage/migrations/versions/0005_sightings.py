"""A record of who was seen."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "sighting",
        sa.Column("id", sa.Integer),
        sa.Column("key", sa.LargeBinary, nullable=False),
        sa.Column("person_id", sa.Integer),
        sa.Column("started_at", sa.BigInteger, nullable=False),
        sa.Column("ended_at", sa.BigInteger, nullable=False),
        sa.Column("score", sa.Float),
        sa.Column("decision", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sighting"),
        sa.UniqueConstraint("key", name="uq_sighting_key"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_sighting_person_id", ondelete="CASCADE"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_sighting_started_at", "sighting", ["started_at", "id"])
    op.create_index("ix_sighting_person_id", "sighting", ["person_id", "started_at", "id"])
    op.create_table(
        "sighting_thumbnail",
        sa.Column("id", sa.Integer),
        sa.Column("jpeg", sa.LargeBinary, nullable=False),
        sa.Column("landmarks", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sighting_thumbnail"),
        sa.ForeignKeyConstraint(
            ["id"], ["sighting.id"], name="fk_sighting_thumbnail_id", ondelete="CASCADE"
        ),
    )
    op.add_column("meta", sa.Column("sightings", sa.Integer, nullable=False, server_default="0"))
