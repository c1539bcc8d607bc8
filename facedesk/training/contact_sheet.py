"""Shows what augmentation makes of some faces, on one picture."""

import numpy as np
from PIL import Image, ImageDraw

from facedesk.training.augmentation import EFFECTS, augmented
from facedesk.training.face_set import FaceSet
from facedesk.vision.alignment import CHIP_SIDE

_ROWS = 6
_MIXTURES = 4  # chips with effects as chance has it, after those with one effect each
_GAP, _HEADING = 4, 20
_PAPER, _INK = (255, 255, 255), (30, 30, 30)


def contact_sheet(faces: FaceSet, seed: int) -> Image.Image:
    """Return a row for each of up to six people: a face, each effect alone, then mixtures."""
    rows = [row for row, _ in zip(_first_rows(faces), range(_ROWS), strict=False)]
    headings = ["photo", *(effect.name for effect in EFFECTS), *["as trained"] * _MIXTURES]
    step = CHIP_SIDE + _GAP
    sheet = Image.new(
        "RGB", (len(headings) * step + _GAP, len(rows) * step + _HEADING + _GAP), _PAPER
    )
    draw = ImageDraw.Draw(sheet)
    for column, heading in enumerate(headings):
        draw.text((_GAP + column * step, _GAP), heading, fill=_INK)
    for line, row in enumerate(rows):
        for column, chip in enumerate(_chips(faces.chips[row], np.random.default_rng([seed, row]))):
            place = (_GAP + column * step, _HEADING + line * step)
            sheet.paste(Image.fromarray(chip), place)
    return sheet


def _first_rows(faces: FaceSet) -> list[int]:
    """Return the first face of each person."""
    return np.unique(faces.people, return_index=True)[1].tolist()


def _chips(chip: np.ndarray, random: np.random.Generator) -> list[np.ndarray]:
    alone = [effect.apply(chip, random) for effect in EFFECTS]
    return [chip, *alone, *(augmented(chip, random) for _ in range(_MIXTURES))]
