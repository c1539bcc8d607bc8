"""What can be done with the chosen sightings."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from facedesk.gallery.sightings.sighting import RecordedSighting
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.elided_label import ElidedLabel
from facedesk.ui.widgets.sighting_words import who_text


class SightingBar(QFrame):
    """Shows who is chosen and a button for each action; nothing while nothing is chosen."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName(self.tr("Chosen sightings"))
        self.name = ElidedLabel()
        self.name.setProperty("role", "heading")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        self._actions = tuple(actions)
        self.buttons = [push_button(action.text(), action.data()) for action in actions]
        for button, action in zip(self.buttons, actions, strict=True):
            row.addWidget(button)
            button.clicked.connect(action.trigger)
        self.hide()

    def show_chosen(self, chosen: Sequence[RecordedSighting]) -> None:
        """Show these; the actions must know of them already."""
        text = self.tr("{n} sightings").format(n=len(chosen))
        self.name.setText(who_text(chosen[0]) if len(chosen) == 1 else text)
        for button, action in zip(self.buttons, self._actions, strict=True):
            _follow(button, action)
        self.setVisible(bool(chosen))


def _follow(button: QPushButton, action: QAction) -> None:
    button.setText(action.text())
    button.setAccessibleName(action.text().replace("&&", "&"))
    button.setEnabled(action.isEnabled())
    button.setVisible(action.isVisible())
