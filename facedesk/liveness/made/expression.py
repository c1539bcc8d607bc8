"""Blinks and small movements of the mouth, as shifts of what is read from a photo."""

import numpy as np

_BLINK_S = 0.25
_BETWEEN_BLINKS_S = (1.2, 5.0)
_LID = 0.30  # how far from above an eye the skin comes that closes it, in distances between eyes
_EYE = (0.27, 0.13)  # half width and half height of what moves


def eyes_closed(random: np.random.Generator, times: np.ndarray) -> np.ndarray:
    """Return how far the eyes are closed at each time in seconds: 0…1, float64 (T,)."""
    closed = np.zeros(len(times))
    at = times[0] + random.uniform(0, _BETWEEN_BLINKS_S[1])
    while at < times[-1]:
        length = _BLINK_S * random.uniform(0.7, 1.5)
        closed = np.maximum(closed, np.clip(1.4 - 2.8 * np.abs(times - at) / length, 0, 1))
        at += random.uniform(*_BETWEEN_BLINKS_S)
    return closed


def expressed(places: np.ndarray, closed: float, smile: float, jaw: float) -> np.ndarray:
    """Return which places of a photo are seen at places of the face (…, 2): (…, 2).

    In face coordinates. closed: the eyes, 0…1. smile: how far the corners of the mouth go apart
    and up; jaw: how far the chin goes down; both in distances between the eyes.
    """
    x, y = places[..., 0], places[..., 1]
    read = places.copy()
    for eye in (-0.5, 0.5):
        near = np.exp(-(np.abs((x - eye) / _EYE[0]) ** 4) - np.abs((y + 0.02) / _EYE[1]) ** 4)
        read[..., 1] -= closed * _LID * near
    for side in (-0.45, 0.45):
        near = np.exp(-(((x - side) / 0.3) ** 2) - ((y - 1.05) / 0.25) ** 2)
        read[..., 0] -= np.sign(side) * smile * near
        read[..., 1] += smile * near
    below = (1 + np.tanh((y - 1.12) / 0.12)) / 2 * np.exp(-((x / 0.8) ** 2))
    read[..., 1] -= jaw * below * np.exp(-np.maximum(y - 1.6, 0) / 0.4)
    return read
