"""Tries an encoder on webcam pictures of people of whom there are only photos."""

import numpy as np

from facedesk.training.augmentation import augmented
from facedesk.training.face_set import FaceSet
from facedesk.training.memory import memory_told
from facedesk.training.split import split
from facedesk.training.training_settings import TrainingSettings

_SEED = 20261127  # another one than any training draws with


def split_with_copies(faces: FaceSet, settings: TrainingSettings) -> tuple[FaceSet, FaceSet | None]:
    """Split people as split does; the others are tried on webcam pictures, too, if it learns such.

    Raises OnePersonOnly, OnePhotoEach, TooLittleMemory.
    """
    learned, held_out = split(faces, settings.validation, settings.seed)
    if held_out is not None and settings.augment:
        held_out = with_webcam_copies(held_out)
    return learned, held_out


def with_webcam_copies(faces: FaceSet) -> FaceSet:
    """Return each face twice: as it is, and behind all these, as a poor webcam might show it.

    Whoever is enrolled with their first face is so with a photo, and looked for in both. Always the
    same pictures. Raises TooLittleMemory.
    """
    with memory_told():
        copies = [
            augmented(chip, np.random.default_rng([_SEED, row]))
            for row, chip in enumerate(faces.chips)
        ]
        chips = np.concatenate([faces.chips, np.stack(copies)])
    chips.setflags(write=False)
    return FaceSet(chips, faces.persons * 2, faces.photos * 2)
