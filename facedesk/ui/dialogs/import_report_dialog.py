"""Says what became of an import: which photos were refused, and why."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from facedesk.ui.messages import error_text
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.labels import text_label

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.gallery.folder_import import ImportReport

_ROW = 28


class ImportReportDialog(QDialog):
    """Lists the refused photos; the list can be copied."""

    def __init__(self, report: "ImportReport", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._lines = [(r.file.name, error_text(r.error)) for r in report.refused]
        self.heading = text_label(report_text(report), "heading")
        self.list = self._list()
        self.copy = push_button(self.tr("Copy list"))
        self.copy.clicked.connect(self._copy)
        close = push_button(self.tr("Close"), kind="primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(self.heading)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        self.resize(760, 420)

    def _list(self) -> QTreeWidget:
        refused = QTreeWidget()
        refused.setAccessibleName(self.tr("Refused photos"))
        refused.setHeaderLabels([self.tr("Photo"), self.tr("Why it was refused")])
        refused.setRootIsDecorated(False)
        refused.setUniformRowHeights(True)
        refused.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        refused.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        refused.header().resizeSection(0, 200)
        for name, reason in self._lines:
            item = QTreeWidgetItem([name, reason])
            item.setSizeHint(0, QSize(0, _ROW))
            item.setToolTip(0, name)
            item.setToolTip(1, reason)
            refused.addTopLevelItem(item)
        return refused

    def _copy(self) -> None:
        text = "\n".join(f"{name}\t{reason}" for name, reason in self._lines)
        QGuiApplication.clipboard().setText(text)


def report_text(report: "ImportReport") -> str:
    """Return what became of an import, in one sentence."""
    sentence = QCoreApplication.translate("Import", "{added}.").format(
        added=_people(len(report.added))
    )
    if report.refused:
        sentence = QCoreApplication.translate("Import", "{added}; {refused}.").format(
            added=_people(len(report.added)), refused=_photos(len(report.refused))
        )
    if report.cancelled:
        sentence += " " + QCoreApplication.translate("Import", "The rest was not looked at.")
    return sentence


def _people(count: int) -> str:
    if count == 0:
        return QCoreApplication.translate("Import", "Nobody was enrolled")
    if count == 1:
        return QCoreApplication.translate("Import", "One person was enrolled")
    return QCoreApplication.translate("Import", "{count} people were enrolled").format(count=count)


def _photos(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("Import", "one photo was refused")
    return QCoreApplication.translate("Import", "{count} photos were refused").format(count=count)
