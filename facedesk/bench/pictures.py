"""The pictures that speed is measured on: portraits that come with installed packages."""

from importlib.util import find_spec
from pathlib import Path

import numpy as np
from PIL import Image

from facedesk.capture.photo_file import read_photo


def portraits(photo: Path | None = None) -> tuple[np.ndarray, ...]:
    """Return portraits, RGB uint8 (H, W, 3): the photo given, else the samples of packages."""
    if photo is not None:
        return (read_photo(photo),)
    import matplotlib.cbook

    with matplotlib.cbook.get_sample_data("grace_hopper.jpg") as file:
        admiral = np.array(Image.open(file).convert("RGB"))
    if find_spec("skimage") is None:
        return (admiral,)
    import skimage.data

    return (skimage.data.astronaut(), admiral)
