"""Uses the real window as a person would, and prints as JSON how long that person had to wait.

python -m facedesk.ui.exercise --data-dir FOLDER live VIDEO | import FOLDER | video VIDEO
"""

import argparse
import json
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer

from facedesk.bench.process import peak_memory_mb
from facedesk.capture.source import parse_source
from facedesk.paths import default_paths
from facedesk.ui.app import run
from facedesk.ui.heartbeat import Heartbeat
from facedesk.ui.main_window import MainWindow
from facedesk.ui.pages.live_page import LivePage
from facedesk.ui.pages.page import Page
from facedesk.ui.pages.people_page import PeoplePage
from facedesk.ui.pages.video_page import VideoPage
from facedesk.ui.widgets.face_words import named

_LOOK_EVERY_MS = 10
_LIVE_S = 5.0  # after the first name
_NAMED_WITHIN_S = 30.0  # or else nobody will be
_AFTERWARDS_S = 3.0  # what was found is shown meanwhile


@dataclass
class Waiting:
    """What a person waited for, and what that took.

    window_s, first_name_s: from the start of the program until the window was painted, and until
    somebody was named; 0 when that did not happen. longest_gap_ms, gap_99_ms: the longest time, and
    the 99th percentile of all times, until the window attended to its events again.
    peak_memory_mb: None where the system does not tell.
    """

    window_s: float = 0.0
    first_name_s: float = 0.0
    longest_gap_ms: int = 0
    gap_99_ms: int = 0
    peak_memory_mb: float | None = None


class Exercise(QObject):
    """One thing that a person does with the window, which is closed when it is done."""

    def __init__(self, began_s: float) -> None:
        """began_s: the time of the clock at which the program was started."""
        super().__init__()
        self.waiting = Waiting()
        self._began_s = began_s
        self._done_s: float | None = None  # when it may end
        self._heartbeat = Heartbeat(self)
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def begin(self, window: MainWindow) -> None:
        """Do it, on a window that was just shown."""
        self._window = window
        window.installEventFilter(self)
        self._timer.start()
        self.act(window)

    def act(self, window: MainWindow) -> None:
        """Do what there is to do."""

    def look(self, window: MainWindow) -> None:
        """Look at the window, a hundred times a second."""

    def bring(self, window: MainWindow, kind: type[Page]) -> Page:
        """Show a page, and return it."""
        page = next(page for page in window.pages if isinstance(page, kind))
        window.show_page(window.pages.index(page))
        return page

    def end_in(self, time_s: float) -> None:
        """Let it end so many seconds from now."""
        if self._done_s is None:
            self._done_s = time.monotonic() + time_s

    def since_start_s(self) -> float:
        """Return how long ago the program was started."""
        return time.time() - self._began_s

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._note_painted)  # all that is in the window is painted first
        return super().eventFilter(watched, event)

    def _note_painted(self) -> None:
        self.waiting.window_s = self.since_start_s()
        self._heartbeat.start()

    def _look(self) -> None:
        self.look(self._window)
        if self._done_s is not None and time.monotonic() > self._done_s:
            self._timer.stop()
            self._heartbeat.stop()
            self.waiting.longest_gap_ms = self._heartbeat.longest_ms
            self.waiting.gap_99_ms = self._heartbeat.percentile_ms(99)
            self.waiting.peak_memory_mb = peak_memory_mb()
            self._window.close()


class Watching(Exercise):
    """Waits until somebody is named, and watches for a while."""

    def look(self, window: MainWindow) -> None:
        page = window.page
        if isinstance(page, LivePage) and page.view and any(map(named, page.view.faces)):
            self.waiting.first_name_s = self.waiting.first_name_s or self.since_start_s()
            self.end_in(_LIVE_S)
        elif self.since_start_s() > _NAMED_WITHIN_S:
            self.end_in(0)


class Importing(Exercise):
    """Adds everyone on the photos of a folder."""

    def __init__(self, began_s: float, folder: Path) -> None:
        super().__init__(began_s)
        self._folder = folder

    def act(self, window: MainWindow) -> None:
        page = self.bring(window, PeoplePage)
        page.adding.changed.connect(lambda _: self.end_in(_AFTERWARDS_S))
        page.add_files([self._folder])


class Analysing(Exercise):
    """Finds out who is in a video."""

    def __init__(self, began_s: float, file: Path) -> None:
        super().__init__(began_s)
        self._file = file

    def act(self, window: MainWindow) -> None:
        page = self.bring(window, VideoPage)
        page.analysing.found.connect(lambda _: self.end_in(_AFTERWARDS_S))
        page.analyse(self._file)


def main() -> int:
    """Do the exercise that the command line names."""
    parser = argparse.ArgumentParser(prog="python -m facedesk.ui.exercise")
    parser.add_argument("--data-dir", type=Path, required=True)
    parser.add_argument("--began", type=float, default=time.time())
    parser.add_argument("exercise", choices=("live", "import", "video"))
    parser.add_argument("file")
    options = parser.parse_args()
    source = None
    if options.exercise == "live":
        exercise, source = Watching(options.began), parse_source(options.file)
    elif options.exercise == "import":
        exercise = Importing(options.began, Path(options.file))
    else:
        exercise = Analysing(options.began, Path(options.file))
    status = run(default_paths(options.data_dir), source, exercise.begin)
    sys.stdout.write(json.dumps(asdict(exercise.waiting)) + "\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
