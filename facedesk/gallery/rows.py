"""What is read and written of people, each within the caller's transaction."""

from datetime import datetime, timezone
from functools import lru_cache

from sqlalchemy import Connection, Row, Select, delete, func, insert, select, update

from facedesk import errors
from facedesk.gallery.consent import Basis, Consent
from facedesk.gallery.names import name_key
from facedesk.gallery.person import Person
from facedesk.gallery.photo import Role
from facedesk.gallery.storage import tables

_person, _photo = tables.person.c, tables.photo.c


def revision(connection: Connection) -> int:
    """Return the number of the last change."""
    return connection.execute(select(tables.meta.c.revision)).scalar_one()


def count_revision(connection: Connection) -> None:
    """Count one more change."""
    connection.execute(update(tables.meta).values(revision=tables.meta.c.revision + 1))


def wipe_due(connection: Connection) -> bool:
    """Tell whether something was removed that may have left traces in the file."""
    return connection.execute(select(tables.meta.c.wipe_due)).scalar_one()


def set_wipe_due(connection: Connection, due: bool) -> None:
    """Remember that there may be traces, or that there are none."""
    connection.execute(update(tables.meta).values(wipe_due=due))


def people(connection: Connection) -> tuple[Person, ...]:
    """Return everyone, in order of their names."""
    found = connection.execute(_people()).all()
    # Here, since databases have orders of their own.
    return tuple(_as_person(row) for row in sorted(found, key=lambda row: row.name_key))


def first_people(connection: Connection, count: int) -> tuple[Person, ...]:
    """Return the first so many people, in order of their names as the database has it."""
    wanted = _people().order_by(_person.name_key).limit(count)
    return tuple(_as_person(row) for row in connection.execute(wanted))


def count(connection: Connection) -> int:
    """Return how many people are enrolled."""
    return connection.execute(select(func.count()).select_from(tables.person)).scalar_one()


def ids(connection: Connection) -> tuple[int, ...]:
    """Return the ids of everyone, in the order in which they were enrolled."""
    return tuple(connection.execute(select(_person.id).order_by(_person.id)).scalars())


def person_called(connection: Connection, name: str) -> Person:
    """Return who has this name, in whatever case. Raises PersonNotFound."""
    wanted = _people().where(_person.name_key == name_key(name))
    row = connection.execute(wanted).one_or_none()
    if row is None:
        raise errors.PersonNotFound(name=name)
    return _as_person(row)


def person_with(connection: Connection, person_id: int) -> Person:
    """Return who has this id. Raises PersonGone."""
    row = connection.execute(_people().where(_person.id == person_id)).one_or_none()
    if row is None:
        raise errors.PersonGone
    return _as_person(row)


def add_person(
    connection: Connection, name: str, consent: Consent, enrolled_at: datetime | None = None
) -> int:
    """Add a person without a photo and return their id. Raises IntegrityError for a name taken.

    enrolled_at: now, if None.
    """
    values = {
        "name": name,
        "name_key": name_key(name),
        "enrolled_at": enrolled_at or _now(),
        **_consent_values(consent),
    }
    return connection.execute(insert(tables.person), values).inserted_primary_key[0]


def begin_change(connection: Connection, person_id: int, version: int | None) -> None:
    """Count one more change of a person, who is about to be changed.

    version: what the user decided on; None: whatever there is now. Raises PersonGone, and
    PersonChanged when somebody else has been faster.
    """
    person = person_with(connection, person_id)
    if version is not None and person.version != version:
        raise errors.PersonChanged(name=person.name)
    counted = update(tables.person).where(_person.id == person_id)
    connection.execute(counted.values(version=person.version + 1))


def note_consent(connection: Connection, person_id: int, consent: Consent) -> None:
    """Note who enrolled a person, and on what basis, in the place of what was noted before."""
    values = _consent_values(consent)
    connection.execute(update(tables.person).where(_person.id == person_id).values(values))
    set_wipe_due(connection, True)


def rename_person(connection: Connection, person_id: int, name: str) -> None:
    """Change a name. Raises IntegrityError for a name taken."""
    values = {"name": name, "name_key": name_key(name)}
    connection.execute(update(tables.person).where(_person.id == person_id).values(values))
    set_wipe_due(connection, True)


def rewrite_person(
    connection: Connection, person_id: int, name: str, consent: Consent, enrolled_at: datetime
) -> None:
    """Put another name and other notes in the place of a person's. May raise IntegrityError."""
    begin_change(connection, person_id, None)
    rename_person(connection, person_id, name)
    note_consent(connection, person_id, consent)
    values = {"enrolled_at": enrolled_at}
    connection.execute(update(tables.person).where(_person.id == person_id).values(values))


def remove_person(connection: Connection, person_id: int) -> None:
    """Remove a person; their photos and templates go with them."""
    connection.execute(delete(tables.person).where(_person.id == person_id))
    set_wipe_due(connection, True)


def _people() -> Select:
    of_them = select(func.count()).select_from(tables.photo).where(_photo.person_id == _person.id)
    is_correction = _photo.role == Role.CORRECTION.value
    return select(
        _person.id,
        _person.name,
        _person.name_key,
        _person.enrolled_at,
        _person.enrolled_by,
        _person.basis,
        _person.basis_note,
        _person.version,
        of_them.where(~is_correction).scalar_subquery().label("photos"),
        of_them.where(is_correction).scalar_subquery().label("corrections"),
    )


def _consent_values(consent: Consent) -> dict[str, str]:
    return {
        "enrolled_by": consent.enrolled_by,
        "basis": consent.basis.value,
        "basis_note": consent.note,
    }


def _as_person(row: Row) -> Person:
    consent = _consent(row.enrolled_by, row.basis, row.basis_note)
    return Person(
        row.id, row.name, row.enrolled_at, row.photos, row.corrections, consent, row.version
    )


@lru_cache(maxsize=256)  # the same is noted about most
def _consent(enrolled_by: str, basis: str, note: str) -> Consent:
    return Consent(enrolled_by, Basis(basis), note)


def _now() -> datetime:
    return datetime.now(timezone.utc)
