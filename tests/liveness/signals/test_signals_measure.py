import numpy as np
import pytest

from facedesk.liveness.made.live_clip import live_moving
from facedesk.liveness.made.turning import Poses
from facedesk.liveness.signals.measure import face_size, measure

TIMES = np.arange(3.0)
STILL = np.zeros(3)


def measured(networks, source, yaw=STILL, pitch=STILL, roll=STILL, closer=STILL, closed=STILL):
    """Signals of three pictures of a head; the middle one is as in the photo."""
    shift = np.stack([STILL, STILL, closer], axis=1)
    made = live_moving(
        source,
        source.image,
        TIMES,
        np.random.default_rng(1),
        poses=Poses(yaw, pitch, roll, shift),
        closed=closed,
    )
    return [
        measure(picture, landmarks, 0.0, networks.eyes)
        for picture, landmarks in zip(made.pictures, made.landmarks, strict=True)
    ]


@pytest.mark.parametrize("name", ["yaw", "pitch", "roll"])
def test_a_turn_of_the_head_is_measured_about_as_it_is(networks, source, name):
    turned = np.array([-15.0, 0.0, 15.0])
    found = [getattr(each, name) for each in measured(networks, source, **{name: turned})]
    assert 10 < found[1] - found[0] < 23
    assert 10 < found[2] - found[1] < 23


def test_the_size_grows_as_somebody_comes_closer_and_hardly_when_they_turn(networks, source):
    away, usual, near = (
        each.scale for each in measured(networks, source, closer=np.array([-1, 0, 2]))
    )
    assert away < 0.95 * usual
    assert near > 1.15 * usual
    turned = [each.scale for each in measured(networks, source, yaw=np.array([-25, 0, 25]))]
    assert max(turned) < 1.1 * min(turned)


def test_shut_eyes_are_less_open(networks, source):
    shut, half, open_ = measured(networks, source, closed=np.array([1, 0.5, 0]))
    assert shut.opening < 0.5 * open_.opening
    assert shut.opening <= half.opening <= open_.opening
    assert open_.opening > 0.6


def test_skin_has_the_colour_of_the_cheeks(networks, source):
    image = np.full((200, 200, 3), (10, 20, 30), np.uint8)
    image[60:160, 40:160] = (150, 110, 90)
    landmarks = np.array([[80.0, 100], [120, 100], [100, 122], [85, 140], [115, 140]])
    found = measure(image, landmarks, 0.0, networks.eyes)
    assert found.skin == (150, 110, 90)
    assert found.place == (0.5, 0.5)
    assert found.scale == pytest.approx(0.2)


def test_a_face_beyond_the_border_has_no_skin_but_can_be_measured(networks):
    landmarks = np.array([[80.0, 100], [120, 100], [100, 122], [85, 140], [115, 140]]) + 5000
    found = measure(np.full((200, 200, 3), 90, np.uint8), landmarks, 0.0, networks.eyes)
    assert found.skin == (0, 0, 0)


def test_what_can_not_be_a_face_is_not_measured(networks):
    image = np.zeros((200, 200, 3), np.uint8)
    assert measure(image, np.full((5, 2), np.nan), 0.0, networks.eyes) is None
    assert measure(image, np.full((5, 2), 7.0), 0.0, networks.eyes) is None


def test_the_size_is_the_distance_between_the_eyes_when_the_mouth_is_as_far():
    assert face_size(np.array([[0.0, 0], [40, 0], [20, 20], [5, 40], [35, 40]])) == 40
