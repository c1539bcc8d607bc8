"""What the dialogs about one face have in common: the face, beside the question."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facedesk.ui.dialogs.saving_dialog import SavingDialog
from facedesk.ui.tasks import TaskRunner
from facedesk.ui.widgets.buttons import Kind
from facedesk.ui.widgets.rounded_picture import RoundedPicture

FACE = 144


class FaceDialog(SavingDialog):
    """Shows a face beside what it asks."""

    def __init__(
        self,
        tasks: TaskRunner,
        heading: str,
        action: str,
        parent: QWidget | None = None,
        kind: Kind = "primary",
    ) -> None:
        super().__init__(tasks, heading, action, parent, kind)
        self.face = RoundedPicture(FACE, 16)
        self.upper.insertWidget(0, self.face, 0, Qt.AlignmentFlag.AlignTop)
