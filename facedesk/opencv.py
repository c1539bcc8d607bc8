"""OpenCV, imported without its side effects on Qt. The rest of facedesk imports cv2 from here.

On Linux the opencv-python wheel brings its own Qt and, when imported, points Qt's plugin and font
variables at it. PySide6 would then load the wrong platform plugin and abort.
"""

import os

_QT_VARIABLES = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")
_before = {name: os.environ.get(name) for name in _QT_VARIABLES}

import cv2  # noqa: E402 - the variables must be remembered first

for _name, _value in _before.items():
    if _value is None:
        os.environ.pop(_name, None)
    else:
        os.environ[_name] = _value

__all__ = ["cv2"]
