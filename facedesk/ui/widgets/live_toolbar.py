"""The bar above the live picture."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from facedesk.ui.widgets.buttons import push_button, toggle_button
from facedesk.ui.widgets.camera_list import CameraList
from facedesk.ui.widgets.source_actions import SourceActions
from facedesk.ui.widgets.source_picker import SourcePicker


class LiveToolbar(QWidget):
    """What to look at, whether as in a mirror, who is in view, and the button that enrols."""

    def __init__(
        self, cameras: CameraList, sources: SourceActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.picker = SourcePicker(cameras, sources)
        self.mirror = toggle_button("mdi6.flip-horizontal", self.tr("Mirror the picture"))
        self.in_view = toggle_button("people", self.tr("Show who is in view"))
        self.enrol = push_button(self.tr("Enrol a person"), "enrol", "primary")
        self.enrol.setShortcut("Ctrl+E")
        self.enrol.setToolTip(self.tr("Enrol a person (Ctrl+E)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.picker)
        row.addWidget(self.mirror)
        row.addStretch(1)
        row.addWidget(self.in_view)
        row.addWidget(self.enrol)
