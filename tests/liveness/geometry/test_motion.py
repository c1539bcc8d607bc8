import numpy as np
import pytest

from facedesk.liveness.geometry.motion import fitted
from facedesk.opencv import cv2

RANDOM = np.random.default_rng(3)
PLACES = RANDOM.uniform(-1, 1, (40, 2))
DEPTH = np.cos(2 * PLACES[:, 0]) * np.cos(3 * PLACES[:, 1])
ALL = np.ones((1, 40), bool)
SQUARE = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]], np.float32)


def seen_obliquely(places):
    corners = SQUARE + np.array([[0.02, 0.01], [-0.03, 0.04], [0.05, 0], [0, -0.02]], np.float32)
    matrix = cv2.getPerspectiveTransform(SQUARE, corners)
    return cv2.perspectiveTransform(places[None], matrix)


def test_a_plane_leaves_nothing_unexplained():
    there = seen_obliquely(PLACES)
    flat = fitted(PLACES[None], there, ALL)
    assert flat.plane_at(PLACES[None]) == pytest.approx(there, abs=2e-3)
    assert np.sqrt(flat.residual[0]) < 1e-3


def test_without_perspective_it_is_the_plain_least_squares():
    there = PLACES @ [[1.1, 0.2], [-0.1, 0.9]] + [0.3, -0.2]
    there += RANDOM.normal(0, 1e-4, there.shape)
    columns = np.column_stack([PLACES, np.ones(len(PLACES))])
    expected = np.linalg.lstsq(columns, there, rcond=None)[0].T
    assert fitted(PLACES[None], there[None], ALL).terms[0] == pytest.approx(expected, abs=3e-3)


def test_relief_is_found_where_there_is_some():
    there = seen_obliquely(PLACES) + DEPTH[None, :, None] * [0.08, -0.03]
    solid = fitted(PLACES[None], there, ALL, DEPTH[None])
    assert solid.terms[0, :, 3] == pytest.approx([0.08, -0.03], abs=5e-3)
    assert solid.residual[0] < fitted(PLACES[None], there, ALL).residual[0] / 20


def test_points_that_went_astray_change_little():
    there = seen_obliquely(PLACES)
    astray = there.copy()
    astray[0, :4] += [0.5, -0.4]
    assert fitted(PLACES[None], astray, ALL).plane_at(PLACES[None]) == pytest.approx(
        there, abs=0.02
    )


def test_points_that_were_not_seen_change_nothing():
    there = seen_obliquely(PLACES)
    seen = ALL.copy()
    seen[0, :10] = False
    half = fitted(PLACES[None, 10:], there[:, 10:], ALL[:, 10:])
    there[0, :10] = 0
    whole = fitted(PLACES[None], there, seen)
    assert whole.terms == pytest.approx(half.terms, abs=1e-9)
    assert whole.residual == pytest.approx(half.residual, abs=1e-9)


def test_what_is_uncertain_is_about_as_far_off_as_it_says():
    noise = np.random.default_rng(4).normal(0, 0.01, (200, 40, 2))
    there = PLACES + noise
    many = np.broadcast_to(PLACES, there.shape)
    solid = fitted(many, there, np.ones((200, 40), bool), np.broadcast_to(DEPTH, (200, 40)))
    spread = solid.terms[:, :, 3].std()
    assert solid.uncertain[:, 3].mean() == pytest.approx(spread, rel=0.3)
