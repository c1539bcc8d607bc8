"""What stands beside a face: whose it is, or where it comes from."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facedesk.ui.widgets.elided_label import ElidedLabel
from facedesk.ui.widgets.labels import text_label


class FaceCaption(QWidget):
    """A line that may be cut short, and a quieter text below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel()
        self.text = text_label("", "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addStretch(1)

    def show_texts(self, title: str, text: str) -> None:
        """Say this."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.text.setText(text)
