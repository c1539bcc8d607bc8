"""What the measures of a face say, in log-odds.

The slopes are rounded from logistic regressions on made clips, of each part on its own and with as
many living heads as attacks. Where relief speaks neither for one nor for the other was then moved
towards less relief: real heads, seen by real cameras, show it less clearly than made ones.
"""

import numpy as np

from facedesk.liveness.geometry.measure import Measures

_NOISE = 0.02  # added to the relief, so that its logarithm says nothing about noise
_AS_LIKELY = 0.15  # relief and noise at which a head is as likely as a picture
_BY_RELIEF = -2.0  # for each e-fold of relief
_MOST_FOLDS = (-2.0, 1.2)
_BY_SURROUNDINGS = 3.4  # if all that is beside the head moves with the face
_FEW_BESIDE = 2.0  # points: their shares count half
_NEITHER = 0.3  # what moves otherwise, as within a clip that is held up, counts so much for it
_MOST_LIVE, _MOST_FLAT = -2.5, 4.0  # no surer: a clip on a steady screen moves as the living do

_LEAST_PIXELS, _ENOUGH_PIXELS = 2.5, 7.5  # that a face must move: to say anything, and to be heard
_SMALLEST, _LARGE_ENOUGH = 12.0, 28.0  # pixels between the eyes
_ENOUGH_POINTS = 30.0


def log_odds(measures: Measures, eye_distance: float) -> float | None:
    """Return the log-odds that a face is flat, None where it has not moved enough.

    eye_distance: pixels.
    """
    if measures.moved * eye_distance < _LEAST_PIXELS:
        return None
    relief = max(measures.relief, 0.0)  # less than nothing is nothing
    folds = np.clip(np.log((relief + _NOISE) / _AS_LIKELY), *_MOST_FOLDS)
    sure = measures.beside / (measures.beside + _FEW_BESIDE)
    neither = 1 - measures.with_face - measures.still
    beside = sure * (measures.with_face + _NEITHER * neither - measures.still)
    flat = _BY_RELIEF * folds + _BY_SURROUNDINGS * beside
    return float(np.clip(flat, _MOST_LIVE, _MOST_FLAT))


def enough(measures: Measures, eye_distance: float) -> float:
    """Return how much of the movement and of the detail that is needed there was, 0…1."""
    pixels = measures.moved * eye_distance
    moved = (pixels - _LEAST_PIXELS) / (_ENOUGH_PIXELS - _LEAST_PIXELS)
    size = (eye_distance - _SMALLEST) / (_LARGE_ENOUGH - _SMALLEST)
    points = min(measures.points / _ENOUGH_POINTS, 1)
    return float(np.clip(moved, 0, 1) * np.clip(size, 0, 1) * points)
