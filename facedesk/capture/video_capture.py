"""Opens cameras, videos and addresses with OpenCV, quietly, and takes their pictures as RGB."""

import functools
import logging
import os
from collections.abc import Sequence

import numpy as np

from facedesk.opencv import cv2

_log = logging.getLogger(__name__)


def open_capture(
    location: str | int, backend: int, parameters: Sequence[int] = ()
) -> cv2.VideoCapture:
    """Open a camera by index, a file or an address; when that fails it has no pictures."""
    quieten()
    return cv2.VideoCapture(location, backend, list(parameters))


def next_image(capture: cv2.VideoCapture) -> np.ndarray | None:
    """Return the next picture as RGB uint8 (H, W, 3); None when there is none."""
    try:
        arrived, image = capture.read()
    except cv2.error as error:
        _log.info("OpenCV can't read on: %s", error.err)
        return None
    return as_rgb(image) if arrived and image is not None and image.size else None


def as_rgb(image: np.ndarray) -> np.ndarray:
    """Return what OpenCV read, (H, W) or (H, W, 1…4) of eight or 16 bits, as RGB uint8."""
    if image.dtype == np.uint16:
        image = (image >> 8).astype(np.uint8)
    channels = 1 if image.ndim == 2 else image.shape[2]
    conversion = {
        1: cv2.COLOR_GRAY2RGB,
        2: cv2.COLOR_YUV2RGB_YUY2,  # as some cameras send it
        3: cv2.COLOR_BGR2RGB,
        4: cv2.COLOR_BGRA2RGB,
    }[channels]
    return cv2.cvtColor(image, conversion)


@functools.cache
def quieten() -> None:
    """Keep OpenCV and FFmpeg from writing to stderr, unless their own variables ask them to.

    On macOS, OpenCV would also insist on asking for the camera from the main thread, which is busy
    with the window; left alone, the system asks by itself.
    """
    os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")
    os.environ.setdefault("OPENCV_AVFOUNDATION_SKIP_AUTH", "1")
    if "OPENCV_LOG_LEVEL" not in os.environ:
        cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
