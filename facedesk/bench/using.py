"""Whether the window stays at hand while it has a lot to do."""

import io
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from PIL import Image

from facedesk.bench.clip import made_up_pictures, pictures_of, write_clip
from facedesk.bench.conditions import Conditions
from facedesk.bench.exercised import Waiting, exercised
from facedesk.bench.figure import Figure, single
from facedesk.bench.pictures import heads, portraits
from facedesk.encoder.models import load_models

_PHOTOS = 500
_LONGER_SIDE = 4032  # pixels, of a phone's photo


def figures(conditions: Conditions) -> Iterator[Figure]:
    """Yield how long the window attended to nothing while it imported, and analysed a video.

    Raises SourceError, PhotoRefused, FacedeskError.
    """
    if conditions.clip is not None:
        next(pictures_of(conditions.clip, 1))  # else the window would never come to an end
    with TemporaryDirectory(prefix="facedesk-") as folder:
        home, photos = Path(folder) / "home", Path(folder) / "photos"
        photos.mkdir()
        write_photos(photos, portraits(conditions.photo), _PHOTOS)
        yield _gap(
            "gui_gap_import", exercised(home, "import", photos), f"{_PHOTOS} photos are imported"
        )
    with TemporaryDirectory(prefix="facedesk-") as folder:
        clip = conditions.clip
        if clip is None:
            clip = Path(folder) / "clip.avi"
            head = heads(portraits(conditions.photo), load_models())[0]
            write_clip(made_up_pictures(head), clip)
        home = Path(folder) / "home"
        yield _gap("gui_gap_video", exercised(home, "video", clip), "a video is analysed")


def write_photos(folder: Path, pictures: tuple[np.ndarray, ...], count: int) -> None:
    """Write photos as large as those of phones, named after nobody.

    pictures: RGB uint8 (H, W, 3), which are taken in turn.
    """
    files = [_as_file(picture) for picture in pictures]
    for number in range(count):
        (folder / f"Guest {number + 1}.jpg").write_bytes(files[number % len(files)])


def _as_file(picture: np.ndarray) -> bytes:
    image = Image.fromarray(picture)
    scale = _LONGER_SIDE / max(image.size)
    buffer = io.BytesIO()
    image.resize([round(side * scale) for side in image.size]).save(buffer, "JPEG")
    return buffer.getvalue()


def _gap(name: str, waiting: Waiting, doing: str) -> Figure:
    usual = f"99 of 100: {waiting.gap_99_ms:.0f} ms or less"
    remark = f"the longest time without attending to anything, while {doing}; {usual}"
    return single(name, waiting.longest_gap_ms, "ms", remark)
