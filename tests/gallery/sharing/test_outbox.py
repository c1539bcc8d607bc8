"""Sightings that wait on the disk of a desk."""

import os
import stat
import sys
from dataclasses import replace
from datetime import datetime, timezone

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk import errors
from facedesk.gallery.photo import StoredPhoto
from facedesk.gallery.protection.seal import KeySeal, Unsealed
from facedesk.gallery.sharing.note_format import notes_as_bytes, notes_from_bytes
from facedesk.gallery.sharing.outbox import Outbox
from facedesk.gallery.sightings.sighting import SightingNote
from facedesk.matching.decision import Answer

NOON = datetime(2026, 5, 4, 12, tzinfo=timezone.utc)
PICTURE = StoredPhoto(b"\xff\xd8 a face \xff\xd9", np.arange(10, dtype=np.float32).reshape(5, 2))
STRANGER = SightingNote(b"one", None, NOON, NOON, None, Answer.UNKNOWN, "Desk camera")
SOMEBODY = replace(STRANGER, key=b"two", person_id=7, score=6.5, decision=Answer.KNOWN)

moments = st.datetimes(datetime(1990, 1, 1), datetime(2200, 1, 1), timezones=st.just(timezone.utc))
notes = st.builds(
    SightingNote,
    key=st.binary(min_size=1, max_size=16),
    person_id=st.none() | st.integers(1, 2**31 - 1),
    started_at=moments,
    ended_at=moments,
    score=st.none() | st.floats(allow_nan=False, allow_infinity=False),
    decision=st.sampled_from(Answer),
    source=st.text(),
    first=st.booleans(),
    became_known=st.booleans(),
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "home" / "outbox.sqlite3"


@given(st.lists(notes), st.lists(st.binary(max_size=16)))
def test_notes_are_the_same_as_bytes_and_back(written, withdrawn):
    read = notes_from_bytes(notes_as_bytes(written, withdrawn))
    assert read == (tuple(written), tuple(withdrawn))


def test_pictures_are_the_same_as_bytes_and_back():
    ((read,), _) = notes_from_bytes(notes_as_bytes([replace(STRANGER, thumbnail=PICTURE)], []))
    assert read.thumbnail.jpeg == PICTURE.jpeg
    np.testing.assert_array_equal(read.thumbnail.landmarks, PICTURE.landmarks)
    assert not read.thumbnail.landmarks.flags.writeable


def test_what_waits_since_before_the_gallery_was_protected_is_not_lost(path):
    Outbox(path, Unsealed()).put([STRANGER], [b"gone"])
    batch = Outbox(path, KeySeal(os.urandom(32))).first()
    assert (batch.notes, batch.withdrawn) == ((STRANGER,), (b"gone",))


def test_what_was_put_first_comes_first(path):
    outbox = Outbox(path, Unsealed())
    outbox.put([STRANGER], [])
    outbox.put([SOMEBODY], [b"one"])
    first = outbox.first()
    assert first.notes == (STRANGER,)
    assert outbox.first() == first
    outbox.remove(first.number)
    second = outbox.first()
    assert (second.notes, second.withdrawn) == ((SOMEBODY,), (b"one",))
    outbox.remove(second.number)
    assert outbox.first() is None


def test_it_waits_over_a_restart_and_no_number_is_used_twice(path):
    outbox = Outbox(path, Unsealed())
    outbox.put([STRANGER], [])
    again = Outbox(path, Unsealed())
    assert again.id == outbox.id
    number = again.first().number
    again.remove(number)
    again.put([SOMEBODY], [])
    assert again.first().number > number


def test_what_waits_is_sealed_and_private(path):
    outbox = Outbox(path, KeySeal(os.urandom(32)))
    outbox.put([replace(SOMEBODY, source="Front door", thumbnail=PICTURE)], [])
    contents = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert b"Front door" not in contents
    assert b"/9gg" not in contents  # how the picture begins, in base 64
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_was_delivered_leaves_no_byte_behind(path):
    outbox = Outbox(path, Unsealed())
    outbox.put([replace(STRANGER, source="Front door")], [])
    assert b"Front door" in path.read_bytes()
    outbox.remove(outbox.first().number)
    assert b"Front door" not in path.read_bytes()


def test_what_another_key_has_sealed_is_dropped_and_logged(path, caplog):
    Outbox(path, KeySeal(os.urandom(32))).put([STRANGER], [])
    outbox = Outbox(path, KeySeal(os.urandom(32)))
    outbox.put([SOMEBODY], [])
    assert outbox.first().notes == (SOMEBODY,)
    assert "can't be read any more" in caplog.text
    caplog.clear()


def test_a_damaged_outbox_is_told(path):
    Outbox(path, Unsealed())
    path.write_bytes(b"not a database" * 100)
    with pytest.raises(errors.GalleryDamaged):
        Outbox(path, Unsealed())
