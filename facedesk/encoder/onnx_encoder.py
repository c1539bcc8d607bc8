"""Encoders from ONNX files of the ArcFace family, run by OpenCV."""

import threading

import numpy as np

from facedesk.encoder.encoder import Encoder
from facedesk.encoder.pixels import Pixels
from facedesk.opencv import cv2
from facedesk.vision.alignment import ARCFACE_CHIP


class OnnxEncoder(Encoder):
    """A network that takes faces of 112×112 pixels and gives one row of numbers for each."""

    chip = ARCFACE_CHIP

    def __init__(self, encoder_id: str, data: bytes, pixels: Pixels) -> None:
        """Load the contents of a file that was tried, see trial.py: others may end the program."""
        self.id = encoder_id
        self._pixels = pixels
        self._network = cv2.dnn.readNetFromONNX(np.frombuffer(data, np.uint8))
        self._lock = threading.Lock()  # a network keeps what it was given last
        blank = np.zeros((1, self.chip.side, self.chip.side, 3), np.uint8)
        self.dimensions = self.features(blank).shape[1]

    def features(self, chips: np.ndarray) -> np.ndarray:
        """Return what the network says of each: (N, 112, 112, 3) -> (N, D), float32."""
        assert chips.shape[1:] == (self.chip.side, self.chip.side, 3), chips.shape
        inputs = self._pixels.of(chips)
        with self._lock:
            # One at a time: many files take no more, and together they take as long.
            return np.concatenate([self._forward(inputs[i : i + 1]) for i in range(len(inputs))])

    def _forward(self, one: np.ndarray) -> np.ndarray:
        self._network.setInput(one)
        return self._network.forward().reshape(1, -1).astype(np.float32)
