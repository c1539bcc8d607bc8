"""Reads a photo from a file, whatever its format, and says why when it can't."""

import io
import warnings
from pathlib import Path
from typing import BinaryIO

import numpy as np
from PIL import Image, ImageOps

from facedesk import errors

PHOTO_SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".png", ".webp", ".bmp", ".tif", ".tiff", ".gif", ".ppm", ".pgm"}
)
# No others: Pillow would start Ghostscript for some.
_FORMATS = ("JPEG", "PNG", "WEBP", "BMP", "DIB", "TIFF", "GIF", "PPM")
_SIGNATURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF", b"II*\0", b"MM\0*")
_MOST_MEGAPIXELS = 120
_BACKGROUND = (128, 128, 128)  # behind transparent pixels: neither light nor dark


def photos_in(folder: Path) -> list[Path]:
    """Return the photo files of a folder in order of name, not looking into folders below.

    Raises SourceError for a folder that can't be read.
    """
    try:
        found = [
            path
            for path in folder.iterdir()
            if path.suffix.lower() in PHOTO_SUFFIXES
            and not path.name.startswith(".")
            and not path.is_dir()
        ]
    except OSError as error:
        raise errors.SourceError(source=folder.name or folder) from error
    return sorted(found, key=lambda path: path.name.casefold())


def read_photo(path: Path) -> np.ndarray:
    """Return a photo as RGB uint8 (H, W, 3), upright; of an animation, the first picture.

    Raises PhotoMissing, NotAnImage, PhotoTruncated, PhotoTooLarge.
    """
    try:
        if not path.is_file():  # reading from a device may never end
            raise errors.PhotoMissing
        with path.open("rb") as file:
            return _decode(file)
    except OSError as error:
        raise errors.PhotoMissing from error


def decode_photo(data: bytes) -> np.ndarray:
    """Return an encoded picture as RGB uint8 (H, W, 3). Raises as read_photo does."""
    return _decode(io.BytesIO(data))


def is_animated(path: Path) -> bool:
    """Return whether a file holds more than one picture; a file that can't be read does not."""
    try:
        with path.open("rb") as file:
            return getattr(_opened(file), "is_animated", False)
    except (OSError, errors.PhotoRefused):
        return False


def _decode(file: BinaryIO) -> np.ndarray:
    picture = _opened(file)
    megapixels = picture.width * picture.height / 1e6
    if megapixels > _MOST_MEGAPIXELS:
        raise errors.PhotoTooLarge(megapixels=round(megapixels), limit=_MOST_MEGAPIXELS)
    try:
        picture.load()
        ImageOps.exif_transpose(picture, in_place=True)
    except MemoryError as error:
        raise errors.PhotoTooLarge(megapixels=round(megapixels), limit=_MOST_MEGAPIXELS) from error
    except Exception as error:  # Pillow raises nearly anything over damaged data
        raise errors.PhotoTruncated from error
    try:
        return _as_rgb(picture)
    except ValueError as error:  # a kind of colour that can't be turned into RGB
        raise errors.NotAnImage from error


def _opened(file: BinaryIO) -> Image.Image:
    with warnings.catch_warnings():
        # The size is checked by us, with a sentence; other complaints are about damaged data.
        warnings.simplefilter("ignore")
        try:
            return Image.open(file, formats=_FORMATS)
        except Image.DecompressionBombError as error:
            raise errors.PhotoTooLarge(megapixels="over 170", limit=_MOST_MEGAPIXELS) from error
        except Exception as error:  # as above
            file.seek(0)
            if file.read(8).startswith(_SIGNATURES):
                raise errors.PhotoTruncated from error
            raise errors.NotAnImage from error


def _as_rgb(picture: Image.Image) -> np.ndarray:
    if picture.mode.startswith(("I", "F")):
        return _from_deep_grey(np.array(picture, np.float32))
    if "A" in picture.getbands() or "transparency" in picture.info:
        picture = picture.convert("RGBA")
        background = Image.new("RGBA", picture.size, (*_BACKGROUND, 255))
        picture = Image.alpha_composite(background, picture)
    return np.array(picture if picture.mode == "RGB" else picture.convert("RGB"))


def _from_deep_grey(values: np.ndarray) -> np.ndarray:
    """Bring 16-bit, 32-bit or floating grey (H, W) down to eight bits, three channels."""
    values = np.nan_to_num(values, copy=False)
    top = values.max(initial=0)
    full = 1.0 if top <= 1 else 255.0 if top <= 255 else max(65535.0, top)
    grey = np.clip(values / full * 255, 0, 255).astype(np.uint8)
    return np.repeat(grey[:, :, None], 3, axis=2)
