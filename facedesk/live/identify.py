"""Names the people in a single photo."""

from dataclasses import dataclass

import numpy as np

from facedesk.encoder.models import EncodedFace, Models, encode_photo
from facedesk.matching.decide import decide
from facedesk.matching.decision import Decision
from facedesk.matching.matcher import Matcher


@dataclass(frozen=True)
class IdentifiedFace:
    """A face of a photo and the decision about it."""

    face: EncodedFace
    decision: Decision


def identify(image: np.ndarray, models: Models, matcher: Matcher) -> tuple[IdentifiedFace, ...]:
    """Return every face of a photo, RGB uint8 (H, W, 3), with its decision, from left to right."""
    faces = sorted(encode_photo(image, models), key=lambda face: float(face.detection.box[0]))
    if not faces:
        return ()
    decisions = decide(matcher.compare([face.template.vector for face in faces]))
    return tuple(IdentifiedFace(f, d) for f, d in zip(faces, decisions, strict=True))
