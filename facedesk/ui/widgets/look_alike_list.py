"""The list of people who look alike."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from facedesk.matching.likeness import LookAlikes
from facedesk.ui.widgets.report_list import ReportList


def look_alike_list(pairs: Sequence[LookAlikes]) -> ReportList:
    """Return a list of pairs with their scores, in this order."""
    return ReportList(
        QCoreApplication.translate("LookAlikes", "People who look alike"),
        [
            QCoreApplication.translate("LookAlikes", "Person"),
            QCoreApplication.translate("LookAlikes", "Looks like"),
            QCoreApplication.translate("LookAlikes", "Score"),
        ],
        [(pair.first_name, pair.second_name, f"{pair.score:.1f}") for pair in pairs],
    )
