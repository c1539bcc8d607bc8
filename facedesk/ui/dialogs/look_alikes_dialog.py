"""Lists everyone who is too much like somebody else to be told apart."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from facedesk.matching.likeness import LookAlikes
from facedesk.ui.dialogs.report_dialog import ReportDialog
from facedesk.ui.widgets.look_alike_list import look_alike_list


class LookAlikesDialog(ReportDialog):
    """Shows these pairs, in this order."""

    def __init__(self, pairs: Sequence[LookAlikes], parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("LookAlikes", "People who look alike")
        super().__init__(title, title, [("", look_alike_list(pairs))], parent)
