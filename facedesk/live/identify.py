"""Names the people in a single photo."""

from dataclasses import dataclass

import numpy as np

from facedesk.encoder.models import EncodedFace, Models, encode_photo
from facedesk.matching.decision import Decision
from facedesk.matching.recognition import Recognition


@dataclass(frozen=True)
class IdentifiedFace:
    """A face of a photo and the decision about it."""

    face: EncodedFace
    decision: Decision


def identify(
    image: np.ndarray, models: Models, recognition: Recognition
) -> tuple[IdentifiedFace, ...]:
    """Return every face of a photo, RGB uint8 (H, W, 3), with its decision, from left to right."""
    faces = sorted(encode_photo(image, models), key=lambda face: float(face.detection.box[0]))
    if not faces:
        return ()
    decisions = recognition.decide([face.template.vector for face in faces])
    return tuple(IdentifiedFace(f, d) for f, d in zip(faces, decisions, strict=True))
