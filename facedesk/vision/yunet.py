"""YuNet, a small and quick detector (Wu, Peng and Yu 2023), run by OpenCV."""

import threading

import numpy as np

from facedesk.opencv import cv2
from facedesk.vision.detection import Detection

_SURE = 0.7
_SAME_FACE = 0.3
_MOST = 5000


class YunetDetector:
    """Finds faces and their five landmarks, whatever their size in one pass."""

    def __init__(self, detector_id: str, data: bytes) -> None:
        """Load the contents of an .onnx file that was tried: others may end the program."""
        self.id = detector_id
        self._network = cv2.FaceDetectorYN.create(
            "onnx", np.frombuffer(data, np.uint8), np.zeros(0, np.uint8), (320, 320),
            _SURE, _SAME_FACE, _MOST,
        )  # fmt: skip
        self._lock = threading.Lock()  # a network keeps what it was given last

    def detect(self, image: np.ndarray, smallest_face: float = 40.0) -> tuple[Detection, ...]:
        """Return the faces in a picture, the surest first; see Detector."""
        with self._lock:
            self._network.setInputSize((image.shape[1], image.shape[0]))
            _, rows = self._network.detect(cv2.cvtColor(image, cv2.COLOR_RGB2BGR))
        if rows is None:
            return ()
        found = [_detection(row) for row in rows[np.argsort(-rows[:, 14], kind="stable")]]
        return tuple(each for each in found if max(each.width, each.height) >= smallest_face)


def _detection(row: np.ndarray) -> Detection:
    """Read a row: corner, width and height of the box, five landmarks, score.

    YuNet begins with the right eye and mouth corner of the person, which are the left ones as seen
    in the picture.
    """
    corner, size = row[:2], row[2:4]
    box = np.concatenate([corner, corner + size]).astype(np.float32)
    return Detection(box, row[4:14].reshape(5, 2).astype(np.float32), float(row[14]))
