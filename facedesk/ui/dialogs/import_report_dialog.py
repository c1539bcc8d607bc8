"""Says what became of an import: which photos were refused and why, and who looks like whom."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from facedesk.matching.likeness import LookAlikes
from facedesk.ui.dialogs.report_dialog import ReportDialog
from facedesk.ui.messages import error_text
from facedesk.ui.widgets.look_alike_list import look_alike_list
from facedesk.ui.widgets.report_list import ReportList

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.gallery.folder_import import ImportReport


class ImportReportDialog(ReportDialog):
    """Lists the refused photos, and the likenesses of those enrolled."""

    def __init__(
        self,
        report: "ImportReport",
        alike: Sequence[LookAlikes] = (),
        parent: QWidget | None = None,
    ) -> None:
        lists = []
        if report.refused:
            lists.append(("", _refused(report)))
        if alike:
            lists.append((_advice(), look_alike_list(alike)))
        title = QCoreApplication.translate("Import", "Import")
        super().__init__(title, report_text(report), lists, parent)


def _refused(report: "ImportReport") -> ReportList:
    return ReportList(
        QCoreApplication.translate("Import", "Refused photos"),
        [
            QCoreApplication.translate("Import", "Photo"),
            QCoreApplication.translate("Import", "Why it was refused"),
        ],
        [(r.file.name, error_text(r.error)) for r in report.refused],
    )


def _advice() -> str:
    return QCoreApplication.translate(
        "Import",
        "These look alike. Where two are one person, delete one of them and add the photo to "
        "the other as a look, under “Photos…”. Where they are not, all is well.",
    )


def report_text(report: "ImportReport") -> str:
    """Return what became of an import, in one sentence."""
    sentence = QCoreApplication.translate("Import", "{added}.").format(
        added=_people(len(report.added))
    )
    if report.refused:
        sentence = QCoreApplication.translate("Import", "{added}; {refused}.").format(
            added=_people(len(report.added)), refused=_photos(len(report.refused))
        )
    if report.already:
        sentence += " " + _already(report.already)
    if report.cancelled:
        sentence += " " + QCoreApplication.translate("Import", "The rest was not looked at.")
    return sentence


def _people(count: int) -> str:
    if count == 0:
        return QCoreApplication.translate("Import", "Nobody was enrolled")
    if count == 1:
        return QCoreApplication.translate("Import", "One person was enrolled")
    return QCoreApplication.translate("Import", "{count} people were enrolled").format(count=count)


def _already(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("Import", "One was enrolled already, with this photo.")
    return QCoreApplication.translate(
        "Import", "{count} were enrolled already, with these photos."
    ).format(count=count)


def _photos(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("Import", "one photo was refused")
    return QCoreApplication.translate("Import", "{count} photos were refused").format(count=count)
