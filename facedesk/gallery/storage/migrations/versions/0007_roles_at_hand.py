"""How many pictures of each role a person has is read without the pictures."""

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_index("ix_photo_person_id_role", "photo", ["person_id", "role"])
    op.drop_index("ix_photo_person_id", "photo")
