"""The public peers: what does the same jobs, where it is installed."""

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from facedesk import weights
from facedesk.capture.video_capture import quieten
from facedesk.encoder import dlib_weights
from facedesk.errors import FileUnreadable
from facedesk.opencv import cv2

DLIB = "dlib-bin"
YUNET = "YuNet"
FAISS = "faiss-cpu"

Boxes = np.ndarray
Detect = Callable[[np.ndarray], Boxes]


def dlib_encoder() -> Callable[[np.ndarray], np.ndarray] | None:
    """Return what encodes one chip, RGB uint8 (150, 150, 3) -> (128,), with dlib's own code."""
    if find_spec("dlib") is None:
        return None
    import dlib

    network = dlib.face_recognition_model_v1(str(weights.locate(dlib_weights.FILE)))
    return lambda chip: np.array(network.compute_face_descriptor(chip))


def dlib_detector() -> Detect | None:
    """Return dlib's HOG detector: RGB uint8 (H, W, 3) -> boxes (N, 4). It finds from 80 pixels."""
    if find_spec("dlib") is None:
        return None
    import dlib

    detector = dlib.get_frontal_face_detector()
    return lambda image: np.array(
        [(face.left(), face.top(), face.right(), face.bottom()) for face in detector(image)]
    ).reshape(-1, 4)


def yunet_detector(file: Path) -> Detect:
    """Return OpenCV's FaceDetectorYN: RGB uint8 (H, W, 3) -> boxes (N, 4). Raises FileUnreadable.

    file: its weights, which take pictures of any size.
    """
    try:
        quieten()  # it would say that it runs on the processor
        detector = cv2.FaceDetectorYN.create(str(file), "", (320, 320))
    except cv2.error as error:
        raise FileUnreadable(source=file.name) from error

    def detect(image: np.ndarray) -> Boxes:
        detector.setInputSize((image.shape[1], image.shape[0]))
        _, found = detector.detect(cv2.cvtColor(image, cv2.COLOR_RGB2BGR))
        corners = np.zeros((0, 4)) if found is None else found[:, :4].astype(float)
        corners[:, 2:] += corners[:, :2]
        return corners

    return detect


def faiss_search(vectors: np.ndarray, threads: int) -> Callable[[np.ndarray], int] | None:
    """Return what finds the nearest of unit vectors (K, D) to one (D,), by faiss's flat search.

    It looks for two, as a decision needs a runner-up, and may use so many threads.
    """
    if find_spec("faiss") is None:
        return None
    import faiss

    faiss.omp_set_num_threads(threads)
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(vectors)
    return lambda probe: int(index.search(probe[None], 2)[1][0, 0])
