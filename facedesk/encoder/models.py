"""The networks, loaded once and shared, and what they make of a whole photo."""

from dataclasses import dataclass

import numpy as np

from facedesk.device import best_device
from facedesk.encoder.encoder import Encoder
from facedesk.encoder.registered_networks import load_detector, load_encoder
from facedesk.encoder.registry import ModelChoice, registered_model
from facedesk.encoder.template import Template, fuse
from facedesk.shrinking import shrunk
from facedesk.vision.alignment import AlignedFace, align, align_all
from facedesk.vision.detection import Detection, Detector, main_face
from facedesk.vision.quality import Quality, judge

_WORKING_SIDE = 1280  # faces worth enrolling are still large when a photo is shrunk to this
_BUILT_IN = ModelChoice()
_SMALLEST_FACES = (40.0, 20.0)  # smaller faces are looked for only where there are no larger ones
_FRAME_SIDE = 640  # the detector sees frames at most this large
_SMALLEST_IN_FRAME = 40.0  # pixels, in the frame as the detector sees it


@dataclass(frozen=True)
class Models:
    """The detector and the encoder."""

    detector: Detector
    encoder: Encoder


@dataclass(frozen=True)
class EncodedFace:
    """A face of a photo with everything that is known about it.

    aligned: as it is judged and shown, whatever the encoder was given.
    """

    aligned: AlignedFace
    quality: Quality
    template: Template

    @property
    def detection(self) -> Detection:
        """Where the face is."""
        return self.aligned.detection


def load_models(choice: ModelChoice = _BUILT_IN) -> Models:
    """Load both networks onto the best device there is. Raises WeightsError, ModelError."""
    device = best_device()
    detector = registered_model(choice.models, choice.detector, "detector")
    encoder = registered_model(choice.models, choice.encoder, "encoder")
    return Models(load_detector(detector, device), load_encoder(encoder, device))


def detect_in_photo(image: np.ndarray, models: Models) -> tuple[Detection, ...]:
    """Return the faces of a photo of any size, RGB uint8 (H, W, 3), the surest first."""
    for smallest in _SMALLEST_FACES:
        found = detect_shrunk(image, models, _WORKING_SIDE, smallest)
        if found:
            return found
    return ()


def find_faces(image: np.ndarray, models: Models) -> tuple[Detection, ...]:
    """Return the faces that are large enough to be recognised, in a frame, RGB uint8 (H, W, 3)."""
    return detect_shrunk(image, models, _FRAME_SIDE, _SMALLEST_IN_FRAME)


def detect_main_face(image: np.ndarray, models: Models) -> Detection | None:
    """Return the face that a photo of any size, RGB uint8 (H, W, 3), is of; None without one."""
    found = detect_in_photo(image, models)
    return main_face(found, image.shape[1], image.shape[0]) if found else None


def detect_shrunk(
    image: np.ndarray, models: Models, longest: int, smallest_face: float
) -> tuple[Detection, ...]:
    """Return the faces of a picture, RGB uint8 (H, W, 3), looked for in a smaller copy of it.

    longest: side of the copy in pixels; smallest_face: side of the smallest face, in the copy.
    """
    small = shrunk(image, longest)
    scale = max(small.shape[:2]) / max(image.shape[:2])
    found = models.detector.detect(small, smallest_face)
    return tuple(Detection(d.box / scale, d.landmarks / scale, d.score) for d in found)


def encode_photo(image: np.ndarray, models: Models) -> tuple[EncodedFace, ...]:
    """Detect, align, judge and encode every face of a photo, RGB uint8 (H, W, 3)."""
    return tuple(
        encode_face(image, detection, models) for detection in detect_in_photo(image, models)
    )


def encode_face(image: np.ndarray, detection: Detection, models: Models) -> EncodedFace:
    """Align, judge and encode one face of a picture, RGB uint8 (H, W, 3), in all views."""
    aligned = align(image, detection)
    views = align_all(image, detection, models.encoder.chip)
    template = fuse(models.encoder.encode(views))
    return EncodedFace(aligned, judge(image, aligned), template)
