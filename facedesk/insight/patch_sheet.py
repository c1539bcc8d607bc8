"""Shows units of a layer on one picture, each by its nine strongest patches."""

from collections.abc import Callable, Sequence

import numpy as np
from PIL import Image, ImageDraw

from facedesk.insight.faces import Faces
from facedesk.insight.layers import Layer
from facedesk.insight.patches import cut_patches
from facedesk.insight.strongest import Unit

_SIDE = 64  # of a patch
_ROW = 3  # patches in a row of a unit
_UNITS = 6  # in a row of the sheet
_THIN, _WIDE, _HEADING = 2, 14, 18
_PAPER, _INK = (255, 255, 255), (30, 30, 30)
_BLOCK = _ROW * (_SIDE + _THIN)
_STEP = _BLOCK + _WIDE


def patch_sheet(
    faces: Faces,
    layer: Layer,
    units: Sequence[Unit],
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Image.Image:
    """Draw units, at least one, in their order. progress: told units done and units in all."""
    rows = -(-len(units) // _UNITS)
    columns = min(len(units), _UNITS)
    size = (_WIDE + columns * _STEP, _WIDE + rows * (_STEP + _HEADING))
    sheet = Image.new("RGB", size, _PAPER)
    draw = ImageDraw.Draw(sheet)
    for number, unit in enumerate(units):
        progress(number, len(units))
        row, column = divmod(number, _UNITS)
        left, top = _WIDE + column * _STEP, _WIDE + row * (_STEP + _HEADING)
        draw.text((left, top), f"{layer.key}, unit {unit.number}", fill=_INK)
        for place, cut in enumerate(cut_patches(faces, layer, unit, _SIDE)):
            down, across = divmod(place, _ROW)
            corner = (left + across * (_SIDE + _THIN), top + _HEADING + down * (_SIDE + _THIN))
            sheet.paste(_centred(cut.image), corner)
    progress(len(units), len(units))
    return sheet


def _centred(image: np.ndarray) -> Image.Image:
    """Return a square with a picture in its middle: fields at the edge of a chip are narrow."""
    square = Image.new("RGB", (_SIDE, _SIDE), _PAPER)
    height, width = image.shape[:2]
    square.paste(Image.fromarray(image), ((_SIDE - width) // 2, (_SIDE - height) // 2))
    return square
