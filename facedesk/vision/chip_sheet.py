"""Aligned faces in rows and columns, on one picture."""

from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw

from facedesk.vision.alignment import CHIP_SIDE

_GAP, _HEADING = 4, 20
_PAPER, _INK = (255, 255, 255), (30, 30, 30)


def chip_sheet(headings: Sequence[str], rows: Sequence[Sequence[np.ndarray]]) -> Image.Image:
    """Draw rows of chips, RGB uint8 (150, 150, 3), under a heading for each column."""
    step = CHIP_SIDE + _GAP
    size = (len(headings) * step + _GAP, len(rows) * step + _HEADING + _GAP)
    sheet = Image.new("RGB", size, _PAPER)
    draw = ImageDraw.Draw(sheet)
    for column, heading in enumerate(headings):
        draw.text((_GAP + column * step, _GAP), heading, fill=_INK)
    for line, chips in enumerate(rows):
        for column, chip in enumerate(chips):
            place = (_GAP + column * step, _HEADING + line * step)
            sheet.paste(Image.fromarray(chip), place)
    return sheet
