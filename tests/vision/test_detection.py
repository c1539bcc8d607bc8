import numpy as np
import pytest

from facedesk.vision.detection import Detection

FACE = Detection(
    np.array([10, 20, 50, 80], np.float32),
    np.array([[20, 40], [44, 58], [32, 50], [24, 66], [40, 70]], np.float32),
    0.99,
)


def test_a_face_has_the_size_of_its_box():
    assert (FACE.width, FACE.height) == (40, 60)


def test_the_distance_of_the_eyes_counts_across_and_down():
    assert FACE.eye_distance == pytest.approx(30)
