"""Which video is to be looked through: one chosen in a dialog, or one that is dropped."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from facedesk.capture.source import MOVING_SUFFIXES, is_video
from facedesk.ui.dropped_files import dropped_files


def ask_for_video(window: QWidget, folder: Path) -> Path | None:
    """Let the user choose a file, in this folder at first; None: they don't."""
    suffixes = " ".join(f"*{suffix}" for suffix in sorted(MOVING_SUFFIXES))
    videos = QCoreApplication.translate("Video", "Videos ({suffixes})").format(suffixes=suffixes)
    kinds = f"{videos};;" + QCoreApplication.translate("Video", "All files (*)")
    title = QCoreApplication.translate("Video", "Open video")
    path, _ = QFileDialog.getOpenFileName(window, title, str(folder), kinds)
    return Path(path) if path else None


def dropped_video(event: QDropEvent) -> Path | None:
    """Return the one file that is dropped, if it is a video; else None."""
    files = dropped_files(event)
    return files[0] if len(files) == 1 and is_video(files[0]) else None
