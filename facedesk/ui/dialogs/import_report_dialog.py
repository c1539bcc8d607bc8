"""Says what became of an import: which photos were refused and why, and who looks like whom."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from facedesk.matching.likeness import LookAlikes
from facedesk.ui.messages import error_text
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.look_alike_list import look_alike_list
from facedesk.ui.widgets.report_list import ReportList

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.gallery.folder_import import ImportReport


class ImportReportDialog(QDialog):
    """Lists the refused photos, and likenesses of those enrolled; the lists can be copied."""

    def __init__(
        self,
        report: "ImportReport",
        alike: Sequence[LookAlikes] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.heading = text_label(report_text(report), "heading")
        self.refused = self._refused(report)
        self.alike = look_alike_list(alike)
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
        if report.refused:
            column.addWidget(self.refused, 1)
        if alike:
            column.addWidget(text_label(self._advice()))
            column.addWidget(self.alike, 1)
        column.addLayout(buttons)
        self.resize(760, 420)

    def _refused(self, report: "ImportReport") -> ReportList:
        return ReportList(
            self.tr("Refused photos"),
            [self.tr("Photo"), self.tr("Why it was refused")],
            [(r.file.name, error_text(r.error)) for r in report.refused],
        )

    def _advice(self) -> str:
        return self.tr(
            "These look alike. Where two are one person, delete one of them and add the photo to "
            "the other as a look, under “Photos…”. Where they are not, all is well."
        )

    def _copy(self) -> None:
        lists = (self.refused.text, self.alike.text)
        QGuiApplication.clipboard().setText("\n\n".join(text for text in lists if text))


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
