"""The tables of the gallery. A change here needs a migration in migrations/versions."""

from datetime import datetime, timezone

import numpy as np
from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

from facedesk.gallery.photo import Role


class UtcTime(TypeDecorator[datetime]):
    """An aware time, kept as UTC without its zone, since not every database knows zones."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn into UTC and drop the zone."""
        return value and value.astimezone(timezone.utc).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Name the zone again."""
        return value and value.replace(tzinfo=timezone.utc)


class Floats(TypeDecorator[np.ndarray]):
    """An array of float32 as little-endian bytes; read back flat and read-only."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: np.ndarray | None, dialect: Dialect) -> bytes | None:
        """Turn into bytes."""
        return None if value is None else value.astype("<f4").tobytes()

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> np.ndarray | None:
        """Turn into an array (N,)."""
        return None if value is None else np.frombuffer(value, "<f4")


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

person = Table(
    "person",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False, unique=True),
    Column("enrolled_at", UtcTime, nullable=False),
    # See gallery.consent.Consent.
    Column("enrolled_by", Text, nullable=False, server_default=""),
    Column("basis", Text, nullable=False, server_default=""),
    Column("basis_note", Text, nullable=False, server_default=""),
    # The id of someone removed is not given to someone else: another window may still show them.
    sqlite_autoincrement=True,
)

photo = Table(
    "photo",
    metadata,
    Column("id", Integer, primary_key=True),
    Column(
        "person_id",
        Integer,
        ForeignKey("person.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("jpeg", LargeBinary, nullable=False),
    Column("landmarks", Floats, nullable=False),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("quality", Float, nullable=False),
    Column("added_at", UtcTime, nullable=False),
    # What the picture is to the person: see gallery.photo.Role.
    Column("role", Text, nullable=False, server_default=Role.PHOTO.value),
    sqlite_autoincrement=True,
)

template = Table(
    "template",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("photo_id", Integer, ForeignKey("photo.id", ondelete="CASCADE"), nullable=False),
    Column("encoder_id", Text, nullable=False),
    Column("vector", Floats, nullable=False),
    UniqueConstraint("photo_id", "encoder_id"),
)

# One row. revision: counted up by every write, so that others see that something has changed.
# wipe_due: something was removed, and the file may still hold traces of it.
meta = Table(
    "meta",
    metadata,
    Column("revision", Integer, nullable=False),
    Column("wipe_due", Boolean, nullable=False),
)
