"""The tables of the gallery. A change here needs a migration in migrations/versions.

A column whose info names what is "sealed" in it holds personal data: see gallery.protection.seal.
"""

from datetime import datetime, timedelta, timezone

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

from facedesk.gallery.photo import Role

_1970 = datetime(1970, 1, 1, tzinfo=timezone.utc)
_MILLISECOND = timedelta(milliseconds=1)


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


class Moment(TypeDecorator[datetime]):
    """An aware time as milliseconds since 1970: small, where there are a million of them."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Turn into milliseconds."""
        return None if value is None else (value - _1970) // _MILLISECOND

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Turn into a time, UTC."""
        return None if value is None else _1970 + value * _MILLISECOND


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
    # Counted up with every change of what the user sees of them: see gallery.rows.begin_change.
    Column("version", Integer, nullable=False, server_default="1"),
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
    ),
    Column("jpeg", LargeBinary, nullable=False, info={"sealed": "photo"}),
    Column("landmarks", LargeBinary, nullable=False, info={"sealed": "landmarks"}),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("quality", Float, nullable=False),
    Column("added_at", UtcTime, nullable=False),
    # What the picture is to the person: see gallery.photo.Role.
    Column("role", Text, nullable=False, server_default=Role.PHOTO.value),
    sqlite_autoincrement=True,
)
# With the role, which lies behind the picture: read from there, all pictures were read with it.
Index("ix_photo_person_id_role", photo.c.person_id, photo.c.role)

template = Table(
    "template",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("photo_id", Integer, ForeignKey("photo.id", ondelete="CASCADE"), nullable=False),
    Column("encoder_id", Text, nullable=False),
    Column("vector", LargeBinary, nullable=False, info={"sealed": "template"}),
    UniqueConstraint("photo_id", "encoder_id"),
)

sighting = Table(
    "sighting",
    metadata,
    Column("id", Integer, primary_key=True),
    # Who noted it named it so, before it was stored: a second delivery of it is recognised.
    Column("key", LargeBinary, nullable=False, unique=True),
    # None: a stranger.
    Column("person_id", Integer, ForeignKey("person.id", ondelete="CASCADE")),
    Column("started_at", Moment, nullable=False),
    Column("ended_at", Moment, nullable=False),
    Column("score", Float),
    # See matching.decision.Answer.
    Column("decision", Text, nullable=False),
    Column("source", Text, nullable=False),
    sqlite_autoincrement=True,
)
Index("ix_sighting_started_at", sighting.c.started_at, sighting.c.id)
Index("ix_sighting_person_id", sighting.c.person_id, sighting.c.started_at, sighting.c.id)

# Apart, so that lists of sightings are read without the pictures. id: that of the sighting.
sighting_thumbnail = Table(
    "sighting_thumbnail",
    metadata,
    Column("id", Integer, ForeignKey("sighting.id", ondelete="CASCADE"), primary_key=True),
    Column("jpeg", LargeBinary, nullable=False, info={"sealed": "thumbnail"}),
    Column("landmarks", LargeBinary, nullable=False, info={"sealed": "landmarks"}),
)

# A picture that stands for a person in lists. id: that of the person.
avatar = Table(
    "avatar",
    metadata,
    Column("id", Integer, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    Column("jpeg", LargeBinary, nullable=False, info={"sealed": "avatar"}),
    Column("landmarks", LargeBinary, nullable=False, info={"sealed": "landmarks"}),
    Column("added_at", UtcTime, nullable=False),
)

# The last batch of sightings that each desk has delivered: see gallery.sharing.outbox.
delivery = Table(
    "delivery",
    metadata,
    Column("outbox", Text, primary_key=True),
    Column("number", BigInteger, nullable=False),
)

# What opens the gallery: see gallery.protection.data_key.LockedKey. No row: it is not protected.
protection = Table(
    "protection",
    metadata,
    Column("method", Text, primary_key=True),
    Column("key_id", Text, nullable=False),
    Column("locked", LargeBinary, nullable=False),
    Column("entry", Text, nullable=False),
    Column("salt", LargeBinary, nullable=False),
    Column("cost_n", Integer, nullable=False),
    Column("cost_r", Integer, nullable=False),
    Column("cost_p", Integer, nullable=False),
)

# One row. revision: counted up by every write, so that others see that something has changed.
# wipe_due: something was removed, and the file may still hold traces of it. sightings: counted up
# with every change of sightings, which leave the revision as it is.
meta = Table(
    "meta",
    metadata,
    Column("revision", Integer, nullable=False),
    Column("wipe_due", Boolean, nullable=False),
    Column("sightings", Integer, nullable=False, server_default="0"),
)
