"""What facedesk is, what it is not, and where its data lies."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facedesk import __version__
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.elided_label import ElidedLabel
from facedesk.ui.widgets.labels import text_label


class About(QFrame):
    """A card with the limits in plain words, the version and the data folder."""

    def __init__(self, home: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._home = home
        self.open_folder = push_button(self.tr("Open folder"), "folder")
        self.open_folder.clicked.connect(self._open_folder)
        self.your_data = push_button(self.tr("About your data…"), "info")
        self.measure_speed = push_button(self.tr("Measure speed…"), "mdi6.speedometer")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for text in self._limits():
            column.addWidget(text_label(text))
        column.addSpacing(8)
        column.addWidget(self.your_data, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        column.addLayout(self._version())

    def _limits(self) -> tuple[str, ...]:
        return (
            self.tr("facedesk is not a security device: a good photo of you can fool it."),
            self.tr(
                "It is weaker on children, on close relatives, and on groups of people of whom "
                "its encoder saw fewer in training: it mistakes them for each other more often."
            ),
            self.tr(
                "A name is a guess with a known share of mistakes, never a proof. Don't let "
                "anything that matters to somebody depend on it alone."
            ),
        )

    def _version(self) -> QHBoxLayout:
        folder = ElidedLabel(self)
        folder.setText(self.tr("Data folder: {path}").format(path=self._home))
        folder.setProperty("role", "secondary")
        version = self.tr("facedesk {version}").format(version=__version__)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(text_label(version, "secondary"))
        line.addWidget(folder, 1)
        line.addWidget(self.measure_speed)
        line.addWidget(self.open_folder)
        return line

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._home)))
