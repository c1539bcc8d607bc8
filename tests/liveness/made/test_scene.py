import numpy as np
import pytest

from facedesk.liveness.made.scene import SIZE, SourceFace, chance_place, placed, portrait
from facedesk.opencv import cv2


@pytest.fixture
def turned(source):
    """A photo that was turned upright, with black where it shows nothing."""
    height, width = source.image.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), 12, 1)
    bright = np.maximum(source.image, 30)
    image = cv2.warpAffine(bright, turn, (width, height), flags=cv2.INTER_NEAREST)
    return SourceFace(image, source.landmarks @ turn[:, :2].T + turn[:, 2])


def test_a_photo_goes_on_where_it_ends(source):
    wall = np.full_like(source.image, [90, 150, 60])
    whole = portrait(SourceFace(wall, source.landmarks), wall, np.random.default_rng(3))
    assert whole.picture.shape == (SIZE[1], SIZE[0], 3)
    assert np.abs(whole.picture - np.array([90.0, 150, 60])).max() <= 2


def test_black_corners_frame_nobody(turned):
    assert (turned.image.max(axis=2) == 0).mean() > 0.05
    white = np.full((SIZE[1], SIZE[0], 3), 255, np.uint8)
    to_picture = chance_place(turned.landmarks, np.random.default_rng(1))
    assert (placed(turned, to_picture, white).picture.max(axis=2) < 5).mean() < 0.005


def test_some_heads_are_put_before_something_else(source):
    green = np.full((100, 100, 3), [0, 250, 0], np.uint8)
    before = 0
    for seed in range(24):
        whole = portrait(source, green, np.random.default_rng(seed))
        corner = whole.picture[:20, :20].reshape(-1, 3).mean(axis=0)
        before += bool(corner[1] > 200 and corner[0] < 60)
        nose = whole.landmarks[2].astype(int)
        assert whole.picture[nose[1], nose[0], 0] > 80  # the face is there in any case
    assert 1 <= before <= 14
