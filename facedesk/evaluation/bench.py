"""The speed of the networks on this computer, beside public peers where they are installed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec

import numpy as np

from facedesk import weights
from facedesk.encoder import dlib_weights
from facedesk.encoder.models import Models
from facedesk.evaluation.timing import time_in_turn
from facedesk.opencv import cv2
from facedesk.vision.alignment import CHIP_SIDE, align

_WIDTH, _HEIGHT = 640, 480
_SMALLEST_FACE = 60.0
_PEER = "dlib-bin"
_REMARKS = {
    "encode_1": "a face, the same output as the peer's",
    "template_1": "a face and its mirror image",
    "template_4": "four faces and their mirror images",
    f"encode_1_{_PEER}": "a face",
}


@dataclass(frozen=True)
class Figure:
    """What was measured: median, 10th (low) and 90th (high) percentile.

    peer, ratio: the peer that did the same job in the same run, and how many times as long it
    took. remark: what a reader must know to judge the figure.
    """

    name: str
    median: float
    low: float
    high: float
    unit: str = "ms"
    peer: str | None = None
    ratio: float | None = None
    remark: str = ""


def run_bench(models: Models, image: np.ndarray, repeats: int) -> Iterator[Figure]:
    """Yield how long detecting and encoding take. image: RGB uint8 (H, W, 3), with one face."""
    frame = fitted(image)
    faces = models.detector.detect(frame, _SMALLEST_FACE)
    (detect,) = time_in_turn([lambda: models.detector.detect(frame, _SMALLEST_FACE)], repeats)
    yield Figure(
        "detect_640x480", detect.median, detect.low, detect.high, remark=_counted(len(faces))
    )
    chip = align(frame, faces[0]).image if faces else cv2.resize(frame, (CHIP_SIDE, CHIP_SIDE))
    yield from _encoding(models, chip, repeats)


def _encoding(models: Models, chip: np.ndarray, repeats: int) -> Iterator[Figure]:
    one, four = (np.stack([chip] * count) for count in (1, 4))
    jobs: dict[str, Callable[[], object]] = {
        "encode_1": lambda: models.encoder.outputs(one),
        "template_1": lambda: models.encoder.vectors(one),
        "template_4": lambda: models.encoder.vectors(four),
    }
    encode_with_peer = _peer_encoder()
    if encode_with_peer is not None:
        jobs[f"encode_1_{_PEER}"] = lambda: encode_with_peer(chip)
    times = dict(zip(jobs, time_in_turn(list(jobs.values()), repeats), strict=True))
    peer = times.get(f"encode_1_{_PEER}")
    for name, time in times.items():
        compared = peer is not None and name in ("encode_1", "template_1")
        yield Figure(
            name,
            time.median,
            time.low,
            time.high,
            peer=_PEER if compared else None,
            ratio=peer.median / time.median if compared else None,
            remark=_REMARKS[name],
        )


def _peer_encoder() -> Callable[[np.ndarray], object] | None:
    """Return what encodes one chip, RGB uint8 (150, 150, 3), with dlib's own code."""
    if find_spec("dlib") is None:
        return None
    import dlib

    network = dlib.face_recognition_model_v1(str(weights.locate(dlib_weights.FILE)))
    return lambda chip: network.compute_face_descriptor(chip)


def _counted(faces: int) -> str:
    return "no face in the picture" if faces == 0 else "1 face" if faces == 1 else f"{faces} faces"


# Pictures ---------------------------------------------------------------------------------------


def sample_picture() -> np.ndarray:
    """Return a portrait from an installed package; without one, a picture without a face."""
    if find_spec("skimage") is not None:
        import skimage.data

        return skimage.data.astronaut()
    if find_spec("matplotlib") is not None:
        import matplotlib.cbook
        from PIL import Image

        with matplotlib.cbook.get_sample_data("grace_hopper.jpg") as file:
            return np.array(Image.open(file).convert("RGB"))
    coarse = np.random.default_rng(0).integers(0, 256, (12, 16, 3), np.uint8)
    return cv2.resize(coarse, (_WIDTH, _HEIGHT), interpolation=cv2.INTER_CUBIC)


def fitted(image: np.ndarray) -> np.ndarray:
    """Return a picture, RGB uint8 (H, W, 3), whole and in the middle of a grey 640×480 frame."""
    scale = min(_WIDTH / image.shape[1], _HEIGHT / image.shape[0])
    width, height = (max(1, round(side * scale)) for side in (image.shape[1], image.shape[0]))
    frame = np.full((_HEIGHT, _WIDTH, 3), 128, np.uint8)
    left, top = (_WIDTH - width) // 2, (_HEIGHT - height) // 2
    shrunk = cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA)
    frame[top : top + height, left : left + width] = shrunk
    return frame
