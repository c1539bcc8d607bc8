"""Step two of enrolling: the picture that will be kept, and the name that goes with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facedesk.ui.widgets.announce import announce
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.face_crop import face_image
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.likeness_note import LikenessNote
from facedesk.ui.widgets.name_field import NameField
from facedesk.ui.widgets.rounded_picture import RoundedPicture
from facedesk.vision.shot import Shot

_PICTURE = 200


class EnrolNaming(QWidget):
    """Emits save_wanted with the name as typed.

    likeness: says so when the face looks like somebody enrolled, whose look it may be.
    """

    save_wanted = Signal(str)
    retake_wanted = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = RoundedPicture(_PICTURE, 16)
        self.picture.setAccessibleName(self.tr("The photo that will be kept"))
        self.retake = push_button(self.tr("Retake"), "camera")
        self.name = NameField()
        label = QLabel(self.tr("Name"))
        label.setBuddy(self.name)
        self.problem = text_label("", "error")
        self.likeness = LikenessNote()
        self.save = push_button(self.tr("Save"), kind="primary")
        self.cancel = push_button(self.tr("Cancel"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.cancel, 1)
        buttons.addWidget(self.save, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.retake, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(6)
        column.addWidget(label)
        column.addWidget(self.name)
        column.addWidget(self.problem)
        column.addWidget(self.likeness)
        column.addStretch(1)
        column.addLayout(buttons)
        self.name.textEdited.connect(lambda: self.show_problem(""))
        self.name.returnPressed.connect(self.save.click)
        self.save.clicked.connect(lambda: self.save_wanted.emit(self.name.text()))
        self.retake.clicked.connect(self.retake_wanted)
        self.cancel.clicked.connect(self.cancelled)

    def begin(self, shot: Shot) -> None:
        """Show the picture and wait for a name; one typed before stays."""
        face = face_image(shot.image, shot.detection.landmarks, self.picture.pixels)
        self.picture.show_image(face)
        self.likeness.show_match(None)
        self.show_problem("")
        self.show_saving(False)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.select_name()

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the name, or why it could not be saved."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.name.setAccessibleDescription(sentence)
        self.name.show_wrong(bool(sentence))
        announce(self.name, sentence)

    def show_saving(self, saving: bool) -> None:
        """Show that the person is being enrolled."""
        self.save.setText(self.tr("Saving…") if saving else self.tr("Save"))
        for control in (self.save, self.retake, self.cancel, self.name, self.likeness):
            control.setEnabled(not saving)
