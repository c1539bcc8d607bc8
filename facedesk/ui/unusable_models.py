"""Says once after the start why a model that was chosen is not the one in use."""

from PySide6.QtCore import QObject, QTimer

from facedesk.live.session import EngineState
from facedesk.ui.context import AppContext
from facedesk.ui.messages import Level, error_text

_LOOK_AGAIN_MS = 200


class UnusableModels(QObject):
    """Waits until the networks are loaded."""

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._timer = QTimer(self, interval=_LOOK_AGAIN_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin to wait."""
        self._timer.start()

    def stop(self) -> None:
        """Wait no longer."""
        self._timer.stop()

    def _look(self) -> None:
        session = self._context.session
        if session.engine.state is EngineState.LOADING and session.models is None:
            return
        self.stop()
        detail = self.tr("Until then, facedesk uses its own in its place.")
        for error in session.unusable:
            self._context.messages.show(Level.WARNING, error_text(error), detail)
