"""The line below the picture: what the source is doing, and what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from facedesk.capture.capture_status import CaptureState, CaptureStatus
from facedesk.live.session import EngineState, EngineStatus
from facedesk.ui.widgets.announce import announce
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.icon_mark import IconMark
from facedesk.ui.widgets.source_words import status_words

_Role = QPalette.ColorRole
_MARKS = {
    CaptureState.OPENING: ("mdi6.timer-sand", _Role.WindowText),
    CaptureState.RUNNING: ("mdi6.record-circle-outline", _Role.Accent),
    CaptureState.ENDED: ("mdi6.stop-circle-outline", _Role.WindowText),
    CaptureState.STOPPED: ("mdi6.stop-circle-outline", _Role.WindowText),
}
_TROUBLE = ("warning", _Role.BrightText)
_AWAITED = frozenset({CaptureState.OPENING, CaptureState.LOST})


class StatusLine(QWidget):
    """Emits again_wanted when a video that has ended is to be played once more.

    Emits stop_wanted when a source is not to be waited for any longer.
    """

    again_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said: tuple[CaptureState, EngineState] | None = None
        self.mark = IconMark()
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)  # nothing of an error may be cut off
        self.again = push_button(self.tr("Play again"), "mdi6.replay")
        self.again.clicked.connect(self.again_wanted)
        self.stop = push_button(self.tr("Cancel"), "close")
        self.stop.clicked.connect(self.stop_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.mark)
        row.addWidget(self.words, 1)
        row.addWidget(self.again)
        row.addWidget(self.stop)
        self.setMinimumHeight(self.again.sizeHint().height())  # so that the picture stays put

    def show_status(self, status: CaptureStatus, engine: EngineStatus, count: int) -> None:
        """Say it. count: of the faces in view."""
        words = status_words(status, engine, count)
        if words != self.words.text():
            self.words.setText(words)
        trouble = status.error or engine.error
        self.mark.show_icon(*(_TROUBLE if trouble else _MARKS[status.state]))
        self.again.setVisible(status.state is CaptureState.ENDED)
        self.stop.setVisible(status.state in _AWAITED)
        if (status.state, engine.state) != self._said:  # not each time that someone comes or goes
            self._said = (status.state, engine.state)
            announce(self.words, words)
