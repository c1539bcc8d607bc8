"""Cuts the face out of a stored photo. Safe in any thread."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage

from facedesk.gallery.photo import StoredPhoto

_SIDE = 4.4  # of the square, in distances from the eyes to the mouth
_UP = 0.25  # how far its centre lies above that of the landmarks: foreheads are high


def face_crop(photo: StoredPhoto, side: int) -> QImage:
    """Return the face as a square of `side` pixels."""
    whole = QImage.fromData(photo.jpeg)
    eyes, mouth = photo.landmarks[:2].mean(axis=0), photo.landmarks[3:].mean(axis=0)
    x, y = (eyes + mouth) / 2
    length = float(((mouth - eyes) ** 2).sum() ** 0.5)
    wanted = round(max(length * _SIDE, 1))
    square = min(wanted, whole.width(), whole.height())
    left = _within(x - square / 2, whole.width() - square)
    top = _within(y - length * _UP - square / 2, whole.height() - square)
    return whole.copy(QRect(left, top, square, square)).scaled(
        side,
        side,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _within(start: float, last: int) -> int:
    return max(0, min(round(start), last))
