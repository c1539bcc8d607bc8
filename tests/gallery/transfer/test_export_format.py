"""What is written is read, and nothing else is."""

import json
import struct
from dataclasses import replace
from datetime import datetime, timezone

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk import errors
from facedesk.encoder.template import Template, unit
from facedesk.gallery.avatar import Avatar
from facedesk.gallery.consent import Basis, Consent
from facedesk.gallery.person_copy import PersonCopy, PictureCopy
from facedesk.gallery.photo import Role
from facedesk.gallery.transfer.export_format import (
    ExportHead,
    head_as_bytes,
    people_from_bytes,
    person_as_bytes,
)

WHEN = datetime(2026, 5, 3, 10, 0, 0, 123, tzinfo=timezone.utc)


@pytest.fixture
def ada(make_photo):
    def picture(role, *encoders):
        photo = make_photo()
        templates = tuple(
            Template(unit(np.arange(1, 9) + n), encoder) for n, encoder in enumerate(encoders)
        )
        return PictureCopy(photo.jpeg, photo.landmarks, role, 0.25, WHEN, templates)

    pictures = (
        picture(Role.PHOTO, "one", "two"),
        picture(Role.LOOK, "one"),
        picture(Role.CORRECTION),
    )
    return PersonCopy("Ada Lovelace 李", WHEN, Consent("Anna", Basis.OTHER, "a note"), pictures)


def packed(*people, count=None):
    head = head_as_bytes(ExportHead(WHEN, len(people) if count is None else count))
    return head + b"".join(map(person_as_bytes, people))


def read(data, size=1 << 20):
    pieces = (data[at : at + size] for at in range(0, len(data), size))
    head, people = people_from_bytes(pieces)
    return head, list(people)


def same(first, second):
    assert (first.name, first.enrolled_at, first.consent) == (
        second.name,
        second.enrolled_at,
        second.consent,
    )
    for one, other in zip(first.pictures, second.pictures, strict=True):
        assert (one.jpeg, one.role, one.quality, one.added_at) == (
            other.jpeg,
            other.role,
            other.quality,
            other.added_at,
        )
        np.testing.assert_array_equal(one.landmarks, other.landmarks)
        assert [t.encoder_id for t in one.templates] == [t.encoder_id for t in other.templates]
        for template, its_twin in zip(one.templates, other.templates, strict=True):
            np.testing.assert_array_equal(template.vector, its_twin.vector)


@pytest.mark.parametrize("size", [1, 7, 4096, 1 << 20])
def test_people_come_back_with_everything_in_whatever_pieces(ada, size):
    grace = replace(ada, name="Grace", pictures=ada.pictures[:1])
    head, (first, second) = read(packed(ada, grace), size)
    assert head == ExportHead(WHEN, 2)
    same(first, ada)
    same(second, grace)


def test_an_avatar_comes_back_with_its_person(ada, make_photo):
    picture = make_photo()
    avatar = Avatar(picture.jpeg, picture.landmarks, WHEN)
    (read_ada,) = read(packed(replace(ada, avatar=avatar)))[1]
    same(read_ada, ada)
    assert (read_ada.avatar.jpeg, read_ada.avatar.added_at) == (avatar.jpeg, WHEN)
    np.testing.assert_array_equal(read_ada.avatar.landmarks, avatar.landmarks)


def test_a_file_of_before_there_were_avatars_is_read(ada):
    block = person_as_bytes(ada)
    assert b'"avatar": null, ' in block
    (length,) = struct.unpack(">I", block[:4])
    head = block[4 : 4 + length].replace(b'"avatar": null, ', b"")
    former = packed(count=1) + struct.pack(">I", len(head)) + head + block[4 + length :]
    (read_ada,) = read(former)[1]
    same(read_ada, ada)
    assert read_ada.avatar is None


def test_nobody_is_a_gallery_too():
    assert read(packed())[1] == []


def test_times_with_another_zone_are_read_as_the_same_moment(ada):
    data = packed(ada).replace(
        b"2026-05-03T10:00:00.000123+00:00", b"2026-05-03T12:00:00.000123+02:00"
    )
    assert read(data)[1][0].enrolled_at == WHEN


def changed(ada, **values):
    """The bytes of Ada with other values in the head of her block."""
    block = person_as_bytes(ada)
    (length,) = struct.unpack(">I", block[:4])
    head = {**json.loads(block[4 : 4 + length]), **values}
    text = json.dumps(head).encode()
    return packed(count=1) + struct.pack(">I", len(text)) + text + block[4 + length :]


@pytest.mark.parametrize(
    "values",
    [
        {"name": "  Ada "},
        {"name": ""},
        {"name": "a" * 81},
        {"name": 7},
        {"enrolled_at": "yesterday"},
        {"enrolled_at": "2026-05-03T10:00:00"},
        {"basis": "curiosity"},
        {"note": "n" * 501},
        {"enrolled_by": None},
        {"pictures": []},
        {"pictures": "none"},
        {"pictures": [{}]},
        {"avatar": {}},
        {"avatar": "none"},
        {"avatar": {"added_at": "2026-05-03T10:00:00+00:00", "landmarks": [[1, 2]], "jpeg": 0}},
        {"parts": [-1]},
        {"parts": [2**40]},
        {"parts": 3},
    ],
)
def test_a_person_that_facedesk_would_not_write_is_refused(ada, values):
    with pytest.raises(errors.ExportDamaged):
        read(changed(ada, **values))


@pytest.mark.parametrize(
    "values",
    [
        {"role": "stranger"},
        {"role": "look"},
        {"quality": 2},
        {"quality": float("nan")},
        {"landmarks": [[1, 2]]},
        {"landmarks": [[float("nan"), 2]] * 5},
        {"jpeg": 99},
        {"jpeg": 1},
        {"templates": [{"encoder": "one", "vector": 0}]},
    ],
)
def test_a_picture_that_facedesk_would_not_write_is_refused(ada, values):
    block = person_as_bytes(ada)
    (length,) = struct.unpack(">I", block[:4])
    pictures = json.loads(block[4 : 4 + length])["pictures"]
    pictures[0].update(values)
    with pytest.raises(errors.ExportDamaged):
        read(changed(ada, pictures=pictures))


def test_two_people_of_one_name_are_refused(ada):
    with pytest.raises(errors.ExportDamaged):
        read(packed(ada, replace(ada, name="ADA Lovelace 李")))


def test_people_missing_or_too_many_are_refused(ada):
    for count in (0, 2):
        with pytest.raises(errors.ExportDamaged):
            read(packed(ada, count=count))


@given(st.binary(max_size=200))
def test_noise_is_refused(data):
    with pytest.raises(errors.ExportDamaged):
        read(data)


def test_an_error_says_nothing_of_what_was_read(ada):
    with pytest.raises(errors.ExportDamaged) as error:
        read(changed(ada, basis="Xaverine"))
    assert error.value.__cause__ is None
    assert error.value.__suppress_context__
