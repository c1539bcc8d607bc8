"""What can be done with the chosen sightings."""

from collections.abc import Sequence

from PySide6.QtGui import QAction, QResizeEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from facedesk.gallery.sightings.sighting import RecordedSighting
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.elided_label import ElidedLabel
from facedesk.ui.widgets.sighting_words import who_text

_NARROW = 760  # below this width the buttons keep to icons, so that there is room for the name


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
        self._follow()
        self.setVisible(bool(chosen))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow()

    def _follow(self) -> None:
        for button, action in zip(self.buttons, self._actions, strict=True):
            _follow(button, action, with_text=self.width() >= _NARROW)


def _follow(button: QPushButton, action: QAction, with_text: bool) -> None:
    name = action.text().replace("&&", "&")
    button.setText(action.text() if with_text else "")
    button.setAccessibleName(name)
    button.setToolTip(Qt.convertFromPlainText(name))
    button.setEnabled(action.isEnabled())
    button.setVisible(action.isVisible())
