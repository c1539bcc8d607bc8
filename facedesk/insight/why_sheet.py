"""Shows why two faces match, or do not, on one picture."""

import numpy as np
from PIL import Image, ImageDraw

from facedesk.insight.tint import tinted
from facedesk.insight.why import Why

_SCALE = 2
_GAP, _HEADING = 12, 22
_PAPER, _INK = (255, 255, 255), (30, 30, 30)


def why_sheet(why: Why) -> Image.Image:
    """Draw both faces as they are, and below them what speaks for (blue) and against (orange)."""
    side = len(why.first) * _SCALE
    size = (2 * side + 3 * _GAP, 2 * side + 3 * _GAP + 2 * _HEADING)
    sheet = Image.new("RGB", size, _PAPER)
    draw = ImageDraw.Draw(sheet)
    below = side + 2 * _GAP + _HEADING
    draw.text((_GAP, _GAP), f"similarity {why.similarity:.3f}", fill=_INK)
    said = f"blue speaks for the match, orange against it; strongest {why.most:.3f}"
    draw.text((_GAP, below), said, fill=_INK)
    for left, chip, heat in (
        (_GAP, why.first, why.for_first),
        (side + 2 * _GAP, why.second, why.for_second),
    ):
        sheet.paste(_enlarged(chip, side), (left, _GAP + _HEADING))
        sheet.paste(_enlarged(tinted(chip, heat / why.most), side), (left, below + _HEADING))
    return sheet


def _enlarged(image: np.ndarray, side: int) -> Image.Image:
    return Image.fromarray(image).resize((side, side), Image.Resampling.BICUBIC)
