"""Shows what is made of photos before they are evaluated as a webcam's, on one picture."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from facedesk.encoder.models import Models
from facedesk.errors import NoUsablePhoto
from facedesk.evaluation.encodings import main_chips
from facedesk.vision.chip_sheet import chip_sheet

_ROWS, _COLUMNS = 8, 6  # a column is two chips wide


def webcam_sheet(photos: Sequence[Path], models: Models) -> Image.Image:
    """Draw faces of some of the photos, each beside what a webcam shows. Raises NoUsablePhoto."""
    chosen = photos[:: max(1, len(photos) // (_ROWS * _COLUMNS))]
    pairs = []
    for photo in chosen:
        good, poor = (main_chips(photo, models, 1, degraded) for degraded in (False, True))
        if good is not None and poor is not None:
            pairs.append(np.concatenate([good, poor]))
    if not pairs:
        raise NoUsablePhoto(count=len(photos))
    pairs = pairs[: _ROWS * _COLUMNS]
    rows = [np.concatenate(pairs[at : at + _COLUMNS]) for at in range(0, len(pairs), _COLUMNS)]
    return chip_sheet(["photo", "webcam"] * min(_COLUMNS, len(pairs)), rows)
