"""Writes pictures as PNG or JPEG: all of a file or, if that fails, nothing of it."""

import io
from pathlib import Path

import numpy as np
from PIL import Image

from facedesk.errors import DiskFull, FileNotWritten, StorageError
from facedesk.private_file import write_private

_JPEG_SUFFIXES = (".jpg", ".jpeg")
_JPEG_QUALITY = 95


def with_picture_suffix(path: Path) -> Path:
    """Return the path of a picture: one without an ending of ours is given .png."""
    if path.suffix.lower() in (*_JPEG_SUFFIXES, ".png"):
        return path
    return path.with_name(f"{path.name}.png")


def write_picture(path: Path, image: np.ndarray) -> None:
    """Write a picture, RGB uint8 (H, W, 3), that only the user may read; its ending says as what.

    Raises DiskFull, FileNotWritten.
    """
    buffer = io.BytesIO()
    if path.suffix.lower() in _JPEG_SUFFIXES:
        # Colours in full resolution: strokes are finer than what JPEG else keeps of them.
        Image.fromarray(image).save(buffer, "JPEG", quality=_JPEG_QUALITY, subsampling=0)
    else:
        Image.fromarray(image).save(buffer, "PNG")
    try:
        write_private(path, buffer.getvalue())
    except DiskFull:
        raise
    except StorageError as error:
        raise FileNotWritten(path=path) from error
