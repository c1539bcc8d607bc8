import numpy as np
import pytest
import torch

from facedesk.liveness.answer import Look
from facedesk.liveness.clip_network import ClipNetwork
from facedesk.liveness.clip_watch import ClipWatch
from facedesk.liveness.volume import PICTURES, SECONDS, SHAPE

LANDMARKS = np.array([[140, 100], [180, 100], [160, 120], [144, 141], [176, 141]], float)


class Listening(ClipNetwork):
    """A network that keeps what it was shown."""

    def __init__(self, says=2.5):
        super().__init__()
        self.shown, self.says = [], says

    def forward(self, volumes):
        self.shown.append(volumes)
        return torch.full((len(volumes),), self.says)


@pytest.fixture
def network():
    return Listening()


@pytest.fixture
def watch(network):
    return ClipWatch(network)


def picture(shade):
    return np.full((240, 320, 3), shade, np.uint8)


def show(watch, times, landmarks=LANDMARKS):
    """Show pictures that grow brighter by 20 in a second."""
    for time in times:
        watch.see(picture(int(20 * time) % 256), landmarks, float(time))


def test_at_first_it_says_nothing(watch, network):
    assert watch.evidence().flat is None
    show(watch, np.arange(0, 1, 1 / 30))
    found = watch.evidence()
    assert (found.look, found.flat) == (Look.CLIP, None)
    assert 0 < found.enough < 1
    assert not network.shown


@pytest.mark.parametrize("per_second", [5, 12.5, 30, 60])
def test_after_three_seconds_the_network_has_seen_all_of_them(watch, network, per_second):
    show(watch, np.arange(0, SECONDS, 1 / per_second))
    found = watch.evidence()
    assert found.flat == 2.5
    assert found.enough > 0.85
    (volume,) = network.shown
    assert volume.shape == (1, *SHAPE)
    shades = volume[0, :, 0, 32, 32, 0].tolist()
    assert shades == sorted(shades)
    assert shades[0] <= 2
    assert shades[-1] >= 20 * SECONDS - 12


def test_only_the_last_seconds_count(watch, network):
    show(watch, np.arange(0, 10, 1 / 30))
    watch.evidence()
    assert network.shown[-1][0, 0, 0, 32, 32, 0] >= 20 * (10 - SECONDS - 2 * SECONDS / PICTURES)


def test_it_is_not_asked_again_about_the_same(watch, network):
    show(watch, np.arange(0, 3, 0.1))
    assert watch.evidence() == watch.evidence()
    assert len(network.shown) == 1
    show(watch, [3.5])
    watch.evidence()
    assert len(network.shown) == 2


def test_it_is_never_surer_than_made_clips_can_teach():
    for says in (40.0, -40.0):
        watch = ClipWatch(Listening(says))
        show(watch, np.arange(0, 3, 0.1))
        assert abs(watch.evidence().flat) <= 6


@pytest.mark.parametrize("later", [5.0, -50.0])
def test_a_face_that_was_lost_is_looked_at_anew(watch, later):
    show(watch, np.arange(0, 3, 0.1))
    show(watch, [3.0 + later])
    found = watch.evidence()
    assert found.flat is None
    assert found.numbers["pictures"] == 1


@pytest.mark.parametrize(
    "landmarks",
    [
        LANDMARKS / 5,
        np.zeros((5, 2)),
        np.full((5, 2), np.nan),
        np.full((5, 2), np.inf),
    ],
)
def test_of_a_face_that_can_hardly_be_seen_it_says_nothing(watch, landmarks):
    show(watch, np.arange(0, 3, 0.1), landmarks)
    assert watch.evidence().flat is None


def test_odd_pictures_are_no_mishap(watch):
    times = np.arange(0, 3, 0.1)
    for time, side in zip(times, np.resize([1, 2, 500], len(times)), strict=True):
        watch.see(np.zeros((side, 3, 3), np.uint8), LANDMARKS, float(time))
    assert watch.evidence().flat is not None
