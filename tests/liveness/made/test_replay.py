import numpy as np
import pytest

from facedesk.liveness.made.kinds import ATTACKS, Kind, make_clip
from facedesk.liveness.made.replay import replayed
from facedesk.liveness.made.scene import SIZE
from facedesk.opencv import cv2

TIMES = np.linspace(0, 1, 6)


@pytest.fixture(scope="module")
def real(source, admiral):
    return make_clip(Kind.LIVE, source, admiral, TIMES, np.random.default_rng(8))


def played_again(kind, real, admiral, seed=2):
    random = np.random.default_rng(seed)
    return replayed(kind, real.pictures, real.true, TIMES, admiral, random)


def off_the_plane(true):
    """How far landmarks are from where a plane would have taken them, on average in pixels."""
    apart = []
    for now in true[1:]:
        matrix, _ = cv2.findHomography(true[0], now)
        there = cv2.perspectiveTransform(true[0][None], matrix)[0]
        apart.append(np.linalg.norm(there - now, axis=1).mean())
    return np.mean(apart)


@pytest.mark.parametrize("kind", ATTACKS)
def test_a_real_clip_is_played_again_the_same_for_the_same_numbers(kind, real, admiral):
    clip = played_again(kind, real, admiral)
    again = played_again(kind, real, admiral)
    assert clip.kind is kind
    assert [picture.shape for picture in clip.pictures] == [(SIZE[1], SIZE[0], 3)] * len(TIMES)
    assert clip.true.shape == clip.found.shape == (len(TIMES), 5, 2)
    assert all(map(np.array_equal, clip.pictures, again.pictures))
    assert not np.array_equal(clip.true, played_again(kind, real, admiral, seed=3).true)


def test_a_still_moves_as_a_plane_and_a_clip_on_a_screen_moves_within_it(real, admiral):
    assert off_the_plane(played_again(Kind.PHOTO_ON_SCREEN, real, admiral).true) < 0.05
    assert off_the_plane(played_again(Kind.CLIP_ON_SCREEN, real, admiral).true) > 0.2


@pytest.mark.parametrize("kind", ATTACKS)
def test_clips_of_any_size_are_played_again(kind, admiral):
    small = [np.full((90, 120, 3), grey, np.uint8) for grey in (90, 91, 92)]
    marks = np.array([[50, 30], [60, 30], [55, 36], [51, 42], [59, 42]], float)
    landmarks = np.stack([marks, marks + 1, marks + 2])
    clip = replayed(kind, small, landmarks, TIMES[:3], admiral, np.random.default_rng(1))
    assert clip.pictures[0].shape == (SIZE[1], SIZE[0], 3)
    assert np.isfinite(clip.true).all()
