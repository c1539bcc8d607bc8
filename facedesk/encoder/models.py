"""The networks, loaded once and shared, and what they make of a whole photo."""

from dataclasses import dataclass

import numpy as np
import torch

from facedesk.encoder.encoder import Encoder
from facedesk.encoder.template import Template
from facedesk.opencv import cv2
from facedesk.vision.alignment import AlignedFace, align
from facedesk.vision.detection import Detection
from facedesk.vision.mtcnn import MtcnnDetector
from facedesk.vision.quality import Quality, judge

_WORKING_SIDE = 1280  # faces worth enrolling are still large when a photo is shrunk to this
_SMALLEST_FACES = (40.0, 20.0)  # smaller faces are looked for only where there are no larger ones


@dataclass(frozen=True)
class Models:
    """The detector and the encoder."""

    detector: MtcnnDetector
    encoder: Encoder


@dataclass(frozen=True)
class EncodedFace:
    """A face of a photo with everything that is known about it."""

    aligned: AlignedFace
    quality: Quality
    template: Template

    @property
    def detection(self) -> Detection:
        """Where the face is."""
        return self.aligned.detection


def load_models(device: torch.device | None = None) -> Models:
    """Load both networks. Raises WeightsMissing, WeightsDamaged."""
    return Models(MtcnnDetector(device), Encoder(device))


def detect_in_photo(image: np.ndarray, models: Models) -> tuple[Detection, ...]:
    """Return the faces of a photo of any size, RGB uint8 (H, W, 3), the surest first."""
    scale = min(1.0, _WORKING_SIDE / max(image.shape[:2]))
    shrunk = image
    if scale < 1:
        size = [max(1, round(side * scale)) for side in (image.shape[1], image.shape[0])]
        shrunk = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    for smallest in _SMALLEST_FACES:
        found = models.detector.detect(shrunk, smallest)
        if found:
            return tuple(Detection(d.box / scale, d.landmarks / scale, d.score) for d in found)
    return ()


def encode_photo(image: np.ndarray, models: Models) -> tuple[EncodedFace, ...]:
    """Detect, align, judge and encode every face of a photo, RGB uint8 (H, W, 3)."""
    aligned = [align(image, detection) for detection in detect_in_photo(image, models)]
    templates = models.encoder.encode(aligned)
    return tuple(
        EncodedFace(face, judge(image, face), template)
        for face, template in zip(aligned, templates, strict=True)
    )
