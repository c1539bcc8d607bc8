"""One of the pictures kept of a person, with a button to let go of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from facedesk.gallery.avatar import Avatar
from facedesk.gallery.photo import PersonPhoto
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.people_model import day_text
from facedesk.ui.widgets.rounded_picture import RoundedPicture

TILE = 112


class PhotoTile(QWidget):
    """Shows the face and the day it was added; emits remove_wanted with the picture."""

    remove_wanted = Signal(object)

    def __init__(
        self,
        photo: PersonPhoto | Avatar,
        face: QImage,
        name: str,
        remove: str,
        parent: QWidget | None = None,
    ) -> None:
        """name: what screen readers call the picture. remove: the button's text."""
        super().__init__(parent)
        self.setAccessibleName(name)
        picture = RoundedPicture(TILE, 12)
        picture.show_image(face)
        picture.setAccessibleName(name)
        day = QLabel(day_text(photo.added_at))
        day.setProperty("role", "secondary")
        self.remove = push_button(remove)
        self.remove.setFixedWidth(TILE)
        self.remove.setAccessibleName(f"{remove}: {name}")
        self.remove.clicked.connect(lambda: self.remove_wanted.emit(photo))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(picture)
        column.addWidget(day, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.remove)
