import errno
import os

import numpy as np
import pytest
from PIL import Image

from facedesk import errors
from facedesk.capture.labelled_photos import labelled_photos
from facedesk.training.face_set import FaceSet, check_trainable, read_faces
from facedesk.vision.alignment import align


@pytest.fixture
def folder(tmp_path, astronaut, admiral):
    """Eileen has two photos and one that is none, Grace has one."""
    people = tmp_path / "people"
    for name, picture in (
        ("Eileen/1.png", astronaut),
        ("Eileen/2.png", astronaut[:400, :450]),
        ("Grace/1.png", admiral),
        ("Grace/wall.png", np.full((200, 200, 3), 90, np.uint8)),
    ):
        (people / name).parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(picture).save(people / name)
    (people / "Eileen/3.jpg").write_text("no picture")
    return people


@pytest.fixture
def read(folder, models, tmp_path):
    return lambda: read_faces(labelled_photos(folder), models, tmp_path / "cache")


def test_each_face_is_upright_and_has_its_person(read, folder, models, astronaut):
    faces = read()
    assert faces.persons == ("Eileen", "Eileen", "Grace")
    assert faces.people.tolist() == [0, 0, 1]
    assert [photo.name for photo in faces.photos] == ["1.png", "2.png", "1.png"]
    (detection,) = models.detector.detect(astronaut)
    expected = align(astronaut, detection).image.astype(int)
    assert np.abs(faces.chips[0] - expected).mean() < 5
    assert not faces.chips.flags.writeable


def test_what_can_t_be_used_is_reported_with_the_reason(read):
    found = {each.path.name: each.error.code for each in read().unusable}
    assert found == {"3.jpg": "not_an_image", "wall.png": "no_face"}


def test_a_second_time_nothing_is_looked_for(read, models, monkeypatch):
    first = read()
    monkeypatch.setattr(models.detector, "detect", None)
    np.testing.assert_array_equal(read().chips, first.chips)


def test_who_has_several_faces_is_known(read):
    faces = read()
    assert faces.names == ("Eileen", "Grace")
    assert faces.several == ("Eileen",)


def test_some_of_the_people_are_a_set_of_their_own(read):
    faces = read()
    grace = faces.of(["Grace"])
    assert (grace.persons, grace.people.tolist()) == (("Grace",), [0])
    np.testing.assert_array_equal(grace.chips, faces.chips[2:])


def test_another_face_or_person_changes_the_digest(faces):
    other = faces.chips.copy()
    other[3, 75, 75] ^= 1
    assert FaceSet(other, faces.persons, faces.photos).digest != faces.digest
    renamed = ("somebody", *faces.persons[1:])
    assert FaceSet(faces.chips, renamed, faces.photos).digest != faces.digest
    assert FaceSet(faces.chips.copy(), faces.persons, faces.photos).digest == faces.digest


def test_photos_without_a_face_are_refused(tmp_path, models):
    (tmp_path / "people/Ada").mkdir(parents=True)
    (tmp_path / "people/Ada/1.jpg").write_text("no picture")
    photos = labelled_photos(tmp_path / "people")
    with pytest.raises(errors.NoUsablePhoto, match="None of the 1 photos"):
        read_faces(photos, models, tmp_path / "cache")


def test_a_full_disk_is_told(read, monkeypatch):
    def full(_descriptor):
        raise OSError(errno.ENOSPC, "simulated")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(errors.DiskFull):
        read()


def test_one_person_alone_teaches_nothing(faces):
    with pytest.raises(errors.OnePersonOnly):
        check_trainable(faces.of(faces.names[:1]))


def test_one_photo_each_teaches_nothing(faces):
    rows = [0, 3, 6]
    single = FaceSet(faces.chips[rows], ("a", "b", "c"), faces.photos[:3])
    with pytest.raises(errors.OnePhotoEach):
        check_trainable(single)
    check_trainable(faces)
