import numpy as np
import pytest

from facedesk.liveness.geometry.view import view_around
from facedesk.opencv import cv2

FACE = np.array([[-0.5, 0], [0.5, 0], [0, 0.6], [-0.4, 1.1], [0.4, 1.1]])
SHAPE = (480, 640)


def face(x, y, eye_distance):
    return FACE * eye_distance + [x, y]


@pytest.mark.parametrize("eye_distance", [5, 30, 48, 49, 96, 130])
def test_eyes_are_at_most_so_many_pixels_apart_and_hardly_ever_fewer_than_half(eye_distance):
    view = view_around(face(320, 200, eye_distance), SHAPE)
    there = view.inside(face(320, 200, eye_distance)[:2])
    apart = np.linalg.norm(there[1] - there[0])
    assert apart <= 48 + 1e-3
    assert apart >= min(24, eye_distance) - 1e-3


def test_points_come_back_from_the_small_picture():
    view = view_around(face(300, 210, 90), SHAPE)
    points = np.random.default_rng(1).uniform(100, 400, (20, 2))
    assert view.outside(view.inside(points)) == pytest.approx(points, abs=1e-3)


@pytest.mark.parametrize("colours", [True, False])
def test_a_spot_is_where_it_is_said_to_be(colours):
    image = np.zeros(SHAPE, np.uint8)
    cv2.circle(image, (280, 240), 6, 255, -1)
    if colours:
        image = cv2.cvtColor(image, cv2.COLOR_GRAY2RGB)
    view = view_around(face(300, 210, 90), SHAPE)
    small = view.of(image)
    assert small.ndim == 2
    moments = cv2.moments(small)
    x, y = moments["m10"] / moments["m00"], moments["m01"] / moments["m00"]
    assert view.outside(np.array([[x, y]]))[0] == pytest.approx([280, 240], abs=0.2)


def test_a_view_fits_as_long_as_the_face_is_well_inside_and_of_about_its_size():
    view = view_around(face(320, 200, 40), SHAPE)
    assert view.fits(face(330, 205, 42), SHAPE)
    assert not view.fits(face(460, 200, 40), SHAPE)
    assert not view.fits(face(320, 200, 70), SHAPE)


@pytest.mark.parametrize(
    "landmarks", [face(320, 200, 0.2), face(-900, 200, 40), face(np.nan, 200, 40)]
)
def test_there_is_no_view_of_nothing(landmarks):
    assert view_around(landmarks, SHAPE) is None
