"""Shows what is made of a face, on one picture: a row for each kind of clip."""

import numpy as np
from PIL import Image, ImageDraw

from facedesk.liveness.made.kinds import Kind, make_clip
from facedesk.liveness.made.scene import SIZE, SourceFace

_SECONDS = 3.0
_COLUMNS = 6
_CAPTION = 16  # pixels


def clip_sheet(face: SourceFace, other: np.ndarray, seed: int) -> Image.Image:
    """Return six pictures from each kind of clip. other: some picture, for what is behind."""
    width, height = SIZE
    sheet = Image.new("RGB", (width * _COLUMNS, (height + _CAPTION) * len(Kind)), "white")
    draw = ImageDraw.Draw(sheet)
    times = np.linspace(0, _SECONDS, _COLUMNS)
    for row, kind in enumerate(Kind):
        top = row * (height + _CAPTION)
        draw.text((4, top + 2), kind.value, "black")
        clip = make_clip(kind, face, other, times, np.random.default_rng([seed, row]))
        for column, picture in enumerate(clip.pictures):
            sheet.paste(Image.fromarray(picture), (column * width, top + _CAPTION))
    return sheet
