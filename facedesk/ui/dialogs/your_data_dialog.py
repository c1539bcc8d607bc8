"""Tells the user in plain words what becomes of the data, with what is true at this moment."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from facedesk.gallery.protection.data_key import Method
from facedesk.gallery.protection.protecting import methods_of
from facedesk.live.record_rules import record_rules
from facedesk.ui.context import AppContext
from facedesk.ui.messages import error_text
from facedesk.ui.tasks import Cancelled, Progress
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.data_words import (
    Section,
    how_long,
    how_protected,
    what_is_kept,
    what_to_do,
    where_it_is,
)
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.scrolling import scrolling

_SIZE = (640, 560)
_State = tuple[int, frozenset[Method]]  # how many people, and what opens the gallery


class YourDataDialog(QDialog):
    """Reads how things are, and says so."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._closed = False
        self.setWindowTitle(self.tr("About your data"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.open_folder = push_button(self.tr("Open folder"), "folder")
        self.open_folder.clicked.connect(self._open_folder)
        self.close_button = push_button(self.tr("Close"), kind="primary")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(24, 24, 24, 8)
        self._column.setSpacing(6)
        self._lay_out()
        self._read()

    def done(self, result: int) -> None:
        """Close; what is under way is given up."""
        self._closed = True
        super().done(result)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(24, 8, 24, 24)
        buttons.addWidget(self.open_folder)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.area = scrolling(self._inside)
        self.area.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that keys scroll it
        self.area.setAccessibleName(self.windowTitle())
        whole.addWidget(self.area, 1)
        whole.addLayout(buttons)
        available = self.screen().availableSize()
        self.resize(min(_SIZE[0], available.width()), min(_SIZE[1], available.height()))

    def _read(self) -> None:
        gallery = self._context.gallery

        def job(_progress: Progress, _cancelled: Cancelled) -> _State:
            return gallery.count(), methods_of(gallery.database)

        title = self.tr("Reading the gallery")
        self._context.tasks.start(
            title, job, self._show, lambda error: self._add("", [error_text(error)])
        )

    def _show(self, state: _State) -> None:
        people, methods = state
        places, rules = self._context.paths, record_rules(self._context.settings)
        sections: list[Section] = [
            what_is_kept(people),
            where_it_is(str(self._context.gallery.database.path), places),
            how_protected(methods),
            how_long(rules),
            what_to_do(),
        ]
        for heading, paragraphs in sections:
            self._add(heading, paragraphs)

    def _add(self, heading: str, paragraphs: list[str]) -> None:
        if self._closed:
            return
        if heading:
            self._column.addWidget(text_label(heading, "heading"))
        for paragraph in paragraphs:
            label = text_label(paragraph)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._column.addWidget(label)
        self._column.addSpacing(12)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._context.paths.home)))
