"""Has the real window used in a process of its own, as a person would use it."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from facedesk.errors import FacedeskError

_LONGEST_S = 900.0


@dataclass(frozen=True)
class Waiting:
    """What a person waited for; see facedesk.ui.exercise.

    peak_memory_mb: None where the system does not tell.
    """

    window_s: float
    first_name_s: float
    longest_gap_ms: float
    gap_99_ms: float
    peak_memory_mb: float | None


def exercised(home: Path, exercise: str, file: Path) -> Waiting:
    """Have the window do one thing with a file, on the data in a folder.

    Raises FacedeskError when it did not come to an end.
    """
    words = ["--data-dir", str(home), "--began", str(time.time()), exercise, str(file)]
    try:
        ended = subprocess.run(
            [sys.executable, "-m", "facedesk.ui.exercise", *words],
            env=_environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_LONGEST_S,
            check=True,
        )
    except subprocess.SubprocessError as error:
        raise FacedeskError from error
    return Waiting(**json.loads(ended.stdout))


def _environment() -> dict[str, str]:
    """Return the environment; where there is no screen, the window is painted into memory."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(map(os.environ.get, screens)):
        return {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return dict(os.environ)
