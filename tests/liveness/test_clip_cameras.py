from itertools import pairwise

import numpy as np
import pytest

from facedesk.liveness import clip_cameras
from facedesk.liveness.clip_cameras import by_another_camera
from facedesk.liveness.volume import SHAPE


@pytest.fixture
def volume():
    """A ramp that becomes brighter from picture to picture, with noise on it."""
    random = np.random.default_rng(3)
    ramp = np.linspace(40, 180, SHAPE[3])[:, None] + 5.0 * np.arange(SHAPE[0])[:, None, None, None]
    noise = random.normal(0, 6, SHAPE)
    return np.clip(ramp[..., None] + noise, 0, 255).astype(np.uint8)


def only(name, volume):
    return getattr(clip_cameras, name)(volume, np.random.default_rng(5))


def fine(volume):
    """How much neighbours differ."""
    return np.abs(np.diff(volume.astype(float), axis=3)).mean()


@pytest.mark.parametrize("seed", range(12))
def test_a_volume_stays_one_and_the_given_one_as_it_is(volume, seed):
    given = volume.copy()
    found = by_another_camera(volume, np.random.default_rng(seed))
    assert found.shape == SHAPE
    assert found.dtype == np.uint8
    assert np.array_equal(volume, given)


def test_most_are_changed_and_some_are_not(volume):
    random = np.random.default_rng(0)
    same = sum(by_another_camera(volume, random) is volume for _ in range(40))
    assert 6 <= same <= 30


def test_what_is_soft_has_less_detail_and_what_is_sharp_more(volume):
    assert fine(only("_softer", volume)) < 0.9 * fine(volume) < fine(only("_sharper", volume))


def test_what_is_dark_is_darker_and_haze_takes_contrast(volume):
    assert only("_darker", volume).mean() < 0.75 * volume.mean()
    assert only("_hazier", volume).std() < 0.95 * volume.std()


def test_a_file_that_halts_shows_pictures_again(volume):
    found = only("_repeated", volume)
    again = [np.array_equal(*pair) for pair in pairwise(found)]
    assert 1 <= sum(again) <= 3


def test_a_gif_has_few_colours(volume):
    found = only("_of_few_colours", volume)
    for picture in found.reshape(-1, *SHAPE[2:]):
        assert len(np.unique(picture.reshape(-1, 3), axis=0)) <= 80
    assert abs(found.mean() - volume.mean()) < 8
