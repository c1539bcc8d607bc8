"""How long it takes to find the faces of a frame as the live loop does."""

from collections.abc import Callable, Iterator, Mapping

import numpy as np

from facedesk.bench.conditions import Conditions
from facedesk.bench.figure import Figure, timed
from facedesk.bench.peers import DLIB, YUNET, dlib_detector, yunet_detector
from facedesk.bench.pictures import group, heads, portraits
from facedesk.bench.timing import time_in_turn
from facedesk.encoder.models import find_faces, load_models

SIZES = ((640, 480), (1280, 720), (1920, 1080))
_FACES = {1: "", 0: "_no_face", 4: "_4_faces", 10: "_10_faces"}
_SLOW = 3  # repeats of a peer that takes most of a second

Detect = Callable[[np.ndarray], object]


def figures(conditions: Conditions) -> Iterator[Figure]:
    """Yield how long it takes for each size and number of faces, beside the peers.

    Raises PhotoRefused, FileUnreadable.
    """
    models = load_models()
    faces = heads(portraits(conditions.photo), models)
    dlib = dlib_detector()
    quick: dict[str, Detect] = {"": lambda image: find_faces(image, models)}
    slow: dict[str, Detect] = {} if dlib is None else {DLIB: dlib}
    if conditions.yunet is not None:
        quick[YUNET] = yunet_detector(conditions.yunet)
    for width, height in SIZES:
        for count, suffix in _FACES.items():
            picture = group(faces, count, width, height)
            name = f"detect_{width}x{height}{suffix}"
            yield from _compared(name, picture, quick, conditions.repeats)
            yield from _compared(name, picture, slow, min(conditions.repeats, _SLOW))


def _compared(
    name: str, picture: np.ndarray, detectors: Mapping[str, Detect], repeats: int
) -> Iterator[Figure]:
    """Yield a figure for each detector; the one without a name is ours."""
    jobs = [lambda detect=detect: detect(picture) for detect in detectors.values()]
    spreads = dict(zip(detectors, time_in_turn(jobs, repeats), strict=True))
    for peer, job in zip(detectors, jobs, strict=True):
        found = len(job())
        remark = "1 face found" if found == 1 else f"{found} faces found"
        beside = spreads.get(YUNET) if not peer else None
        full_name = f"{name}_{peer}" if peer else name
        yield timed(full_name, spreads[peer], YUNET, beside, remark)
