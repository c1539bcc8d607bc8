"""What there is to see of one unit: its strongest patches, large and in their photos."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from facedesk.errors import FacedeskError
from facedesk.insight.activation_map import activation_map
from facedesk.shrinking import shrunk

if TYPE_CHECKING:
    from facedesk.insight.face_picture import FacePicture
    from facedesk.insight.inside import Inside
    from facedesk.insight.layers import Layer
    from facedesk.insight.strongest import Patch, Unit
    from facedesk.ui.looking_inside import Looked

_PHOTO = 640  # the longer side of photos, in pixels


@dataclass(frozen=True, eq=False)
class PatchDetail:
    """A patch with where it comes from. Read-only arrays.

    patch: RGB uint8 (h, w, 3), cut out of the photo. photo: RGB uint8, maybe made smaller. corners:
    float64 (4, 2), of the patch in it. chip: the aligned face. heat: see unit_heat. name: of the
    photo or person. activation: how much the unit is excited.
    """

    patch: np.ndarray
    photo: np.ndarray
    corners: np.ndarray
    chip: np.ndarray
    heat: np.ndarray
    name: str
    activation: float

    def __post_init__(self) -> None:
        for values in (self.patch, self.photo, self.corners, self.chip, self.heat):
            values.setflags(write=False)


def patch_details(
    looked: "Looked", layer: "Layer", unit: "Unit", side: int, step: Callable[[], None]
) -> tuple[PatchDetail, ...]:
    """Return the patches of a unit, the strongest first; what can't be read any more is left out.

    side: of the patches, in pixels. step: called before each; whatever it raises ends the work.
    """
    found = []
    for patch in unit.patches:
        step()
        try:
            picture = looked.faces.picture(patch.face)
        except FacedeskError:
            continue
        found.append(_detail(picture, patch, looked.inside, layer, unit, side))
    return tuple(found)


def unit_heat(inside: "Inside", chip: np.ndarray, layer: "Layer", unit: "Unit") -> np.ndarray:
    """Return where on a chip a unit is excited: float32 (150, 150), −1…1.

    1 is as much as by its strongest patch, or more.
    """
    strongest = unit.patches[0].activation if unit.patches else 1.0
    return np.clip(activation_map(inside, chip, layer.key, unit.number) / strongest, -1, 1)


def _detail(
    picture: "FacePicture",
    patch: "Patch",
    inside: "Inside",
    layer: "Layer",
    unit: "Unit",
    side: int,
) -> PatchDetail:
    box = layer.boxes[patch.row, patch.column]
    photo = shrunk(picture.image, _PHOTO)
    return PatchDetail(
        picture.cut(box, side),
        photo,
        picture.corners(box) * (photo.shape[1] / picture.image.shape[1]),
        picture.chip,
        unit_heat(inside, picture.chip, layer, unit),
        picture.name,
        patch.activation,
    )
