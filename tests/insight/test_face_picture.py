import numpy as np
import pytest

from facedesk.insight.face_picture import FacePicture
from facedesk.opencv import cv2
from facedesk.vision.alignment import CHIP_LANDMARKS


def smooth(side):
    """A picture without sharp edges, which is nearly the same however it is read."""
    image = np.random.default_rng(1).integers(0, 256, (side, side, 3), dtype=np.uint8)
    return cv2.GaussianBlur(image, (0, 0), side / 30)


@pytest.fixture
def picture():
    """The chip is a part of this, three times as large, 60 pixels to the right, 30 down."""
    return FacePicture(smooth(600), CHIP_LANDMARKS * 3 + 1 + np.float32([60, 30]), "")


BOX = np.array([40, 50, 60, 90])


def test_a_box_is_cut_out_of_the_picture_with_all_its_pixels(picture):
    cut = picture.cut(BOX, 120)
    assert cut.shape == (120, 60, 3)
    np.testing.assert_allclose(cut, picture.image[180:300, 180:240], atol=1)


def test_the_whole_chip_cut_out_is_the_chip(picture):
    cut = picture.cut(np.array([0, 0, 150, 150]), 150)
    np.testing.assert_allclose(cut.astype(int), picture.chip, atol=1)


def test_the_corners_of_a_box_lie_in_the_picture(picture):
    expected = np.array([[180, 180], [240, 180], [240, 300], [180, 300]]) - 0.5
    np.testing.assert_allclose(picture.corners(BOX), expected, atol=1e-3)


def test_a_turned_face_is_cut_out_upright():
    angle = np.deg2rad(30)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    there = (CHIP_LANDMARKS @ turn.T * 2 + [250, 100]).astype(np.float32)
    picture = FacePicture(smooth(600), there, "")
    corners = picture.corners(BOX)
    np.testing.assert_allclose(corners[0], (BOX[:2] - 0.5) @ turn.T * 2 + [250, 100], atol=1e-2)
    np.testing.assert_allclose(np.linalg.norm(corners[1] - corners[0]), 40, atol=1e-2)
    cut = picture.cut(BOX, 40)
    np.testing.assert_allclose(cut.astype(int), picture.chip[50:90, 40:60], atol=4)


def test_what_lies_outside_the_picture_is_known(picture):
    assert not picture.outside.any()
    moved = FacePicture(picture.image, CHIP_LANDMARKS - np.float32([20, 0]), "")
    assert moved.outside[:, :20].all()
    assert not moved.outside[:, 20:].any()
    np.testing.assert_array_equal(moved.outside, (moved.chip == 0).all(axis=2))
