"""Says once why some of what liveness is judged by is missing."""

from PySide6.QtCore import QObject, QTimer

from facedesk.ui.context import AppContext
from facedesk.ui.messages import Level, error_text

_LOOK_AGAIN_MS = 1000


class MissingLiveness(QObject):
    """Looks now and then: the networks are loaded when liveness is first wanted."""

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._told = False
        self._timer = QTimer(self, interval=_LOOK_AGAIN_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin to look, unless it was told."""
        if not self._told:
            self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _look(self) -> None:
        problems = self._context.session.liveness_problems
        if not problems:
            return
        self.stop()
        self._told = True
        detail = self.tr("Until then, liveness is judged by less; all else works.")
        for error in problems:
            self._context.messages.show(Level.WARNING, error_text(error), detail)
