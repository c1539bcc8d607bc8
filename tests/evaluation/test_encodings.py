import errno
import os
import sys

import numpy as np
import pytest
from PIL import Image

from facedesk.encoder.models import detect_in_photo
from facedesk.errors import DiskFull
from facedesk.evaluation.encodings import features_of_main_faces
from facedesk.vision.alignment import VIEWS, align_all


@pytest.fixture
def photos(tmp_path, astronaut):
    Image.fromarray(astronaut).save(tmp_path / "face.png")
    Image.new("RGB", (100, 100)).save(tmp_path / "nobody.png")
    (tmp_path / "text.png").write_text("no picture")
    return [tmp_path / name for name in ("nobody.png", "face.png", "text.png", "gone.png")]


def test_each_photo_gives_what_is_seen_of_its_face_or_none(photos, models, astronaut, tmp_path):
    found = list(features_of_main_faces(photos, models, tmp_path / "cache"))
    assert [features is None for features in found] == [True, False, True, True]
    (detection,) = detect_in_photo(astronaut, models)
    chips = np.stack([face.image for face in align_all(astronaut, detection)])
    expected = [
        [models.encoder.features(chip[None])[0], models.encoder.features(chip[None, :, ::-1])[0]]
        for chip in chips
    ]
    assert found[1].shape == (VIEWS, 2, 256)
    np.testing.assert_allclose(found[1], expected, atol=1e-4)


def test_a_single_view_is_the_first_of_all(photos, models, tmp_path):
    every = list(features_of_main_faces(photos, models, tmp_path / "cache"))[1]
    first = list(features_of_main_faces(photos, models, tmp_path / "cache", views=1))[1]
    np.testing.assert_allclose(first, every[:1], atol=1e-4)


def test_a_second_run_needs_no_networks(photos, models, tmp_path, monkeypatch):
    first = list(features_of_main_faces(photos, models, tmp_path / "cache"))
    monkeypatch.setattr(models.detector, "detect", None)
    again = list(features_of_main_faces(photos, models, tmp_path / "cache"))
    np.testing.assert_array_equal(again[1], first[1])


def test_a_changed_photo_is_looked_at_again(photos, models, admiral, tmp_path):
    first = list(features_of_main_faces(photos, models, tmp_path / "cache"))
    Image.fromarray(admiral).save(photos[1])
    again = list(features_of_main_faces(photos, models, tmp_path / "cache"))
    assert np.linalg.norm(again[1] - first[1]) > 0.1


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX permissions")
def test_only_the_user_may_read_what_is_kept(photos, models, tmp_path):
    list(features_of_main_faces(photos, models, tmp_path / "cache", views=1))
    (kept,) = (tmp_path / "cache").iterdir()
    assert kept.stat().st_mode & 0o777 == 0o600
    assert kept.parent.stat().st_mode & 0o777 == 0o700


def test_a_full_disk_is_told_and_leaves_nothing_half_written(photos, models, tmp_path, monkeypatch):
    def full(_descriptor):
        raise OSError(errno.ENOSPC, "simulated")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        list(features_of_main_faces(photos, models, tmp_path / "cache", views=1))
    assert list((tmp_path / "cache").iterdir()) == []


def test_any_choice_of_people_is_as_quick_as_all_of_them(tmp_path, models, astronaut, monkeypatch):
    for person in ("ada", "eileen", "grace"):
        (tmp_path / person).mkdir()
        Image.fromarray(astronaut[:300, :400]).save(tmp_path / person / "1.png")
    photos = sorted(tmp_path.glob("*/*.png"))
    every = list(features_of_main_faces(photos, models, tmp_path / "cache", views=1))
    monkeypatch.setattr(models.detector, "detect", None)
    two = list(features_of_main_faces(photos[1:], models, tmp_path / "cache", views=1))
    np.testing.assert_array_equal(two, every[1:])
