"""Shows what is made of a face, on one picture: a row for each kind of clip."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

from facedesk.liveness.made.kinds import Kind, make_clip
from facedesk.liveness.made.scene import SIZE, SourceFace

_SECONDS = 3.0
_COLUMNS = 6
_CAPTION = 16  # pixels


@dataclass(frozen=True, eq=False)
class ClipRow:
    """Six pictures from a clip of a kind, RGB uint8 (240, 320, 3), over three seconds."""

    kind: Kind
    pictures: Sequence[np.ndarray]


def clip_rows(face: SourceFace, other: np.ndarray, seed: int) -> Iterator[ClipRow]:
    """Make a clip of each kind. other: some picture, for what is behind."""
    times = np.linspace(0, _SECONDS, _COLUMNS)
    for row, kind in enumerate(Kind):
        clip = make_clip(kind, face, other, times, np.random.default_rng([seed, row]))
        yield ClipRow(kind, clip.pictures)


def clip_sheet(rows: Sequence[ClipRow]) -> Image.Image:
    """Return rows below each other, each with its kind in words."""
    width, height = SIZE
    sheet = Image.new("RGB", (width * _COLUMNS, (height + _CAPTION) * len(rows)), "white")
    draw = ImageDraw.Draw(sheet)
    for number, row in enumerate(rows):
        top = number * (height + _CAPTION)
        draw.text((4, top + 2), row.kind.value, "black")
        for column, picture in enumerate(row.pictures):
            sheet.paste(Image.fromarray(picture), (column * width, top + _CAPTION))
    return sheet
