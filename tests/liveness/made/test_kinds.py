import numpy as np
import pytest

from facedesk.encoder.models import detect_in_photo
from facedesk.liveness.made.kinds import Kind, make_clip
from facedesk.liveness.made.scene import SIZE, SourceFace, shows_the_head
from facedesk.opencv import cv2

TIMES = np.linspace(0, 3, 5)


@pytest.fixture(scope="module")
def clips(source, admiral):
    return {
        kind: make_clip(kind, source, admiral, TIMES, np.random.default_rng(4)) for kind in Kind
    }


@pytest.mark.parametrize("kind", Kind)
def test_the_same_numbers_make_the_same_clip(kind, clips, source, admiral):
    again = make_clip(kind, source, admiral, TIMES, np.random.default_rng(4))
    assert all(map(np.array_equal, clips[kind].pictures, again.pictures))
    assert np.array_equal(clips[kind].true, again.true)


@pytest.mark.parametrize("kind", Kind)
def test_the_face_is_where_its_landmarks_are_said_to_be(kind, clips, models):
    clip = clips[kind]
    found_in = 0
    for picture, true in zip(clip.pictures, clip.true, strict=True):
        assert picture.shape == (SIZE[1], SIZE[0], 3)
        eye_distance = np.linalg.norm(true[1] - true[0])
        for face in detect_in_photo(picture, models)[:1]:
            found_in += 1
            assert np.abs(face.landmarks - true).max() < 0.3 * eye_distance
    assert found_in >= 3


def unexplained(clip):
    """How far landmarks are from where a plane would have taken them, on average in pixels."""
    apart = []
    for true in clip.true[1:]:
        matrix, _ = cv2.findHomography(clip.true[0], true)
        there = cv2.perspectiveTransform(clip.true[0][None], matrix)[0]
        apart.append(np.linalg.norm(there - true, axis=1).mean())
    return np.mean(apart)


def test_what_is_flat_moves_as_a_plane_and_a_head_does_not(clips):
    assert unexplained(clips[Kind.PHOTO_ON_SCREEN]) < 0.05
    assert unexplained(clips[Kind.LIVE]) > 0.2


def test_landmarks_are_not_found_exactly(clips):
    clip = clips[Kind.LIVE]
    assert 0 < np.abs(clip.found - clip.true).max() < 10


def test_a_photo_that_cuts_the_head_off_is_not_used(source):
    assert shows_the_head(source)
    left, top = source.landmarks.min(axis=0).astype(int) - 8
    right, bottom = source.landmarks.max(axis=0).astype(int) + 8
    close = source.image[top:bottom, left:right]
    assert not shows_the_head(SourceFace(close, source.landmarks - [left, top]))
