"""A list of what became of things, in columns; for reading and copying."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

_ROW = 28
_COLUMN = 200


class ReportList(QTreeWidget):
    """Shows lines of words; text: the same with tabs between the words."""

    def __init__(
        self,
        name: str,
        headers: Sequence[str],
        lines: Sequence[Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        """name: what screen readers call it."""
        super().__init__(parent)
        self.text = "\n".join("\t".join(words) for words in lines)
        self.setAccessibleName(name)
        self.setHeaderLabels(list(headers))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column in range(len(headers) - 1):
            self.header().resizeSection(column, _COLUMN)
        for words in lines:
            item = QTreeWidgetItem(list(words))
            item.setSizeHint(0, QSize(0, _ROW))
            for column, word in enumerate(words):
                item.setToolTip(column, word)
            self.addTopLevelItem(item)
