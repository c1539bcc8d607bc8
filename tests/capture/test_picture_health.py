import numpy as np
import pytest

from facedesk import errors
from facedesk.capture.frame import Frame
from facedesk.capture.picture_health import PictureHealth

RNG = np.random.default_rng(3)


def good(level=120):
    return RNG.integers(level - 5, level + 5, (48, 64, 3), dtype=np.uint8)


def dark():
    """What a sensor behind a lid sees: black with noise."""
    return RNG.integers(0, 6, (48, 64, 3), dtype=np.uint8)


SAME = good()


def after(*seconds_of):
    """Send pictures, ten a second: (seconds, picture or how to make one)…; return the health."""
    health, fault, n = PictureHealth(patience_s=3), None, 0
    for seconds, picture in seconds_of:
        for _ in range(round(seconds * 10)):
            image = picture() if callable(picture) else picture
            fault = health.observe(Frame(image, n, n / 10, 1000 + n / 10, 0))
            n += 1
    return health, fault


@pytest.mark.parametrize(
    ("history", "fault"),
    [
        ([(10, good)], None),
        ([(2, dark)], None),
        ([(4, dark)], errors.PictureBlack),
        ([(4, np.zeros((48, 64, 3), np.uint8))], errors.PictureBlack),
        ([(5, good), (4, dark)], errors.PictureBlack),
        ([(5, dark), (0.1, good)], None),
        ([(2, SAME)], None),
        ([(4, SAME)], errors.PictureFrozen),
        ([(5, good), (4, SAME)], errors.PictureFrozen),
        ([(5, SAME), (0.1, good)], None),
        ([(10, lambda: good(40))], None),
    ],
)
def test_a_fault_is_named_once_it_has_lasted(history, fault):
    assert after(*history)[1] is fault


def test_a_difference_in_a_single_pixel_is_a_difference():
    changed = SAME.copy()
    changed[3, 5, 0] ^= 1
    images = iter([SAME, changed] * 40)
    assert after((8, lambda: next(images)))[1] is None


def test_pictures_of_changing_size_are_no_fault():
    images = iter([SAME, SAME[:21, :33]] * 40)
    assert after((8, lambda: next(images)))[1] is None


@pytest.mark.parametrize("faulty", [SAME, dark])
def test_a_camera_that_was_fine_is_opened_again_after_a_while(faulty):
    assert not after((1, good), (8, faulty))[0].needs_reopening()
    assert after((1, good), (10, faulty))[0].needs_reopening()


@pytest.mark.parametrize("faulty", [SAME, dark])
def test_a_camera_that_never_was_any_better_is_left_alone(faulty):
    assert not after((60, faulty))[0].needs_reopening()
