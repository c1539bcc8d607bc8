"""Finds what excites the units of the encoder, as a task; it goes on behind other pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facedesk.errors import FacedeskError
from facedesk.ui.adding import ready_models
from facedesk.ui.context import AppContext
from facedesk.ui.tasks import Cancelled, Progress, Task, TaskCancelled
from facedesk.ui.time_left import TimeLeft, time_left_words

if TYPE_CHECKING:  # they bring torch, which takes a second to import
    from facedesk.insight.faces import Faces
    from facedesk.insight.inside import Inside
    from facedesk.insight.strongest import Strongest


@dataclass(frozen=True, eq=False)
class Looked:
    """What was found: in which faces, inside which encoder, and the strongest by layer."""

    faces: "Faces"
    inside: "Inside"
    strongest: "Mapping[str, Strongest]"


class LookingInside(QObject):
    """Emits started, progressed (done, total, words) and ended; then found with a Looked, or
    failed with the error, unless the user has cancelled.
    """

    started = Signal()
    progressed = Signal(int, int, str)
    ended = Signal()
    found = Signal(object)
    failed = Signal(FacedeskError)

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._task: Task | None = None

    @property
    def running(self) -> bool:
        """Whether it is on its way."""
        return self._task is not None

    def start(self, folder: Path | None) -> None:
        """Look at the photos of a folder, or of the gallery, unless it is under way."""
        if self.running:
            return

        def job(progress: Progress, cancelled: Cancelled) -> Looked:
            return self._look(folder, progress, cancelled)

        title = self.tr("Looking inside the encoder")
        self._task = self._context.tasks.start(title, job, self.found.emit, self.failed.emit)
        self._task.progressed.connect(self.progressed)
        self._task.finished.connect(self._end)
        self.started.emit()

    def cancel(self) -> None:
        """Ask it to end early; photos in which a face was looked for are remembered."""
        if self._task is not None:
            self._task.cancel()

    def _end(self) -> None:
        self._task = None
        self.ended.emit()

    def _look(self, folder: Path | None, progress: Progress, cancelled: Cancelled) -> Looked:
        session, paths, gallery = self._context.session, self._context.paths, self._context.gallery
        models = ready_models(session, progress, cancelled)
        from facedesk.insight.faces import faces_in_folder, faces_of_gallery
        from facedesk.insight.found_before import strongest_of
        from facedesk.insight.inside import Inside
        from facedesk.insight.strongest import find_strongest

        clock = TimeLeft()

        def step(words: str, done: int, total: int) -> None:
            if cancelled():
                raise TaskCancelled
            words = words.format(n=done, all=total)
            seconds = clock.seconds(done, total)
            left = "" if seconds is None else f" · {time_left_words(seconds)}"
            progress(done, total, words + left)

        def look(done: int, total: int) -> None:
            step(self.tr("Looking at {n} of {all} faces"), done, total)

        inside = Inside(models.encoder)
        if folder is None:
            faces = faces_of_gallery(gallery, models.encoder.id)
            return Looked(faces, inside, find_strongest(faces, inside, look))
        finding = self.tr("Looking for faces: {n} of {all} photos")
        faces = faces_in_folder(
            folder, models, paths.encodings, lambda *counts: step(finding, *counts)
        )
        clock = TimeLeft()
        return Looked(faces, inside, strongest_of(faces, inside, paths.insight, look))
