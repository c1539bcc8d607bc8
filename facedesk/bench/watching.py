"""How long it takes, picture by picture, to watch a face for signs of life."""

from collections.abc import Iterator

import numpy as np

from facedesk.bench.clip import RATE
from facedesk.bench.conditions import Conditions
from facedesk.bench.figure import Figure, spread_of
from facedesk.bench.pictures import face_in, group, heads, portraits
from facedesk.bench.timing import milliseconds
from facedesk.device import leave_a_core_to_the_window
from facedesk.encoder.models import load_models
from facedesk.liveness.networks import LivenessNetworks, load_networks
from facedesk.liveness.watch import LivenessWatch

_WIDTH, _HEIGHT = 1280, 720
_SETTLE_S = 4  # until all there is to ask is asked
_STEP = 3  # pixels that everything moves by from frame to frame


def figures(conditions: Conditions) -> Iterator[Figure]:
    """Yield the mean of each second, and the longest picture of each. Raises PhotoRefused."""
    leave_a_core_to_the_window()
    models = load_models()
    picture = group(heads(portraits(conditions.photo), models), 1, _WIDTH, _HEIGHT)
    landmarks = face_in(picture, models).landmarks
    networks = load_networks()
    spent = _spent(picture, landmarks, networks, conditions.repeats)
    looks = len(networks.sources())
    remark = f"for each picture and face, {RATE} pictures a second, mean of a second, {looks} looks"
    yield spread_of(f"liveness_{_WIDTH}x{_HEIGHT}", spent.mean(axis=1), "ms", remark)
    yield spread_of("liveness_longest", spent.max(axis=1), "ms", "the longest picture of a second")


def _spent(
    picture: np.ndarray, landmarks: np.ndarray, networks: LivenessNetworks, seconds: int
) -> np.ndarray:
    """Return the milliseconds of each picture: (seconds, RATE)."""
    watch = LivenessWatch(networks)
    spent = []
    for number in range((_SETTLE_S + seconds) * RATE):
        # To and fro, so that the face does not leave the picture.
        shift = np.array([_STEP * (number % 2 - number // 2 % 2), 0])
        moved, places = np.roll(picture, shift[0], axis=1), landmarks + shift
        spent.append(milliseconds(lambda m=moved, p=places, n=number: watch.see(m, p, n / RATE)))
    return np.reshape(spent[_SETTLE_S * RATE :], (seconds, RATE))
