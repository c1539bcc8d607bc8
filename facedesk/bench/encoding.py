"""How long encoding takes."""

from collections.abc import Callable, Iterator

import numpy as np

from facedesk.bench.conditions import Conditions
from facedesk.bench.figure import Figure, single, timed
from facedesk.bench.peers import DLIB, dlib_encoder
from facedesk.bench.pictures import face_in, portraits
from facedesk.bench.timing import time_in_turn
from facedesk.encoder.models import Models, load_models
from facedesk.encoder.template import fuse
from facedesk.vision.alignment import align_all

_SAME_JOB = "a face, with the network's own last layer"
_REMARKS = {
    "encode_1": _SAME_JOB,
    "template_1": "a live view: a face and its mirror image",
    "template_4": "four faces and their mirror images, in one batch",
    "template_photo": "a photo: a face in five views, and their mirror images",
    f"encode_1_{DLIB}": _SAME_JOB,
}


def figures(conditions: Conditions) -> Iterator[Figure]:
    """Yield how long a face takes, and how far our outputs are from the peer's.

    Raises PhotoRefused for a photo that was given but has no face or can't be read.
    """
    models = load_models()
    picture = portraits(conditions.photo)[0]
    views = align_all(picture, face_in(picture, models))
    chip = views[0].image
    one, four = np.stack([chip]), np.stack([chip] * 4)
    jobs: dict[str, Callable[[], object]] = {
        "encode_1": lambda: _encoded(models, one),
        "template_1": lambda: models.encoder.vectors(one),
        "template_4": lambda: models.encoder.vectors(four),
        "template_photo": lambda: fuse(models.encoder.encode(views)),
    }
    encode_with_peer = dlib_encoder()
    if encode_with_peer is not None:
        jobs[f"encode_1_{DLIB}"] = lambda: encode_with_peer(chip)
    spreads = dict(zip(jobs, time_in_turn(list(jobs.values()), conditions.repeats), strict=True))
    peer = spreads.get(f"encode_1_{DLIB}")
    for name, spread in spreads.items():
        compared = peer if name in ("encode_1", "template_1") else None
        yield timed(name, spread, DLIB, compared, _REMARKS[name])
    if encode_with_peer is not None:
        yield _difference(models, chip, encode_with_peer(chip))


def _difference(models: Models, chip: np.ndarray, of_peer: np.ndarray) -> Figure:
    ours = _encoded(models, np.stack([chip]))[0]
    largest = float(np.abs(ours - of_peer).max())
    remark = f"the largest difference between our outputs and those of {DLIB}"
    return single("encode_1_difference", largest, "", remark)


def _encoded(models: Models, chips: np.ndarray) -> np.ndarray:
    """Do what the peer does: (N, 150, 150, 3) -> (N, 128)."""
    return models.encoder.outputs(models.encoder.features(chips))
