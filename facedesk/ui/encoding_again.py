"""Encodes in the background what another encoder has encoded, until all can be recognised again."""

from PySide6.QtCore import QObject, QTimer

from facedesk.errors import FacedeskError, StorageError
from facedesk.ui.adding import ready_models
from facedesk.ui.context import AppContext
from facedesk.ui.messages import Level
from facedesk.ui.tasks import Cancelled, Progress, Task

_LOOK_AGAIN_MS = 10_000
_Seen = tuple[int, str]  # a revision of the gallery, and the encoder that was in use
_Found = tuple[_Seen, frozenset[int]]  # the ids of photos


class EncodingAgain(QObject):
    """Looks for such photos when facedesk starts, and whenever the gallery has changed."""

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._seen: _Seen | None = None
        self._left: frozenset[int] = frozenset()  # that can't be encoded
        self._task: Task | None = None
        self._timer = QTimer(self, interval=_LOOK_AGAIN_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Look at once, and from time to time."""
        self._look()
        self._timer.start()

    def stop(self) -> None:
        """Look no more; what is under way goes on until the tasks are stopped."""
        self._timer.stop()

    def _look(self) -> None:
        if self._task in self._context.tasks.running:
            return
        gallery, known = self._context.gallery, self._seen
        encoder_id = self._context.session.encoder_id

        def job(*_: object) -> _Found | None:
            seen = gallery.revision(), encoder_id
            return None if seen == known else (seen, frozenset(gallery.outdated(encoder_id)))

        title = self.tr("Reading the gallery")
        # What is wrong with the gallery, others say.
        self._task = self._context.tasks.start(title, job, self._take, lambda _: None)

    def _take(self, found: _Found | None) -> None:
        if found is None:
            return
        self._seen, outdated = found
        if outdated - self._left:
            self._encode()

    def _encode(self) -> None:
        gallery, session = self._context.gallery, self._context.session

        def job(progress: Progress, cancelled: Cancelled) -> tuple[bool, frozenset[int]]:
            models = ready_models(session, progress, cancelled)
            from facedesk.live.loading import encode_outdated

            def step(done: int, total: int) -> None:
                progress(done, total, self.tr("{n} of {all} photos").format(n=done, all=total))

            encode_outdated(gallery, models, cancelled, step)
            return cancelled(), frozenset(gallery.outdated(models.encoder.id))

        title = self.tr("Learning faces anew")
        self._task = self._context.tasks.start(title, job, self._tell, self._refuse)

    def _tell(self, ended: tuple[bool, frozenset[int]]) -> None:
        cancelled, self._left = ended
        if cancelled:
            self.stop()
            text = self.tr("Not everyone is recognised yet.")
            detail = self.tr("facedesk goes on with their photos when it starts again.")
            self._context.messages.show(Level.WARNING, text, detail)
        elif self._left:
            text = self.tr("Photos that can't be read any more: {n}.").format(n=len(self._left))
            detail = self.tr("Who is on them is not recognised. Replace these photos.")
            self._context.messages.show(Level.WARNING, text, detail)

    def _refuse(self, error: FacedeskError) -> None:
        """Try again later where the gallery is the reason; what else is wrong, Live says."""
        if not isinstance(error, StorageError):
            self.stop()
