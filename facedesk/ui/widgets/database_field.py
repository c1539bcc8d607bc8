"""Shows which database the gallery is in, and lets another be chosen."""

import os

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facedesk.database_address import VARIABLE, address_in_use
from facedesk.errors import DatabaseAddressWrong
from facedesk.ui.dialogs.database_dialog import DatabaseDialog
from facedesk.ui.tasks import TaskRunner
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.elided_label import ElidedLabel

_WIDTH = 200


class DatabaseField(QWidget):
    """Emits changed with another address. The password in it is never shown."""

    changed = Signal(str)

    def __init__(self, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._address = ""
        self.place = ElidedLabel()
        self.place.setFixedWidth(_WIDTH)
        self.place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.change = push_button(self.tr("Change…"))
        self.change.clicked.connect(self._ask)
        self.setFocusProxy(self.change)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.place)
        row.addWidget(self.change)

    def show_address(self, address: str) -> None:
        """Show where the gallery is, or will be at the next start. address: "" or a whole one."""
        self._address = address
        self.place.setText(self._words())
        self.change.setAccessibleName(f"{self.change.text()} {self.place.text()}")
        self.change.setEnabled(VARIABLE not in os.environ)

    def _words(self) -> str:
        try:
            used = address_in_use(self._address)
        except DatabaseAddressWrong:
            used = None
        if used is None:
            return self.tr("This computer")
        if VARIABLE in os.environ:
            return self.tr("{database}, as {variable} says").format(
                database=used, variable=VARIABLE
            )
        return str(used)

    def _ask(self) -> None:
        dialog = DatabaseDialog(self._tasks, self._address, self)
        dialog.chosen.connect(self._take)
        dialog.open()

    def _take(self, address: str) -> None:
        if address != self._address:
            self.show_address(address)
            self.changed.emit(address)
