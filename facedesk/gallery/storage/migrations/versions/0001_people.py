"""People, photos, templates."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Integer),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("name_key", sa.Text, nullable=False),
        sa.Column("enrolled_at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.UniqueConstraint("name_key", name="uq_person_name_key"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "photo",
        sa.Column("id", sa.Integer),
        sa.Column("person_id", sa.Integer, nullable=False),
        sa.Column("jpeg", sa.LargeBinary, nullable=False),
        sa.Column("landmarks", sa.LargeBinary, nullable=False),
        sa.Column("width", sa.Integer, nullable=False),
        sa.Column("height", sa.Integer, nullable=False),
        sa.Column("quality", sa.Float, nullable=False),
        sa.Column("added_at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_photo"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_photo_person_id", ondelete="CASCADE"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_photo_person_id", "photo", ["person_id"])
    op.create_table(
        "template",
        sa.Column("id", sa.Integer),
        sa.Column("photo_id", sa.Integer, nullable=False),
        sa.Column("encoder_id", sa.Text, nullable=False),
        sa.Column("vector", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_template"),
        sa.ForeignKeyConstraint(
            ["photo_id"], ["photo.id"], name="fk_template_photo_id", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("photo_id", "encoder_id", name="uq_template_photo_id"),
    )
    meta = op.create_table(
        "meta",
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("wipe_due", sa.Boolean, nullable=False),
    )
    op.bulk_insert(meta, [{"revision": 0, "wipe_due": False}])
