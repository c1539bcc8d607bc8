"""Shows what augmentation makes of some faces, on one picture."""

import numpy as np
from PIL import Image

from facedesk.training.augmentation import EFFECTS, augmented
from facedesk.training.face_set import FaceSet
from facedesk.vision.chip_sheet import chip_sheet

_ROWS = 6
_MIXTURES = 4  # chips with effects as chance has it, after those with one effect each
HEADINGS = ("photo", *(effect.name for effect in EFFECTS), *["as trained"] * _MIXTURES)


def contact_sheet(faces: FaceSet, seed: int) -> Image.Image:
    """Return a row for each of up to six people, under headings."""
    return chip_sheet(HEADINGS, sheet_rows(faces, seed))


def sheet_rows(faces: FaceSet, seed: int) -> list[list[np.ndarray]]:
    """Return chips for each of up to six people: a face, each effect alone, then mixtures."""
    first = np.unique(faces.people, return_index=True)[1][:_ROWS].tolist()
    return [_chips(faces.chips[row], np.random.default_rng([seed, row])) for row in first]


def _chips(chip: np.ndarray, random: np.random.Generator) -> list[np.ndarray]:
    alone = [effect.apply(chip, random) for effect in EFFECTS]
    return [chip, *alone, *(augmented(chip, random) for _ in range(_MIXTURES))]
