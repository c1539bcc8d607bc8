import numpy as np

from facedesk.liveness.clip_network import ClipNetwork
from facedesk.liveness.clip_training import train_clips
from facedesk.liveness.volume import SHAPE

KINDS = np.array([0, 1, 0, 2, 0, 3, 0, 1] * 4, np.int8)


def volumes():
    """Noise, in which whatever is not live has a dark edge."""
    random = np.random.default_rng(1)
    made = random.integers(90, 160, (len(KINDS), *SHAPE), dtype=np.uint8)
    made[KINDS > 0, :, 1, :12] = 0
    return made


def test_it_learns_what_sets_attacks_apart():
    given = volumes()
    before = given.copy()
    epochs = list(train_clips(ClipNetwork(), given, KINDS, 6, 1, lambda: False))
    assert [epoch.number for epoch in epochs] == [1, 2, 3, 4, 5, 6]
    assert epochs[-1].loss < 0.8 * epochs[0].loss
    assert np.array_equal(given, before)


def test_it_stops_when_it_is_asked_to():
    assert list(train_clips(ClipNetwork(), volumes(), KINDS, 6, 1, lambda: True)) == []
