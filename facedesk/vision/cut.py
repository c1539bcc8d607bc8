"""Tells whether a film has jumped to another picture, so that nothing in it is where it was."""

import numpy as np

from facedesk.opencv import cv2

_SMALL = (32, 24)  # width and height; what moves a little stays where it is at this size
_SAMPLED = 4  # times as many pixels in each direction are looked at
_ALIKE = 0.5  # correlation of two pictures above which one continues the other
_CHANGED = 10.0  # mean difference of grey values, 0…255, below which hardly anything has changed


def is_cut(before: np.ndarray, after: np.ndarray) -> bool:
    """Say whether two pictures of a film, RGB uint8 (H, W, 3), show different things.

    Light that is switched on makes another picture, but of the same things in the same places. A
    camera that turns quickly shows other things after a while, as a cut does at once.
    """
    first, second = _small(before), _small(after)
    if np.abs(first - second).mean() < _CHANGED:
        return False
    first, second = first - first.mean(), second - second.mean()
    size = np.sqrt(np.square(first).sum() * np.square(second).sum())
    return bool((first * second).sum() <= _ALIKE * size)


def _small(image: np.ndarray) -> np.ndarray:
    """Return a picture as grey values, float32 (24, 32). Most pixels are left out: it is quick."""
    rows, columns = (
        np.arange(0, length, max(1, length // (_SAMPLED * side)))
        for length, side in zip(image.shape[:2], reversed(_SMALL), strict=True)
    )
    grey = cv2.cvtColor(np.ascontiguousarray(image[rows][:, columns]), cv2.COLOR_RGB2GRAY)
    return cv2.resize(grey, _SMALL, interpolation=cv2.INTER_AREA).astype(np.float32)
