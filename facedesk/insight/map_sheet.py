"""Shows the map of the gallery on one picture."""

import numpy as np
from PIL import Image, ImageDraw

from facedesk.errors import FacedeskError
from facedesk.insight.faces import GalleryFaces
from facedesk.insight.gallery_map import GalleryMap

_SIDE, _MARGIN, _FACE, _DOT = 1400, 60, 48, 2
_PAPER, _INK, _CLOSE = (255, 255, 255), (90, 90, 90), (200, 60, 0)


def map_sheet(found: GalleryMap, faces: GalleryFaces) -> Image.Image:
    """Draw everyone, with the faces for which there is room; lines join who is too close."""
    sheet = Image.new("RGB", (_SIDE, _SIDE), _PAPER)
    draw = ImageDraw.Draw(sheet)
    places = _on_sheet(found.map.places)
    for x, y in places.tolist():
        draw.ellipse([x - _DOT, y - _DOT, x + _DOT, y + _DOT], fill=_INK)
    taken = np.empty((0, 2))
    for index, place in enumerate(places):
        if (np.abs(place - taken).max(axis=1) >= _FACE).all():
            taken = np.concatenate([taken, place[None]])
            _draw_face(sheet, faces, index, *np.rint(place - _FACE / 2).astype(int).tolist())
    for first, second in found.close:
        draw.line([*places[first].tolist(), *places[second].tolist()], fill=_CLOSE, width=3)
    return sheet


def _draw_face(sheet: Image.Image, faces: GalleryFaces, index: int, x: int, y: int) -> None:
    try:
        chip = faces.picture(index).chip
    except FacedeskError:  # of somebody who is being removed
        return
    sheet.paste(Image.fromarray(chip).resize((_FACE, _FACE)), (x, y))


def _on_sheet(places: np.ndarray) -> np.ndarray:
    """Return the places in pixels: (N, 2), as large as they fit, y downwards."""
    low, high = places.min(axis=0), places.max(axis=0)
    scale = (_SIDE - 2 * _MARGIN) / max(float((high - low).max()), 1e-6)
    return (places - (low + high) / 2) * [scale, -scale] + _SIDE / 2
