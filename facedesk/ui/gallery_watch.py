"""Knows who is enrolled, also when another window or command changes that."""

from PySide6.QtCore import QObject, QTimer, Signal

from facedesk.errors import FacedeskError, SharedGalleryAway
from facedesk.ui.context import AppContext
from facedesk.ui.ordered_people import OrderedPeople, in_order
from facedesk.ui.tasks import Cancelled, Progress, Task

_LOOK_AGAIN_MS = 1000
_Everyone = tuple[int, OrderedPeople]  # of a revision of the gallery


class GalleryWatch(QObject):
    """Emits changed with everyone, as OrderedPeople, for each new revision of the gallery.

    Emits looked with the revision after each look, whether there was anything new or not.
    """

    changed = Signal(object)
    looked = Signal(int)

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._revision: int | None = None
        self._task: Task | None = None
        self._too_early = False
        self._timer = QTimer(self, interval=_LOOK_AGAIN_MS)
        self._timer.timeout.connect(self._look_again)

    def start(self) -> None:
        """Look at once, and again every second."""
        self._look_again()
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Look at once, for something has changed that a look under way may have missed."""
        self._too_early = self._looking()
        if not self._too_early:
            self._look()

    def _looking(self) -> bool:
        return self._task in self._context.tasks.running

    def _look_again(self) -> None:
        if not self._looking():
            self._look()

    def _look(self) -> None:
        gallery, known = self._context.gallery, self._revision

        def job(_progress: Progress, _cancelled: Cancelled) -> _Everyone | None:
            revision = gallery.revision()
            return None if revision == known else (revision, in_order(gallery.people()))

        title = self.tr("Reading the gallery")
        self._task = self._context.tasks.start(title, job, self._tell, self._refuse)

    def _tell(self, read: _Everyone | None) -> None:
        if self._too_early:
            self.look()
            return
        if read is not None:
            self._revision, people = read
            self.changed.emit(people)
        self.looked.emit(self._revision)

    def _refuse(self, error: FacedeskError) -> None:
        """Say why the gallery can't be read: once, not every second."""
        if isinstance(error, SharedGalleryAway):
            return  # the window says so, and it will be back
        self._timer.stop()
        self._context.messages.show_error(error)
