"""Whoever is deleted is in no file any more: gallery, journals, caches, logs; sealed or not."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta, timezone

import pytest

from facedesk import errors
from facedesk.gallery.photo import StoredPhoto
from facedesk.gallery.sightings.record import Sightings
from facedesk.gallery.sightings.sighting import SightingNote
from facedesk.gallery.store import open_gallery
from facedesk.log_file import logging_to
from facedesk.matching.decision import Answer
from facedesk.paths import default_paths, prepare

NAME, FORMER_NAME = "Augusta Ada King", "Miss Byron"
NOW = datetime(2026, 5, 3, 12, tzinfo=timezone.utc)


@pytest.fixture(params=["protected", "not protected"])
def places(request):
    if request.param == "protected":
        request.getfixturevalue("keyring_file")
    places = default_paths()
    prepare(places)
    with logging_to(places.logs):
        yield places


def parts(data):
    """Pieces of what was stored, of 12 bytes each; what all JPEGs begin with is left out."""
    start = 650 if data[:2] == b"\xff\xd8" else 0
    return [data[at : at + 12] for at in range(start, len(data) - 12, 24)]


def everything_of(person_id, database):
    """All that the file holds of a person, as it is stored there."""
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute(
            "SELECT jpeg, landmarks, vector FROM photo JOIN template ON photo_id = photo.id "
            "WHERE person_id = ?",
            (person_id,),
        ).fetchall()
        rows += connection.execute(
            "SELECT jpeg, landmarks FROM avatar WHERE id = ?", (person_id,)
        ).fetchall()
        rows += connection.execute(
            "SELECT jpeg, landmarks FROM sighting_thumbnail JOIN sighting USING (id) "
            "WHERE person_id = ?",
            (person_id,),
        ).fetchall()
    return [blob for row in rows for blob in row]


def found(home, pieces):
    data = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    return [piece for piece in pieces if piece in data]


def test_whoever_is_deleted_is_in_no_file_any_more(places, make_photo):
    gallery = open_gallery(places.database)
    sightings = Sightings(gallery.database)
    photos = [make_photo(side=60) for _ in range(7)]
    grace = gallery.enrol("Grace", make_photo(side=60))
    ada = gallery.enrol(FORMER_NAME, photos[0])
    gallery.replace_photo(ada.id, photos[1])
    gallery.add_look(ada.id, photos[2])
    gallery.correct(ada.id, photos[3])
    gallery.set_avatar(ada.id, photos[5])
    gallery.set_avatar(ada.id, photos[6])
    gallery.rename(ada.id, NAME)
    thumbnail = StoredPhoto(photos[4].jpeg, photos[4].landmarks)
    note = SightingNote(
        b"one", ada.id, NOW, NOW + timedelta(seconds=5), 5.0, Answer.KNOWN, "Camera",
        thumbnail=thumbnail,
    )  # fmt: skip
    sightings.write([note])
    with pytest.raises(errors.NameTaken):
        gallery.enrol(NAME, make_photo())
    stored = everything_of(ada.id, places.database)
    pieces = [piece for blob in stored for piece in parts(blob)]
    assert len(stored) == 3 * 3 + 2 + 2
    assert len(found(places.home, pieces)) > 200
    assert found(places.home, [NAME.encode()])

    gallery.remove(ada.id)

    pieces += [piece for photo in photos for piece in parts(photo.jpeg)]
    pieces += [photo.landmarks.tobytes() for photo in photos]
    pieces += [photo.template.vector.tobytes()[:16] for photo in photos]
    for name in (NAME, FORMER_NAME):
        pieces += [name.encode(), name.casefold().encode()]
    assert found(places.home, pieces) == []
    assert gallery.photo(grace.id)
    gallery.close()
    assert found(places.home, pieces) == []
