import numpy as np
import pytest

from facedesk.liveness.head_shape import depth_at, face_coordinates, picture_coordinates
from facedesk.vision.alignment import CHIP_LANDMARKS


def test_the_tip_of_the_nose_stands_out_furthest():
    places = np.stack(np.meshgrid(np.linspace(-1, 1, 41), np.linspace(-1, 2, 61)), axis=-1)
    depth = depth_at(places)
    x, y = places.reshape(-1, 2)[depth.argmax()]
    assert abs(x) < 0.1
    assert 0.4 < y < 0.8


def test_both_halves_are_alike():
    places = np.random.default_rng(1).uniform(-1.5, 2, (50, 2))
    np.testing.assert_allclose(depth_at(places), depth_at(places * [-1, 1]))


def test_the_nose_stands_out_of_eyes_and_mouth_by_about_half_the_distance_between_the_eyes():
    depth = depth_at(face_coordinates(CHIP_LANDMARKS, CHIP_LANDMARKS))
    eyes_and_mouth, nose = depth[[0, 1, 3, 4]].mean(), depth[2]
    assert nose - eyes_and_mouth == pytest.approx(0.48, abs=0.08)


def test_face_coordinates_begin_between_the_eyes_and_turn_with_them():
    landmarks = np.array([[10, 10], [10, 30], [0, 20], [-10, 12], [-10, 28]], float)
    assert face_coordinates(landmarks, landmarks)[:3].round(6).tolist() == [
        [-0.5, 0],
        [0.5, 0],
        [0, 0.5],
    ]


def test_face_coordinates_lead_back_to_the_picture():
    landmarks = np.array([[10, 10], [14, 30], [0, 20], [-10, 12], [-10, 28]], np.float32)
    points = np.random.default_rng(1).uniform(-50, 50, (4, 3, 2))
    places = face_coordinates(points, landmarks)
    np.testing.assert_allclose(picture_coordinates(places, landmarks), points)
