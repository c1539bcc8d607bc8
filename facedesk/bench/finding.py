"""Whether the faces that a peer finds in clips are found here as well."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from facedesk.bench.clip import pictures_of
from facedesk.bench.conditions import Conditions
from facedesk.bench.figure import Figure, single
from facedesk.bench.peers import YUNET, yunet_detector
from facedesk.encoder.models import find_faces, load_models
from facedesk.vision.boxes import overlaps
from facedesk.vision.detection import Detection

_MOST = 300  # pictures of a clip
_SAME_FACE = 0.3  # overlap, for detectors draw their boxes differently


@dataclass
class _Counts:
    """Faces, in so many pictures."""

    pictures: int = 0
    both: int = 0
    ours: int = 0
    peers: int = 0


def figures(conditions: Conditions) -> Iterator[Figure]:
    """Yield for each clip how many faces both find, and how many only one of them.

    Without clips, or without the peer, there are none. Raises SourceError, FileUnreadable.
    """
    if conditions.yunet is None or not conditions.clips:
        return
    models, peer = load_models(), yunet_detector(conditions.yunet)
    for clip in conditions.clips:
        counts = _Counts()
        for picture in pictures_of(clip, _MOST):
            ours, theirs = _boxes(find_faces(picture, models)), peer(picture)
            both = same_faces(ours, theirs)
            counts.pictures += 1
            counts.both += both
            counts.ours += len(ours) - both
            counts.peers += len(theirs) - both
        where = f"{clip.name}, {counts.pictures} pictures"
        yield single("find_both", counts.both, "faces", where)
        yield single("find_only_facedesk", counts.ours, "faces", where)
        yield single(f"find_only_{YUNET}", counts.peers, "faces", where)


def same_faces(ours: np.ndarray, theirs: np.ndarray) -> int:
    """Return how many boxes (N, 4) and (M, 4) mean the same face, each meaning one at most."""
    shared = overlaps(ours, theirs)
    rows, columns = linear_sum_assignment(shared, maximize=True)
    return int((shared[rows, columns] >= _SAME_FACE).sum())


def _boxes(found: tuple[Detection, ...]) -> np.ndarray:
    return np.array([detection.box for detection in found]).reshape(-1, 4)
