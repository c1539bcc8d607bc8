from pathlib import Path

import numpy as np
import pytest

from facedesk.encoder.models import detect_main_face
from facedesk.evaluation.webcam import as_webcam, random_of
from facedesk.vision.alignment import align


def seen(photo, eye_distance=50.0, count=30):
    return [as_webcam(photo, eye_distance, np.random.default_rng(seed)) for seed in range(count)]


def sharpness(picture):
    return np.abs(np.diff(picture.astype(float), axis=1)).mean()


def test_the_face_is_as_small_as_one_to_two_metres_away(astronaut):
    shapes = [picture.shape for picture in seen(astronaut, eye_distance=60)]
    eyes = [60 * height / astronaut.shape[0] for height, _, _ in shapes]
    assert 16.5 < min(eyes) < 20
    assert 32 < max(eyes) < 35.5
    assert all(picture.dtype == np.uint8 for picture in seen(astronaut, count=2))


def test_a_face_that_is_small_already_is_not_enlarged(astronaut):
    assert all(picture.shape == astronaut.shape for picture in seen(astronaut, 10, count=5))


def test_it_is_darker_but_never_black():
    white = np.full((90, 60, 3), 255, np.uint8)
    light = [picture.mean() for picture in seen(white, 5, count=100)]
    assert max(light) > 200
    assert 80 < min(light) < 170


def test_one_side_may_have_more_light_than_the_other():
    grey = np.full((90, 90, 3), 100, np.uint8)
    leaning = [picture[:, :30].mean() / picture[:, -30:].mean() for picture in seen(grey, 5)]
    assert min(leaning) < 0.85
    assert max(leaning) > 1.15


def test_where_there_is_less_light_there_is_more_noise():
    """The variance of counted photons grows as their number: relative to it, noise falls."""
    halves = np.full((120, 120, 3), 60, np.uint8)
    halves[:, 60:] = 220
    relative = []
    for picture in seen(halves, 5, count=60):
        light = (picture / 255.0) ** 2.2
        dark, bright = light[30:90, 10:50, 1], light[30:90, 70:110, 1]
        relative.append((dark.std() / dark.mean()) / (bright.std() / bright.mean()))
    assert np.median(relative) > 1.5


def test_detail_is_lost(astronaut):
    # With more than enough pixels, so that it is not the size alone.
    smooth = np.kron(np.random.default_rng(1).integers(60, 200, (30, 30, 1)), np.ones((4, 4, 3)))
    blocks = smooth.astype(np.uint8)
    before = sharpness(blocks)
    assert np.median([sharpness(picture) for picture in seen(blocks, 5)]) < before


def test_the_same_photo_comes_to_the_same_picture_wherever_the_folder_lies(astronaut):
    first, moved, other = (
        as_webcam(astronaut, 60, random_of(Path(path)))
        for path in ("/a/Eileen/1.jpg", "/b/c/Eileen/1.jpg", "/a/Eileen/2.jpg")
    )
    np.testing.assert_array_equal(first, moved)
    assert first.shape != other.shape or not np.array_equal(first, other)


def test_the_photo_stays_as_it_is(astronaut):
    before = astronaut.copy()
    seen(astronaut, count=2)
    np.testing.assert_array_equal(astronaut, before)


def test_a_person_is_still_found_and_still_the_same_one(astronaut, admiral, models):
    def encoded(picture):
        detection = detect_main_face(picture, models)
        return None if detection is None else align(picture, detection).image

    eyes = detect_main_face(astronaut, models).eye_distance
    found = [encoded(picture) for picture in seen(astronaut, eyes, count=12)]
    found = [chip for chip in found if chip is not None]
    assert len(found) >= 10
    own, other = models.encoder.vectors(np.stack([encoded(astronaut), encoded(admiral)]))
    views = models.encoder.vectors(np.stack(found))
    assert np.mean(views @ own > views @ other) > 0.9


@pytest.mark.parametrize("size", [(1, 1), (2, 90), (33, 7)])
def test_pictures_of_any_size_are_taken(size):
    photo = np.full((*size, 3), 128, np.uint8)
    for picture in seen(photo, 400, count=5):
        assert picture.ndim == 3
        assert min(picture.shape[:2]) >= 1
