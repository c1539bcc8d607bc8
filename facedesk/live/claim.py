"""Checks whether two faces are of one person: someone enrolled, a picture, or the camera's."""

from dataclasses import dataclass, replace

import numpy as np

from facedesk.encoder.models import EncodedFace, Models, encode_face
from facedesk.encoder.template import fused
from facedesk.errors import PersonGone, PhotoRefused
from facedesk.gallery.enrolment import aligned_face_of, single_face
from facedesk.gallery.person import Person
from facedesk.gallery.store import Gallery
from facedesk.matching.verification import Verdict, Verification, Verifier
from facedesk.vision.quality import refusals
from facedesk.vision.shot import Shot

# Why a verdict is what it is, by the code of the reason.
REASONS = {
    "alike": "Faces of different people are hardly ever this alike.",
    "different": "Faces of one person are seldom this unlike.",
    "between": "Faces of different people are sometimes this alike.",
    "poor_picture": "The faces are not alike enough, but a picture is too poor to tell.",
}


@dataclass(frozen=True, eq=False)
class VerifiedFace:
    """One side of a comparison.

    aligned: RGB uint8 (150, 150, 3), read-only. vector: unit, float32 (D,), of the photo, or of a
    person's photo and looks together; read-only. refusals: what is wrong with the picture, the
    most telling first; () when it is good. name: of the person, "" for a picture.
    """

    aligned: np.ndarray
    vector: np.ndarray
    refusals: tuple[PhotoRefused, ...]
    name: str


@dataclass(frozen=True, eq=False)
class CheckedClaim:
    """Two faces, and what came out; reason: a key of REASONS."""

    first: VerifiedFace
    second: VerifiedFace
    verification: Verification
    reason: str


def face_of_person(person: Person, gallery: Gallery, models: Models) -> VerifiedFace:
    """Return the face of someone enrolled. Raises PersonGone, StorageError."""
    enrolled = gallery.templates(models.encoder.id)
    index = next((i for i, each in enumerate(enrolled.people) if each.id == person.id), None)
    if index is None:
        raise PersonGone
    vectors = enrolled.photos.vectors[enrolled.photos.owners == index]
    (vector,) = fused(vectors, np.zeros(len(vectors), np.intp), 1)
    vector.setflags(write=False)
    aligned = aligned_face_of(gallery.photo(person.id))
    return VerifiedFace(aligned.image, vector, (), enrolled.people[index].name)


def face_of_photo(image: np.ndarray, models: Models) -> VerifiedFace:
    """Return the face of a picture of one person, RGB uint8 (H, W, 3).

    Raises NoFace, SeveralFaces.
    """
    return _face(encode_face(image, single_face(image, models), models))


def face_of_shot(shot: Shot, models: Models) -> VerifiedFace:
    """Return a face that was found already, whoever else is in the picture."""
    return _face(encode_face(shot.image, shot.detection, models))


def check_claim(
    first: VerifiedFace, second: VerifiedFace, verifier: Verifier, far: float
) -> CheckedClaim:
    """Compare two faces. far: accepted share of pairs of different people.

    Where they are not alike enough, but a picture is poor, the verdict is UNSURE.
    """
    verification = verifier.verify(first.vector, second.vector, far)
    if verification.verdict is Verdict.YES:
        return CheckedClaim(first, second, verification, "alike")
    if first.refusals or second.refusals:
        unsure = replace(verification, verdict=Verdict.UNSURE)
        return CheckedClaim(first, second, unsure, "poor_picture")
    reason = "different" if verification.verdict is Verdict.NO else "between"
    return CheckedClaim(first, second, verification, reason)


def _face(encoded: EncodedFace) -> VerifiedFace:
    problems = tuple(refusal() for refusal in refusals(encoded.quality))
    return VerifiedFace(encoded.aligned.image, encoded.template.vector, problems, "")
