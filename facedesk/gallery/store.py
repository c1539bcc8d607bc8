"""The gallery: everyone enrolled, kept in one file."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timezone
from pathlib import Path

import numpy as np
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from facedesk import errors
from facedesk.encoder.template import Template
from facedesk.gallery import avatar_rows, photo_rows, rows
from facedesk.gallery.avatar import Avatar
from facedesk.gallery.consent import UNKNOWN, Consent
from facedesk.gallery.copy_rows import copy_of
from facedesk.gallery.names import clean_name
from facedesk.gallery.person import GalleryTemplates, OwnedTemplates, Person
from facedesk.gallery.person_copy import PersonCopy
from facedesk.gallery.photo import PersonPhoto, PreparedPhoto, Role, StoredPhoto
from facedesk.gallery.protection.protecting import Progress, protect_by_default, unlock
from facedesk.gallery.protection.seal import Seal
from facedesk.gallery.sightings.record import Sightings
from facedesk.gallery.storage.database import Database
from facedesk.gallery.storage.file_database import open_database

_OF_THEM = (Role.PHOTO, Role.LOOK)


def open_gallery(
    path: Path, passphrase: str | None = None, progress: Progress = lambda *_: None
) -> "Gallery":
    """Open the gallery in a file, or create it; protect it if it can be and is not.

    May take as long as asking the user for the password of their keyring does. progress: told how
    much of a gallery is protected, of how much. Raises as open_database and unlock do.
    """
    database = open_database(path)
    try:
        unlock(database, passphrase)
        protect_by_default(database, progress)
        database.wipe()  # where a crash was faster
    except BaseException:
        database.close()
        raise
    return Gallery(database)


class Gallery:
    """People, photos and templates. May be used from any thread, and by several programs at once.

    Every change is complete and on the disk when its method returns; if it raises, nothing has
    changed. Any method may raise StorageError, see gallery.storage.database.

    consent_of_new: what is noted about the people enrolled from now on.

    What changes a person may be told their version, as the user saw them; where somebody else, at
    another desk or in another window, has changed them since, PersonChanged is raised.
    """

    def __init__(self, database: Database) -> None:
        """Take an open file; use open_gallery()."""
        self.database = database
        self.consent_of_new = UNKNOWN

    def close(self) -> None:
        """Let go of the file, when no thread uses the gallery any more."""
        self.database.close()

    @property
    def seal(self) -> Seal:
        """What photos, templates and thumbnails go through on their way to the file and back."""
        with self.database.reading() as connection:
            return self.database.seal_in(connection)

    @property
    def reachable(self) -> bool:
        """Whether it can be read now, as far as is known; recognition goes on from memory."""
        return True

    @property
    def sightings(self) -> Sightings:
        """The record of who was seen."""
        return Sightings(self.database)

    # Reading ------------------------------------------------------------------------------------

    def revision(self) -> int:
        """Return a number that grows with every change, whichever program makes it."""
        with self.database.reading() as connection:
            return rows.revision(connection)

    def count(self) -> int:
        """Return how many people are enrolled."""
        with self.database.reading() as connection:
            return rows.count(connection)

    def people(self) -> tuple[Person, ...]:
        """Return everyone, in order of their names."""
        with self.database.reading() as connection:
            return rows.people(connection)

    def first_people(self, count: int) -> tuple[Person, ...]:
        """Return the first so many people in order of their names: quick, however many there are.

        On a server, names with other letters than English has may stand elsewhere in the order.
        """
        with self.database.reading() as connection:
            return rows.first_people(connection, count)

    def person(self, name: str) -> Person:
        """Return who has this name, in whatever case. Raises PersonNotFound."""
        with self.database.reading() as connection:
            return rows.person_called(connection, name)

    def person_with(self, person_id: int) -> Person:
        """Return who has this id. Raises PersonGone."""
        with self.database.reading() as connection:
            return rows.person_with(connection, person_id)

    def has_person(self, name: str) -> bool:
        """Tell whether someone has this name already, in whatever case."""
        try:
            self.person(name)
        except errors.PersonNotFound:
            return False
        return True

    def photo(self, person_id: int) -> PersonPhoto:
        """Return the photo a person was enrolled with. Raises PersonGone."""
        return self.photos(person_id)[0]

    def photos(self, person_id: int) -> tuple[PersonPhoto, ...]:
        """Return all pictures of a person: the photo, the looks, the corrections.

        Raises PersonGone.
        """
        with self.database.reading() as connection:
            return photo_rows.photos_of(connection, self._seal(connection), person_id)

    def avatar(self, person_id: int) -> Avatar | None:
        """Return what stands for a person in lists; None: it is their photo."""
        with self.database.reading() as connection:
            return avatar_rows.avatar_of(connection, self._seal(connection), person_id)

    def shown_picture(self, person_id: int) -> StoredPhoto:
        """Return their avatar or, without one, their photo. Raises PersonGone."""
        return self.avatar(person_id) or self.photo(person_id)

    def copy_of(self, person_id: int) -> PersonCopy:
        """Return all that is kept of a person, sightings apart. Raises PersonGone."""
        with self.database.reading() as connection:
            return copy_of(connection, self._seal(connection), person_id)

    def photo_with(self, photo_id: int) -> PersonPhoto:
        """Return one picture by its own id. Raises PersonGone when it was removed."""
        with self.database.reading() as connection:
            return photo_rows.photo_with(connection, self._seal(connection), photo_id)

    def templates(self, encoder_id: str) -> GalleryTemplates:
        """Return the templates of everyone who has one of this encoder, in order of names."""
        with self.database.reading() as connection:
            revision = rows.revision(connection)
            people = rows.people(connection)
            seal = self._seal(connection)
            photos = photo_rows.vectors(connection, seal, encoder_id, _OF_THEM)
            corrections = photo_rows.vectors(connection, seal, encoder_id, [Role.CORRECTION])
        encoded = {person_id for person_id, _ in photos}
        people = tuple(person for person in people if person.id in encoded)
        index = {person.id: number for number, person in enumerate(people)}
        return GalleryTemplates(revision, people, _owned(photos, index), _owned(corrections, index))

    def templates_since(self, revision: int | None, encoder_id: str) -> GalleryTemplates | None:
        """Return the templates of now, or None when they are those of this revision still."""
        return None if self.revision() == revision else self.templates(encoder_id)

    def outdated(self, encoder_id: str) -> list[int]:
        """Return the ids of the pictures that have no template of this encoder yet."""
        with self.database.reading() as connection:
            return photo_rows.photos_without_template(connection, encoder_id)

    # Writing ------------------------------------------------------------------------------------

    def enrol(self, name: str, photo: PreparedPhoto) -> Person:
        """Add a person. Raises NameEmpty, NameTooLong, NameTaken."""
        name = clean_name(name)
        with self.database.writing() as connection, _unless_taken(name):
            person_id = rows.add_person(connection, name, self.consent_of_new)
            photo_rows.add_photo(connection, self._seal(connection), person_id, photo, Role.PHOTO)
            return rows.person_with(connection, person_id)

    def rename(self, person_id: int, name: str, version: int | None = None) -> Person:
        """Give a person another name.

        Raises NameEmpty, NameTooLong, NameTaken, PersonGone, PersonChanged.
        """
        name = clean_name(name)
        with self.database.writing() as connection, _unless_taken(name):
            rows.begin_change(connection, person_id, version)
            rows.rename_person(connection, person_id, name)
            return rows.person_with(connection, person_id)

    def note_consent(self, person_id: int, consent: Consent, version: int | None = None) -> Person:
        """Note who enrolled a person, and on what basis. Raises PersonGone, PersonChanged."""
        with self.database.writing() as connection:
            rows.begin_change(connection, person_id, version)
            rows.note_consent(connection, person_id, consent)
            return rows.person_with(connection, person_id)

    def replace_photo(
        self, person_id: int, photo: PreparedPhoto, version: int | None = None
    ) -> Person:
        """Put another photo in the place of a person's photo; looks stay.

        Raises PersonGone, PersonChanged.
        """
        with self.database.writing() as connection:
            rows.begin_change(connection, person_id, version)
            photo_rows.remove_photo(
                connection,
                photo_rows.photos_of(connection, self._seal(connection), person_id)[0].id,
            )
            photo_rows.add_photo(connection, self._seal(connection), person_id, photo, Role.PHOTO)
            person = rows.person_with(connection, person_id)
        self.database.wipe()
        return person

    def set_avatar(
        self, person_id: int, picture: StoredPhoto, version: int | None = None
    ) -> Person:
        """Let a picture stand for a person in lists; they are recognised by their photo as before.

        Raises PersonGone, PersonChanged.
        """
        avatar = Avatar(picture.jpeg, picture.landmarks, datetime.now(timezone.utc))
        with self.database.writing() as connection:
            rows.begin_change(connection, person_id, version)
            avatar_rows.set_avatar(connection, self._seal(connection), person_id, avatar)
            person = rows.person_with(connection, person_id)
        self.database.wipe()
        return person

    def remove_avatar(self, person_id: int, version: int | None = None) -> Person:
        """Let their photo stand for a person again. Raises PersonGone, PersonChanged."""
        with self.database.writing() as connection:
            rows.begin_change(connection, person_id, version)
            avatar_rows.remove_avatar(connection, person_id)
            person = rows.person_with(connection, person_id)
        self.database.wipe()
        return person

    def add_look(self, person_id: int, photo: PreparedPhoto) -> Person:
        """Add an extra photo of a person. Raises TooManyLooks, PersonGone."""
        with self.database.writing() as connection:
            rows.begin_change(connection, person_id, None)
            photo_rows.add_photo(connection, self._seal(connection), person_id, photo, Role.LOOK)
            return rows.person_with(connection, person_id)

    def correct(self, person_id: int, photo: PreparedPhoto) -> int:
        """Remember that the face on a photo is not this person; return the picture's id.

        Raises PersonGone.
        """
        with self.database.writing() as connection:
            rows.person_with(connection, person_id)
            return photo_rows.add_photo(
                connection, self._seal(connection), person_id, photo, Role.CORRECTION
            )

    def remove_photo(self, photo_id: int) -> None:
        """Remove a look, or take a correction back. One that is gone already stays gone.

        Raises ValueError for the photo that a person was enrolled with.
        """
        with self.database.writing() as connection, suppress(errors.PersonGone):
            if (
                photo_rows.photo_with(connection, self._seal(connection), photo_id).role
                is Role.PHOTO
            ):
                raise ValueError("a person without a photo could not be recognised")
            photo_rows.remove_photo(connection, photo_id)
        self.database.wipe()

    def remove(self, person_id: int, version: int | None = None) -> None:
        """Remove a person, their photo and templates, without a trace.

        Takes the longer, the more people there are, since the file is written anew.
        Raises PersonGone, PersonChanged.
        """
        with self.database.writing() as connection:
            rows.begin_change(connection, person_id, version)
            rows.remove_person(connection, person_id)
        self.database.wipe()

    def store_templates(self, made: Iterable[tuple[int, Template]]) -> None:
        """Add the templates that another encoder made of pictures, by the pictures' ids.

        A picture that has one of this encoder keeps it; one that is gone stays gone.
        """
        with self.database.writing() as connection:
            seal = self._seal(connection)
            for photo_id, template in made:
                if photo_rows.lacks_template(connection, photo_id, template.encoder_id):
                    photo_rows.add_template(connection, seal, photo_id, template)

    def _seal(self, connection: Connection) -> Seal:
        return self.database.seal_in(connection)


@contextmanager
def _unless_taken(name: str) -> Iterator[None]:
    try:
        yield
    except IntegrityError as error:
        raise errors.NameTaken(name=name) from error


def _owned(found: list[tuple[int, np.ndarray]], index: dict[int, int]) -> OwnedTemplates:
    """Return templates with the index of their person; vectors is (0, 0) when there are none."""
    known = [(index[person_id], vector) for person_id, vector in found if person_id in index]
    vectors = np.stack([v for _, v in known]) if known else np.zeros((0, 0), np.float32)
    owners = np.array([owner for owner, _ in known], np.intp)
    vectors.setflags(write=False)
    owners.setflags(write=False)
    return OwnedTemplates(vectors, owners)
