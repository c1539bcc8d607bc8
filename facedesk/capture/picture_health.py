"""Notices a camera that sends pictures but shows nothing."""

import numpy as np

from facedesk import errors
from facedesk.capture.frame import Frame

_BLACK = 16  # as dark as video signals get
_EVERY = 8  # looking at every eighth pixel and line is enough


class PictureHealth:
    """Watches for nothing but black, and for the same picture again and again.

    A camera never repeats a picture exactly, since every sensor has noise.
    """

    def __init__(self, patience_s: float) -> None:
        self._patience_s = patience_s
        self._newest: Frame | None = None
        self._moved_at = self._lit_at = 0.0
        self._was_fine = False

    def observe(self, frame: Frame) -> type[errors.SourceError] | None:
        """Return what is wrong with the pictures up to this one, if it has lasted."""
        now, previous, self._newest = frame.captured_at, self._newest, frame
        if previous is None:
            self._moved_at = self._lit_at = now
        elif not _equal(frame.image, previous.image):
            self._moved_at = now
        if not _black(frame.image):
            self._lit_at = now
            self._was_fine = self._was_fine or (previous is not None and self._moved_at == now)
        if now - self._lit_at >= self._patience_s:
            return errors.PictureBlack
        if now - self._moved_at >= self._patience_s:
            return errors.PictureFrozen
        return None

    def needs_reopening(self) -> bool:
        """Whether pictures that used to be fine are not any more, which opening anew may cure.

        Some drivers repeat the last picture, or send black, once the camera was unplugged.
        """
        if self._newest is None or not self._was_fine:
            return False
        return self._newest.captured_at - min(self._lit_at, self._moved_at) >= 3 * self._patience_s


def _black(image: np.ndarray) -> bool:
    return float(np.percentile(image[::_EVERY, ::_EVERY, 1], 99)) <= _BLACK


def _equal(image: np.ndarray, other: np.ndarray) -> bool:
    if not np.array_equal(image[::_EVERY, ::_EVERY], other[::_EVERY, ::_EVERY]):
        return False
    return np.array_equal(image, other)
