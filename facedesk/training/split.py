"""Splits people into those who are learned from and those whom the result is judged on."""

from collections.abc import Sequence
from hashlib import sha256

from facedesk.training.face_set import FaceSet, check_trainable

_FEWEST = 4  # people with several photos to judge on: two are enrolled, two are strangers


def split(faces: FaceSet, share: float, seed: int) -> tuple[FaceSet, FaceSet | None]:
    """Return the faces to train with, and those to validate with; nobody is in both.

    share: of the people, 0…1; of those with several photos and of the others alike. The second is
    None where so few people have several photos that the first would be left with too little.
    Raises OnePersonOnly, OnePhotoEach.
    """
    check_trainable(faces)
    alone = set(faces.names) - set(faces.several)
    judged = max(_FEWEST, round(share * len(faces.several)))
    if not share or judged * 2 > len(faces.several):
        return faces, None
    chosen = drawn(faces.several, judged, seed)
    chosen |= drawn(sorted(alone), round(share * len(alone)), seed)
    return faces.of(set(faces.names) - chosen), faces.of(chosen)


def drawn(names: Sequence[str], count: int, seed: int) -> set[str]:
    """Draw names by their digests, so that a few more people do not shuffle all the others."""

    def rank(name: str) -> bytes:
        return sha256(f"{seed} {name}".encode()).digest()

    return set(sorted(names, key=rank)[:count])
