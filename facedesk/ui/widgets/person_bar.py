"""The chosen person, and what can be done with them."""

from collections.abc import Sequence

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from facedesk.gallery.person import Person
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.elided_label import ElidedLabel
from facedesk.ui.widgets.people_model import photos_text

_NARROW = 820  # below this width the buttons keep to icons, so that there is room for the name


class PersonBar(QFrame):
    """Shows a name and a button for each action; nothing while nobody is chosen."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName(self.tr("Chosen person"))
        self.name = ElidedLabel()
        self.name.setProperty("role", "heading")
        self.photos = ElidedLabel()
        self.photos.setProperty("role", "secondary")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.name)
        texts.addWidget(self.photos)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        row.addLayout(texts, 1)
        self._actions = tuple(actions)
        self.buttons = [_button(action) for action in actions]
        for button in self.buttons:
            row.addWidget(button)
        self.hide()

    def show_person(self, person: Person | None) -> None:
        """Show this person; None hides the bar."""
        self.name.setText(person.name if person else "")
        self.photos.setText(photos_text(person) if person else "")
        self.setVisible(person is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for button, action in zip(self.buttons, self._actions, strict=True):
            button.setText("" if self.width() < _NARROW else action.text())


def _button(action: QAction) -> QPushButton:
    button = push_button(action.text(), action.data())
    button.setAccessibleName(action.text())
    button.setToolTip(action.text())
    button.clicked.connect(action.trigger)
    return button
