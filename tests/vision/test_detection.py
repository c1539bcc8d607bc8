import numpy as np
import pytest

from facedesk.vision.detection import Detection, main_face

FACE = Detection(
    np.array([10, 20, 50, 80], np.float32),
    np.array([[20, 40], [44, 58], [32, 50], [24, 66], [40, 70]], np.float32),
    0.99,
)


def test_a_face_has_the_size_of_its_box():
    assert (FACE.width, FACE.height) == (40, 60)


def test_the_distance_of_the_eyes_counts_across_and_down():
    assert FACE.eye_distance == pytest.approx(30)


def test_the_main_face_is_the_large_one_near_the_middle():
    def face(x, y, side):
        return Detection(np.array([x, y, x + side, y + side], float), np.zeros((5, 2)), 1.0)

    middle, corner, tiny = face(30, 30, 40), face(0, 0, 40), face(48, 48, 4)
    assert main_face([corner, tiny, middle], 100, 100) is middle
