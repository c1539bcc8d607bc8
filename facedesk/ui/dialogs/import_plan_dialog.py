"""Shows what a file would bring, before anything is changed."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from facedesk.gallery.transfer.importing import ImportPlan, Standing
from facedesk.ui.dialogs.report_dialog import ReportDialog
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.people_model import day_text
from facedesk.ui.widgets.report_list import ReportList

_ORDER = (Standing.CLASH, Standing.NEW, Standing.SAME)


class ImportPlanDialog(ReportDialog):
    """Lists everyone in the file. Emits agreed when the user goes on."""

    agreed = Signal()

    def __init__(self, plan: ImportPlan, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("Importing", "Import people")
        listed = ReportList(
            QCoreApplication.translate("Importing", "People in the file"),
            [
                QCoreApplication.translate("Importing", "Person"),
                QCoreApplication.translate("Importing", "Enrolled"),
                QCoreApplication.translate("Importing", "Here"),
            ],
            [
                (person.name, day_text(person.enrolled_at), standing_text(standing))
                for standing in _ORDER
                for person in plan.of(standing)
            ],
        )
        super().__init__(title, plan_text(plan), [("", listed)], parent)
        brings = len(plan.of(Standing.SAME)) < len(plan.people)
        if brings:
            self.close_button.setText(self.tr("Cancel"))
            self.close_button.setProperty("kind", "plain")
            self.go_on = push_button(self.tr("Import"), kind="primary")
            if plan.clashes:
                self.go_on.setText(self.tr("Decide and import…"))
            self.go_on.setDefault(True)
            self.go_on.clicked.connect(self._agree)
            self.buttons.addWidget(self.go_on)
            self.go_on.setFocus()

    def _agree(self) -> None:
        self.accept()
        self.agreed.emit()


def standing_text(standing: Standing) -> str:
    """Return what somebody in the file is to the gallery."""
    return {
        Standing.NEW: QCoreApplication.translate("Importing", "New"),
        Standing.SAME: QCoreApplication.translate("Importing", "Here already, the same"),
        Standing.CLASH: QCoreApplication.translate("Importing", "Here with other pictures"),
    }[standing]


def plan_text(plan: ImportPlan) -> str:
    """Return what a file would bring, in one sentence."""
    if not plan.people:
        return QCoreApplication.translate("Importing", "There is nobody in this file.")
    return QCoreApplication.translate(
        "Importing", "New: {new}. Here with other pictures: {clash}. Here already: {same}."
    ).format(
        new=len(plan.of(Standing.NEW)),
        clash=len(plan.clashes),
        same=len(plan.of(Standing.SAME)),
    )
