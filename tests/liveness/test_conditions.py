"""Whether the pictures of a face are good enough."""

import numpy as np
import pytest

from facedesk.liveness.answer import Doubt
from facedesk.liveness.conditions import Conditions

FACE = np.array([[60, 60], [100, 60], [80, 85], [65, 105], [95, 105]], np.float32)


def watched(seconds=4.0, rate=15.0, light=120, landmarks=FACE):
    conditions = Conditions()
    image = np.full((160, 160, 3), light, np.uint8)
    for time_s in np.arange(0, seconds, 1 / rate):
        conditions.see(image, landmarks, float(time_s))
    return conditions


def test_good_pictures_leave_no_doubt():
    conditions = watched()
    assert conditions.doubt is None
    assert conditions.seconds == pytest.approx(4.0, abs=0.1)


@pytest.mark.parametrize(
    ("poor", "doubt"),
    [
        ({"light": 12}, Doubt.DARK),
        ({"light": 250}, Doubt.BRIGHT),
        ({"landmarks": FACE / 4}, Doubt.SMALL),
        ({"landmarks": np.full((5, 2), np.nan)}, Doubt.SMALL),
        ({"rate": 5.0}, Doubt.FEW),
    ],
)
def test_poor_pictures_are_named(poor, doubt):
    assert watched(**poor).doubt is doubt


def test_before_the_first_picture_it_is_too_early():
    assert Conditions().doubt is Doubt.SHORT
    assert Conditions().seconds == 0


def test_a_flicker_of_the_light_is_no_doubt():
    conditions = watched()
    conditions.see(np.zeros((160, 160, 3), np.uint8), FACE, 4.0)
    assert conditions.doubt is None


@pytest.mark.parametrize("landmarks", [FACE - 500, FACE + 500, FACE * [1, -1]])
def test_a_face_outside_the_picture_is_no_trouble(landmarks):
    watched(landmarks=landmarks)


def test_who_was_away_for_long_is_lost_and_so_is_who_comes_from_the_past():
    conditions = watched(seconds=2.0)
    assert not conditions.is_lost(2.2)
    assert conditions.is_lost(3.5)
    assert conditions.is_lost(0.5)
    assert not Conditions().is_lost(7.0)
