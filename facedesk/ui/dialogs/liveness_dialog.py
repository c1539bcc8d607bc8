"""Whether a face of the live picture is alive, and what says so, as it changes."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from facedesk.live.view import LiveView, SeenFace
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.elided_label import ElidedLabel
from facedesk.ui.widgets.face_words import face_title
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.liveness_card import LivenessCard
from facedesk.ui.widgets.liveness_words import ADVICE

_WIDTH = 460


class LivenessDialog(QDialog):
    """Follows one face. Use open(), which does not block, and tell it what is seen."""

    def __init__(self, face: SeenFace, view: LiveView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._track = (view.frame.scene, face.track_id)
        self.setWindowTitle(self.tr("A person, or a picture of one?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.heading = ElidedLabel()
        self.heading.setProperty("role", "heading")
        self.card = LivenessCard()
        self.gone = text_label(self.tr("The face is gone. This is what was seen last."), "")
        self.advice = text_label(QCoreApplication.translate("Liveness", ADVICE), "secondary")
        self.closing = push_button(self.tr("Close"), kind="primary")
        self.closing.setDefault(True)
        self.closing.clicked.connect(self.accept)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self.closing)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        for widget in (self.heading, self.card, self.gone, self.advice):
            column.addWidget(widget)
        column.addStretch(1)
        column.addLayout(below)
        self.setFixedWidth(_WIDTH)
        self.gone.hide()
        self._show(face)

    def observe(self, view: LiveView | None) -> None:
        """Take the newest view into account."""
        faces = view.faces if view else ()
        for face in faces:
            if (view.frame.scene, face.track_id) == self._track and face.liveness is not None:
                self._show(face)
                return
        self.gone.show()

    def _show(self, face: SeenFace) -> None:
        self.gone.hide()
        self.heading.setText(face_title(face) or self.tr("Someone"))
        self.card.show_answer(face.liveness)
