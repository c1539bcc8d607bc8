"""What the 1-D network is given: the last seconds of a track's signals, evenly spaced."""

from collections.abc import Sequence

import numpy as np

from facedesk.liveness.signals.face_signals import FaceSignals

SECONDS = 10.0
PER_SECOND = 15
LENGTH = 150  # SECONDS · PER_SECOND
# Columns of a table of signals, one row for each frame.
OPENING, YAW, PITCH, ROLL, SCALE, X, Y, RED, GREEN, BLUE = range(10)
COLUMNS = 10
# What the network sees: those, the opening once more against what is usual, and where nothing was.
CHANNELS = 12
MIRRORED = (YAW, ROLL, X)  # channels that change their sign in a mirrored picture

_GAP_S = 0.2  # further than this from any frame nothing is known
_USUAL = 80  # percentile of the opening that is called usual
_LEAST_USUAL = 0.3
_SLOW_S = 1.5  # colours are taken against their mean over this long
_DEGREES, _SCALES, _PLACES, _COLOURS = 20.0, 0.2, 0.5, 0.01  # what is called 1
_MOST = 4.0
_DARKEST = 4.0  # grey values; below, ratios of colours say nothing


def table(frames: Sequence[FaceSignals]) -> np.ndarray:
    """Return signals as numbers: float64 (N, 10), in the order of the columns."""
    rows = [
        (each.opening, each.yaw, each.pitch, each.roll, each.scale, *each.place, *each.skin)
        for each in frames
    ]
    return np.array(rows, np.float64).reshape(-1, COLUMNS)


def window(times: np.ndarray, values: np.ndarray, end_s: float) -> np.ndarray:
    """Return the last SECONDS before end_s as the network sees them: float32 (12, 150).

    times: seconds, (N,), rising, at least one; values: (N, 10), see table. Each value is the mean
    over 1/15 s of the line through the frames, so that many frames per second make less noise. The
    last channel is 1 where frames are near, and where it is 0 all are 0.
    """
    grid = grid_times(end_s)
    there = np.abs(grid[:, None] - times[None]).min(axis=1) <= _GAP_S
    found = np.zeros((CHANNELS, LENGTH), np.float32)
    if not there.any():
        return found
    even = _averaged(times, values, grid)
    usual = max(float(np.percentile(even[there, OPENING], _USUAL)), _LEAST_USUAL)
    size = max(float(np.median(even[there, SCALE])), 1e-6)
    found[OPENING] = 2 * even[:, OPENING] - 1
    for column, unit in ((YAW, _DEGREES), (PITCH, _DEGREES), (ROLL, _DEGREES)):
        found[column] = (even[:, column] - np.median(even[there, column])) / unit
    found[SCALE] = np.log(np.maximum(even[:, SCALE], 1e-6) / size) / _SCALES
    for column in (X, Y):
        moved = even[:, column] - np.median(even[there, column])
        found[column] = moved / size / _PLACES
    for column in (RED, GREEN, BLUE):
        bright = np.log(np.maximum(even[:, column], _DARKEST))
        found[column] = (bright - _slow(bright, there)) / _COLOURS
    found[COLUMNS] = 2 * even[:, OPENING] / usual - 1
    found[COLUMNS + 1] = 1
    return np.clip(found, -_MOST, _MOST) * there


def grid_times(end_s: float) -> np.ndarray:
    """Return the times of the values of a window, in seconds: (150,)."""
    return end_s - (np.arange(LENGTH)[::-1] + 0.5) / PER_SECOND


def _averaged(times: np.ndarray, values: np.ndarray, grid: np.ndarray) -> np.ndarray:
    """Return the means over 1/15 s about each time of the grid of lines through values (N, C)."""
    half = 0.5 / PER_SECOND
    first, last = grid[0] - 1, grid[-1] + 1  # before and after the frames the lines are level
    at = np.concatenate([[min(first, times[0] - 1)], times, [max(last, times[-1] + 1)]])
    what = np.concatenate([values[:1], values, values[-1:]])
    areas = (what[1:] + what[:-1]) / 2 * np.diff(at)[:, None]
    until = np.concatenate([np.zeros((1, values.shape[1])), np.cumsum(areas, axis=0)])
    # The area up to a time within a piece, exactly: a trapezium again.
    return (_area(grid + half, at, what, until) - _area(grid - half, at, what, until)) / (2 * half)


def _area(to: np.ndarray, at: np.ndarray, what: np.ndarray, until: np.ndarray) -> np.ndarray:
    piece = np.clip(np.searchsorted(at, to, side="right") - 1, 0, len(at) - 2)
    passed = (to - at[piece])[:, None]
    length = np.maximum(at[piece + 1] - at[piece], 1e-9)[:, None]
    slope = (what[piece + 1] - what[piece]) / length
    return until[piece] + what[piece] * passed + slope * passed**2 / 2


def _slow(values: np.ndarray, there: np.ndarray) -> np.ndarray:
    """Return the mean of values (150,) about each, of those that are there."""
    box = np.ones(round(_SLOW_S * PER_SECOND))
    total = np.convolve(values * there, box, "same")
    return total / np.maximum(np.convolve(there.astype(float), box, "same"), 1)
