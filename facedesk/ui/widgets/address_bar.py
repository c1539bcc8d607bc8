"""Asks for the address of a network camera, in one line below the toolbar."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

from facedesk.ui.widgets.buttons import push_button


class AddressBar(QFrame):
    """Emits entered with the text; Escape closes it."""

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.address = QLineEdit()
        self.address.setPlaceholderText("rtsp://192.168.1.20:554/stream")
        self.address.setClearButtonEnabled(True)
        self.address.setAccessibleName(self.tr("Address of the camera or video"))
        label = QLabel(self.tr("Address"))
        label.setBuddy(self.address)
        self.open_button = push_button(self.tr("Open"), kind="primary")
        self.open_button.setEnabled(False)
        close = push_button(self.tr("Cancel"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(self.address, 1)
        row.addWidget(self.open_button)
        row.addWidget(close)
        self.address.textChanged.connect(self._allow_opening)
        self.address.returnPressed.connect(self.open_button.click)
        self.open_button.clicked.connect(self._enter)
        close.clicked.connect(self.hide)
        self.hide()

    def ask(self) -> None:
        """Show the bar, ready to type."""
        self.show()
        self.address.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.address.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _allow_opening(self, text: str) -> None:
        self.open_button.setEnabled(bool(text.strip()))

    def _enter(self) -> None:
        self.hide()
        self.entered.emit(self.address.text().strip())
