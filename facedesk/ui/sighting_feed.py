"""Reads the sightings that are wanted, as far as they are looked at, and follows their changes."""

from PySide6.QtCore import QObject, QTimer, Signal

from facedesk.errors import FacedeskError, SharedGalleryAway
from facedesk.gallery.sightings.sighting import RecordedSighting, SightingFilter
from facedesk.ui.context import AppContext
from facedesk.ui.tasks import Cancelled, Progress, Task
from facedesk.ui.widgets.sightings_model import SightingsModel

_LOOK_AGAIN_MS = 1000
_PAGE = 200
_NEWEST = 1000  # so many are followed
_State = tuple[int, int]  # revisions of sightings and of people
_Read = tuple[_State, list[RecordedSighting]]


class SightingFeed(QObject):
    """Fills a model. Emits shown whenever it has something to show, or has learned of nothing."""

    shown = Signal()

    def __init__(self, context: AppContext, model: SightingsModel, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._sightings = context.gallery.sightings
        self._model = model
        self._wanted = SightingFilter()
        self._in_model: SightingFilter | None = None
        self._known: _State | None = None
        self._task: Task | None = None
        self._more: Task | None = None
        self._timer = QTimer(self, interval=_LOOK_AGAIN_MS)
        self._timer.timeout.connect(self._look)
        model.more_wanted.connect(self._read_more)

    @property
    def wanted(self) -> SightingFilter:
        """What is shown."""
        return self._wanted

    def want(self, wanted: SightingFilter) -> None:
        """Show other sightings."""
        self._wanted = wanted
        self.look_again()

    def start(self) -> None:
        """Look at once, and again every second."""
        self.look_again()
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look_again(self) -> None:
        """Read again all that is shown, whether it has changed or not."""
        self._known = None
        self._read(max(self._model.rowCount(), _PAGE))

    def _look(self) -> None:
        """Read the newest again: the older, the less is there to change."""
        if self._task not in self._context.tasks.running:
            self._read(min(max(self._model.rowCount(), _PAGE), _NEWEST))

    def _read(self, most: int) -> None:
        """Read the newest of what is wanted, if there is anything new."""
        wanted, known = self._wanted, self._known
        sightings, gallery = self._sightings, self._context.gallery

        def job(_progress: Progress, _cancelled: Cancelled) -> _Read | None:
            state = sightings.revision(), gallery.revision()
            return None if state == known else (state, sightings.page(wanted, None, most))

        def show(read: _Read | None) -> None:
            if wanted == self._wanted:
                self._show(read, most)

        title = self.tr("Reading the record")
        self._task = self._context.tasks.start(title, job, show, self._refuse)

    def _show(self, read: _Read | None, most: int) -> None:
        if read is not None:
            self._known, found = read
            complete = len(found) < most
            if self._wanted == self._in_model:
                self._model.update(found, complete)
            else:
                self._in_model = self._wanted
                self._model.show_sightings(found, complete, self._wanted.start is None)
        self.shown.emit()

    def _read_more(self) -> None:
        """Read what follows the last that is shown."""
        if self._more in self._context.tasks.running:
            return
        wanted, last, sightings = self._wanted, self._model.last, self._sightings

        def show(found: list[RecordedSighting]) -> None:
            if wanted == self._wanted and last == self._model.last:
                self._model.append(found, len(found) < _PAGE)

        title = self.tr("Reading the record")
        self._more = self._context.tasks.start(
            title, lambda *_: sightings.page(wanted, last, _PAGE), show, self._refuse
        )

    def _refuse(self, error: FacedeskError) -> None:
        """Say why the record can't be read: once, not every second."""
        if isinstance(error, SharedGalleryAway):
            return  # the window says so, and it will be back
        self._timer.stop()
        self._context.messages.show_error(error)
