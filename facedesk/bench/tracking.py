"""How long it takes to follow faces from one frame to the next, between detections."""

from collections.abc import Iterator, Sequence

import numpy as np

from facedesk.bench.conditions import Conditions
from facedesk.bench.figure import Figure, spread_of
from facedesk.bench.pictures import group, heads, portraits
from facedesk.bench.timing import milliseconds
from facedesk.encoder.models import Models, find_faces, load_models
from facedesk.vision.tracker import FaceTracker

_CASES = ((640, 480, 1, ""), (640, 480, 4, "_4_faces"), (1280, 720, 1, ""))
_STEP = 3  # pixels that everything moves by from frame to frame
_WARM_UPS = 3


def figures(conditions: Conditions) -> Iterator[Figure]:
    """Yield how long each number of faces takes. Raises PhotoRefused."""
    models = load_models()
    faces = heads(portraits(conditions.photo), models)
    for width, height, count, suffix in _CASES:
        picture = group(faces, count, width, height)
        spent, followed = _followed(picture, models, conditions.repeats + _WARM_UPS)
        remark = f"{followed} of {len(spent)} frames followed, {count} in each"
        yield spread_of(f"track_{width}x{height}{suffix}", spent[_WARM_UPS:], "ms", remark)


def _followed(picture: np.ndarray, models: Models, frames: int) -> tuple[Sequence[float], int]:
    """Return the milliseconds of each frame, and in how many no face was lost."""
    tracker = FaceTracker()
    tracker.follow(picture)
    tracker.detected(find_faces(picture, models))
    spent, followed = [], 0
    for number in range(frames):
        # To and fro, so that no face leaves the picture.
        shift = _STEP * (number % 2 - number // 2 % 2)
        moved = np.roll(picture, shift, axis=1)
        spent.append(milliseconds(lambda moved=moved: tracker.follow(moved)))
        followed += not any(track.doubtful for track in tracker.tracks)
    return spent, followed
