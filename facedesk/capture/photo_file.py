"""Reads a photo from a file, whatever its format, and says why when it can't."""

import io
import warnings
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from facedesk import errors

PHOTO_SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".png", ".webp", ".bmp", ".tif", ".tiff", ".gif", ".ppm", ".pgm"}
)
_MOST_MEGAPIXELS = 120
_BACKGROUND = (128, 128, 128)  # behind transparent pixels: neither light nor dark


def photos_in(folder: Path) -> list[Path]:
    """Return the photo files of a folder in order of name, not looking into folders below."""
    found = [
        path
        for path in folder.iterdir()
        if path.suffix.lower() in PHOTO_SUFFIXES and not path.name.startswith(".")
    ]
    return sorted(found, key=lambda path: path.name.casefold())


def read_photo(path: Path) -> np.ndarray:
    """Return a photo as RGB uint8 (H, W, 3), upright; of an animation, the first picture.

    Raises PhotoMissing, NotAnImage, PhotoTruncated, PhotoTooLarge.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise errors.PhotoMissing from error
    return decode_photo(data)


def decode_photo(data: bytes) -> np.ndarray:
    """Return an encoded picture as RGB uint8 (H, W, 3). Raises as read_photo does."""
    picture = _opened(data)
    megapixels = picture.width * picture.height / 1e6
    if megapixels > _MOST_MEGAPIXELS:
        raise errors.PhotoTooLarge(megapixels=round(megapixels), limit=_MOST_MEGAPIXELS)
    try:
        picture.load()
        return _as_rgb(ImageOps.exif_transpose(picture))
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise errors.PhotoTruncated from error
    except MemoryError as error:
        raise errors.PhotoTooLarge(megapixels=round(megapixels), limit=_MOST_MEGAPIXELS) from error


def _opened(data: bytes) -> Image.Image:
    with warnings.catch_warnings():
        # The size is checked by us, with a sentence.
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            return Image.open(io.BytesIO(data))
        except UnidentifiedImageError as error:
            raise errors.NotAnImage from error
        except Image.DecompressionBombError as error:
            raise errors.PhotoTooLarge(megapixels="over 170", limit=_MOST_MEGAPIXELS) from error
        except (OSError, SyntaxError, ValueError) as error:
            raise errors.NotAnImage from error


def _as_rgb(picture: Image.Image) -> np.ndarray:
    if picture.mode.startswith(("I", "F")):
        return _from_deep_grey(np.asarray(picture, np.float64))
    if "A" in picture.getbands() or "transparency" in picture.info:
        picture = picture.convert("RGBA")
        background = Image.new("RGBA", picture.size, (*_BACKGROUND, 255))
        picture = Image.alpha_composite(background, picture)
    return np.array(picture.convert("RGB"))


def _from_deep_grey(values: np.ndarray) -> np.ndarray:
    """Bring 16-bit, 32-bit or floating grey (H, W) down to eight bits, three channels."""
    top = values.max(initial=0)
    full = 1.0 if top <= 1 else 255.0 if top <= 255 else max(65535.0, top)
    grey = np.clip(values / full * 255, 0, 255).astype(np.uint8)
    return np.repeat(grey[:, :, None], 3, axis=2)
