"""OpenCV, imported without its side effects. The rest of facedesk imports cv2 from here.

On Linux the opencv-python wheel brings its own Qt and, when imported, points Qt's plugin and font
variables at it: PySide6 would then load the wrong platform plugin and abort. It also changes
LD_LIBRARY_PATH, which every program started afterwards would inherit.
"""

import os

_before = dict(os.environ)

import cv2  # noqa: E402 - the environment must be remembered first

for _name in set(os.environ) - set(_before):
    del os.environ[_name]
os.environ.update(_before)

__all__ = ["cv2"]
