"""The messages, at the top of the content."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from facedesk.ui import icons
from facedesk.ui.messages import Level, Message, Messages
from facedesk.ui.widgets.announce import announce
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.icon_mark import IconMark
from facedesk.ui.widgets.labels import Role, text_label

_MOST = 3
_ROLES = {
    Level.INFO: QPalette.ColorRole.Accent,
    Level.ERROR: QPalette.ColorRole.BrightText,
}
_READING_MS = 6000  # good news goes by itself; bad news stays until it is dismissed
_DECIDING_MS = 15000  # there is time to make up one's mind


class MessageBar(QWidget):
    """Shows the newest few messages; nothing while there is none."""

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(24, 16, 24, 0)
        self._rows.setSpacing(8)
        self.hide()
        messages.posted.connect(self._add)

    @property
    def shown(self) -> tuple[Message, ...]:
        """The messages shown, the newest first."""
        return tuple(row.message for row in self._all())

    def _all(self) -> list["MessageRow"]:
        return [self._rows.itemAt(i).widget() for i in range(self._rows.count())]

    def _add(self, message: Message) -> None:
        for row in self._all():
            if row.message == message:
                self._remove(row)
        for row in self._all()[_MOST - 1 :]:
            self._remove(row)
        row = MessageRow(message)
        row.dismissed.clicked.connect(lambda: self._remove(row))
        if row.action is not None:
            row.action.clicked.connect(lambda: self._act(row))
        self._rows.insertWidget(0, row)
        if message.level in (Level.INFO, Level.SUCCESS):
            shown_ms = _DECIDING_MS if message.action else _READING_MS
            timer = QTimer(row, singleShot=True, interval=shown_ms)
            timer.timeout.connect(lambda: self._remove(row))
            timer.start()
        self._give_key()
        self.show()
        announce(row, row.accessibleName())

    def _act(self, row: "MessageRow") -> None:
        self._remove(row)
        row.message.action.do()

    def _remove(self, row: "MessageRow") -> None:
        self._rows.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._give_key()
        self.setVisible(self._rows.count() > 0)

    def _give_key(self) -> None:
        """Let Ctrl+Z do what the newest message offers; one key can't do two things."""
        buttons = [row.action for row in self._all() if row.action is not None]
        for number, button in enumerate(buttons):
            key = QKeySequence(QKeySequence.StandardKey.Undo) if number == 0 else QKeySequence()
            button.setShortcut(key)
            button.setToolTip(key.toString(QKeySequence.SequenceFormat.NativeText))


class MessageRow(QFrame):
    """One message with its icon, what it offers to do, and a button to dismiss it."""

    def __init__(self, message: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message = message
        self.setObjectName("message")
        self.setProperty("level", message.level.value)
        self.setAccessibleName(" ".join((self._level_word(), message.text, message.detail)).strip())
        mark = IconMark(20)
        mark.show_icon(message.level.value, _ROLES.get(message.level, QPalette.ColorRole.Text))
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(_text(message.text))
        if message.detail:
            texts.addWidget(_text(message.detail, "secondary"))
        self.action = self._action_button()
        self.dismissed = QToolButton()
        self.dismissed.setIcon(icons.icon("close"))
        self.dismissed.setAccessibleName(self.tr("Dismiss"))
        self.dismissed.setToolTip(self.tr("Dismiss"))
        self.dismissed.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(mark)
        row.addLayout(texts, 1)
        if self.action is not None:
            row.addWidget(self.action)
        row.addWidget(self.dismissed)

    def _action_button(self) -> QPushButton | None:
        action = self.message.action
        if action is None:
            return None
        button = push_button(action.label)
        button.setAccessibleDescription(self.message.text)
        return button

    def _level_word(self) -> str:
        words = {
            Level.WARNING: self.tr("Warning:"),
            Level.ERROR: self.tr("Problem:"),
        }
        return words.get(self.message.level, "")


def _text(text: str, role: Role = "") -> QLabel:
    label = text_label(text, role)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
