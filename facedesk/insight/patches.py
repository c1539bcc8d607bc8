"""Cuts the strongest patches of a unit out of the pictures that they were found in."""

from dataclasses import dataclass

import numpy as np

from facedesk.errors import FacedeskError
from facedesk.insight.faces import Faces
from facedesk.insight.layers import Layer
from facedesk.insight.strongest import Patch, Unit


@dataclass(frozen=True, eq=False)
class CutPatch:
    """A patch as it looks.

    image: RGB uint8 (h, w, 3), what the place of the layer sees, cut out of the original picture.
    chip: RGB uint8 (150, 150, 3), the whole face. box: x1, y1, x2, y2, the patch in the chip.
    name: of the photo or person.
    """

    patch: Patch
    image: np.ndarray
    chip: np.ndarray
    box: np.ndarray
    name: str


def cut_patches(faces: Faces, layer: Layer, unit: Unit, side: int) -> tuple[CutPatch, ...]:
    """Return the patches of a unit, the strongest first. side: their longer one, in pixels.

    Those whose picture can't be read any more are left out.
    """
    found = []
    for patch in unit.patches:
        try:
            picture = faces.picture(patch.face)
        except FacedeskError:
            continue
        box = layer.boxes[patch.row, patch.column]
        found.append(CutPatch(patch, picture.cut(box, side), picture.chip, box, picture.name))
    return tuple(found)
