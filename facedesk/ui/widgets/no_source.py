"""What is shown instead of a picture: why there is none, and what can be opened."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from facedesk.capture.source import camera_source
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.camera_list import CameraList
from facedesk.ui.widgets.icon_mark import IconMark
from facedesk.ui.widgets.source_actions import SourceActions


class NoSource(QWidget):
    """Emits chosen with the Source of a camera, and again_wanted; the rest are actions."""

    chosen = Signal(object)
    again_wanted = Signal()

    def __init__(
        self, cameras: CameraList, sources: SourceActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._cameras = cameras
        self._failure = ""
        self.heading = _line("heading")
        self.sentence = _line("secondary")
        self.first = push_button("", kind="primary")
        self._lay_out(sources)
        self.setMinimumWidth(1)  # hidden in its stack, it must not keep the window wide
        self.first.clicked.connect(self._do_first)
        cameras.updated.connect(self._show)
        self._show()

    def show_failure(self, words: str) -> None:
        """Say why the source gives no picture; empty: none was chosen."""
        if words != self._failure:
            self._failure = words
            self._show()

    def _lay_out(self, sources: SourceActions) -> None:
        mark = IconMark(64)
        mark.show_icon("mdi6.video-off-outline", QPalette.ColorRole.PlaceholderText)
        others = QHBoxLayout()
        others.setSpacing(8)
        others.addStretch(1)
        others.addWidget(_button(sources.open_file, "mdi6.movie-open-outline"))
        others.addWidget(_button(sources.open_folder, "folder"))
        others.addWidget(_button(sources.open_address, "mdi6.web"))
        others.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(mark, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.heading)
        column.addWidget(self.sentence)
        column.addSpacing(16)
        column.addWidget(self.first, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        column.addLayout(others)
        column.addStretch(3)

    def _show(self) -> None:
        heading, sentence, first = self._texts()
        self.heading.setText(heading)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.first.setText(first)

    def _texts(self) -> tuple[str, str, str]:
        """Return heading, sentence and the text of the first button."""
        if self._failure:
            return self.tr("No picture"), self._failure, self.tr("Try again")
        if not self._cameras.looked:
            return self.tr("Looking for cameras…"), "", self.tr("Look for cameras again")
        if not self._cameras.cameras:
            sentence = self.tr("Connect one, or open something else.")
            return self.tr("No camera was found"), sentence, self.tr("Look for cameras again")
        sentence = self.tr("Choose a camera, or open a video, a picture or an address.")
        use = self.tr("Use {camera}").format(camera=self._cameras.cameras[0].name)
        return self.tr("Nothing is open"), sentence, use

    def _do_first(self) -> None:
        if self._failure:
            self.again_wanted.emit()
        elif self._cameras.cameras:
            self.chosen.emit(camera_source(self._cameras.cameras[0]))
        else:
            self._cameras.refresh()


def _line(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    return label


def _button(action: QAction, icon: str) -> QPushButton:
    button = push_button(action.text(), icon)
    button.clicked.connect(action.trigger)
    return button
