"""Makes the map of the gallery, as a task, whenever it may have changed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facedesk.errors import FacedeskError
from facedesk.ui.adding import ready_models
from facedesk.ui.context import AppContext
from facedesk.ui.tasks import Cancelled, Progress, Task, TaskCancelled

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.insight.gallery_map import GalleryMap


class MappingPeople(QObject):
    """Emits mapped with a GalleryMap, or with None when nobody is enrolled; or failed.

    encoder_id: of what the newest map is made of.
    """

    mapped = Signal(object)
    failed = Signal(FacedeskError)

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.encoder_id = ""
        self._made_of: tuple[object, ...] | None = None
        self._task: Task | None = None

    def look(self, revision: int) -> None:
        """Make it again if the gallery, or what decides who is too close, has changed since."""
        session = self._context.session
        now = (revision, session.fpir, session.knowledge)
        if now != self._made_of:
            self.stop()
            self._made_of = now
            self._start()

    def stop(self) -> None:
        """Give up what is under way."""
        if self._task in self._context.tasks.running:
            self._task.cancel()
            self._made_of = None

    def _start(self) -> None:
        session, gallery = self._context.session, self._context.gallery

        def job(progress: Progress, cancelled: Cancelled) -> "tuple[str, GalleryMap | None]":
            models = ready_models(session, progress, cancelled)
            from facedesk.insight.gallery_map import gallery_map

            def step(done: int, total: int) -> None:
                if cancelled():
                    raise TaskCancelled
                progress(done, total, "")

            enrolled = gallery.templates(models.encoder.id)
            if not enrolled.people:
                return models.encoder.id, None
            knowledge, fpir = session.knowledge, session.fpir
            recognition = knowledge.recognition_of(enrolled, fpir)
            return models.encoder.id, gallery_map(enrolled, recognition, step, cancelled)

        def take(result: "tuple[str, GalleryMap | None]") -> None:
            if task is self._task:
                self.encoder_id, made = result
                self.mapped.emit(made)

        title = self.tr("Drawing the map")
        task = self._task = self._context.tasks.start(title, job, take, self._fail)

    def _fail(self, error: FacedeskError) -> None:
        self._made_of = None
        self.failed.emit(error)
