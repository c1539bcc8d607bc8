"""Finds what is wrong with a gallery, and changes nothing."""

import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import numpy as np
from sqlalchemy import Connection, func, select

from facedesk import errors
from facedesk.capture.photo_file import decode_photo
from facedesk.gallery import avatar_rows, photo_rows, rows
from facedesk.gallery.photo import Role, StoredPhoto
from facedesk.gallery.protection.seal import Seal
from facedesk.gallery.storage import tables
from facedesk.gallery.storage.failures import storage_error
from facedesk.gallery.store import Gallery

_UNIT = 1e-3  # how far a template's length may be from 1
_UNUSABLE = (errors.GalleryDamaged, errors.PhotoRefused, ValueError)
_photo, _template = tables.photo.c, tables.template.c


class Trouble(Enum):
    """What may be wrong.

    FILE: the file is damaged. LINKS: something belongs to nobody. READABLE: others than the user
    may read what only they should. PICTURE: a picture can't be opened, or is none. TEMPLATE: a
    template can't be opened, or is none. AVATAR: an avatar can't be opened, or is none. NO_PHOTO: a
    person without a photo.
    """

    FILE = "file"
    LINKS = "links"
    READABLE = "readable"
    PICTURE = "picture"
    TEMPLATE = "template"
    AVATAR = "avatar"
    NO_PHOTO = "no_photo"


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong. detail: an English sentence.

    person_id, picture_id, template_id: what it is about, as far as it is about one.
    """

    trouble: Trouble
    detail: str
    person_id: int | None = None
    picture_id: int | None = None
    template_id: int | None = None


def check_file(path: Path) -> Iterator[Finding]:
    """Look at the file of a gallery from outside: may others read it, is it whole?

    Raises GalleryGone when there is none, DiskFull and GalleryLocked when it can't be opened for
    that reason.
    """
    if not path.is_file():
        raise errors.GalleryGone(path=path)
    yield from _readable(path)
    try:
        # Not to be written, nor created, whatever happens.
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            for (line,) in connection.execute("PRAGMA integrity_check(20)"):
                if line != "ok":
                    yield Finding(Trouble.FILE, f"The file is damaged: {line.splitlines()[0]}.")
            for table, *_ in connection.execute("PRAGMA foreign_key_check"):
                yield Finding(Trouble.LINKS, f"A row of “{table}” belongs to nothing.")
    except sqlite3.Error as error:
        failure = storage_error(str(error), path)
        if isinstance(failure, errors.DiskFull | errors.GalleryLocked):  # whatever the file is like
            raise failure from error
        yield Finding(Trouble.FILE, f"The file can't be read: {error}.")


def check_content(gallery: Gallery, progress: Callable[[int, int], None]) -> Iterator[Finding]:
    """Open every picture and every template. progress: told how many pictures, and of how many.

    Raises StorageError when the gallery can't be read at all.
    """
    with gallery.database.reading() as connection:
        seal = gallery.database.seal_in(connection)
        sizes = _usual_sizes(connection)
        pictures = list(connection.execute(select(_photo.id, _photo.person_id, _photo.role)))
        for done, (picture_id, person_id, _) in enumerate(pictures):
            progress(done, len(pictures))
            yield from _check_picture(connection, seal, person_id, picture_id)
            yield from _check_templates(connection, seal, sizes, person_id, picture_id)
        for person_id in avatar_rows.people_with_avatar(connection):
            yield from _check_avatar(connection, seal, person_id)
        with_photo = {person for _, person, role in pictures if role == Role.PHOTO.value}
        for person_id in rows.ids(connection):
            if person_id not in with_photo:
                yield Finding(Trouble.NO_PHOTO, "There is no photo of this person.", person_id)


def _readable(path: Path) -> Iterator[Finding]:
    for place in (path.parent, path):
        mode = stat.S_IMODE(place.stat().st_mode)
        if os.name == "posix" and mode & 0o077:
            yield Finding(Trouble.READABLE, f"Others may look into {place} (mode {mode:03o}).")


def _check_picture(
    connection: Connection, seal: Seal, person_id: int, picture_id: int
) -> Iterator[Finding]:
    try:
        _open(photo_rows.photo_with(connection, seal, picture_id))
    except _UNUSABLE as error:
        code = error.code if isinstance(error, errors.FacedeskError) else "landmarks"
        detail = f"Picture {picture_id} can't be used ({code})."
        yield Finding(Trouble.PICTURE, detail, person_id, picture_id)


def _check_avatar(connection: Connection, seal: Seal, person_id: int) -> Iterator[Finding]:
    try:
        _open(avatar_rows.avatar_of(connection, seal, person_id))
    except _UNUSABLE:
        yield Finding(Trouble.AVATAR, "The avatar of this person can't be used.", person_id)


def _open(picture: StoredPhoto) -> None:
    """Raises PhotoRefused, ValueError for what is no picture of a face."""
    decode_photo(picture.jpeg)
    if not np.isfinite(picture.landmarks).all():
        raise ValueError


def _usual_sizes(connection: Connection) -> dict[str, int]:
    """Return how many bytes most templates of each encoder have, as they are stored."""
    size = func.length(_template.vector)
    counted = select(_template.encoder_id, size).group_by(_template.encoder_id, size)
    return dict(tuple(row) for row in connection.execute(counted.order_by(func.count())))


def _check_templates(
    connection: Connection, seal: Seal, sizes: dict[str, int], person_id: int, picture_id: int
) -> Iterator[Finding]:
    wanted = select(_template.id, _template.encoder_id, _template.vector)
    of_picture = wanted.where(_template.photo_id == picture_id)
    for template_id, encoder_id, sealed in connection.execute(of_picture):
        try:
            vector = photo_rows.opened_vector(seal, sealed).astype(np.float64)
            unit = abs(np.linalg.norm(vector) - 1) < _UNIT
            right = unit and len(sealed) == sizes[encoder_id]
        except (errors.GalleryDamaged, ValueError):
            right = False
        if not right:
            detail = f"A template of picture {picture_id} is damaged."
            yield Finding(Trouble.TEMPLATE, detail, person_id, picture_id, template_id)
