"""A small table of figures: all of it is seen, and can be copied."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from facedesk.ui.widgets.findings import Table

_ROW = 30
_AIR = 32


class FiguresTable(QTreeWidget):
    """Shows a table as high as its rows; Ctrl+C copies it."""

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.setAccessibleName(table.name)
        self.setHeaderLabels(list(table.headings))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setSectionsMovable(False)
        self.header().setStretchLastSection(True)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for words in table.rows:
            item = QTreeWidgetItem(list(words))
            width = self.fontMetrics().horizontalAdvance(words[0]) + _AIR
            item.setSizeHint(0, QSize(width, _ROW))
            self.addTopLevelItem(item)
        bar = self.horizontalScrollBar().sizeHint().height()
        rows = self.header().sizeHint().height() + _ROW * len(table.rows)
        self.setFixedHeight(rows + bar + 4)

    def copy(self) -> None:
        """Put the table on the clipboard."""
        QGuiApplication.clipboard().setText(self._table.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)
