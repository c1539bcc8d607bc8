"""Asks what is to be done about people who are here with other pictures, one after the other."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from facedesk.gallery.store import Gallery
from facedesk.gallery.transfer.importing import Incoming, OnClash
from facedesk.ui.dialogs.question_dialog import QuestionDialog
from facedesk.ui.tasks import Cancelled, Progress, TaskRunner
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.face_crop import face_crop
from facedesk.ui.widgets.labels import shortened, text_label
from facedesk.ui.widgets.people_model import enrolled_text
from facedesk.ui.widgets.rounded_picture import RoundedPicture

_FACE = 144


class ClashDialog(QuestionDialog):
    """Emits decided with what is chosen, by name, once everything is; closing gives it all up."""

    decided = Signal(object)

    def __init__(
        self,
        tasks: TaskRunner,
        gallery: Gallery,
        clashes: Sequence[Incoming],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(" ", " ", self.tr("Keep yours"), parent)
        self.setWindowTitle(self.tr("Import people"))
        self._tasks = tasks
        self._gallery = gallery
        self._clashes = clashes
        self._at = 0
        self._closed = False
        self._chosen: dict[str, OnClash] = {}
        self.mine = _Side(self.tr("Yours"))
        self.theirs = _Side(self.tr("In the file"))
        self.for_all = QCheckBox("")
        self.both = push_button(self.tr("Keep both"))
        self.replace = push_button(self.tr("Take theirs"))
        self.both.setToolTip(self.tr("Theirs gets a number behind the name"))
        self.replace.setToolTip(self.tr("Your pictures of this person are deleted"))
        self.cancel.setText(self.tr("Cancel the import"))
        sides = QHBoxLayout()
        sides.setSpacing(24)
        sides.addWidget(self.mine)
        sides.addWidget(self.theirs)
        sides.addStretch(1)
        self.content.addLayout(sides)
        self.content.addSpacing(8)
        self.content.addWidget(self.for_all)
        self.buttons.insertWidget(0, self.cancel)
        self.buttons.insertWidget(2, self.both)
        self.buttons.insertWidget(3, self.replace)
        self.both.clicked.connect(lambda: self._decide(OnClash.BOTH))
        self.replace.clicked.connect(lambda: self._decide(OnClash.REPLACE))
        self._show()
        self.action.setFocus()

    def commit(self) -> None:
        self._decide(OnClash.KEEP)

    def done(self, result: int) -> None:
        """Close; what is under way is given up."""
        self._closed = True
        super().done(result)

    def _decide(self, choice: OnClash) -> None:
        last = len(self._clashes) if self.for_all.isChecked() else self._at + 1
        for clash in self._clashes[self._at : last]:
            self._chosen[clash.name] = choice
        self._at = last
        if self._at < len(self._clashes):
            self._show()
        else:
            self.accept()
            self.decided.emit(self._chosen)

    def _show(self) -> None:
        clash = self._clashes[self._at]
        left = len(self._clashes) - self._at - 1
        name = shortened(clash.name)
        self.heading.setText(self.tr("{name} is here with other pictures").format(name=name))
        self.sentence.setText(self.tr("Which of them shall be kept?"))
        self.for_all.setText(self._others(left))
        self.for_all.setVisible(left > 0)
        self.mine.show_side(enrolled_text(clash.mine.enrolled_at))
        self.theirs.show_side(enrolled_text(clash.enrolled_at))
        self._read_faces(clash)

    def _others(self, count: int) -> str:
        if count == 1:
            return self.tr("Do so for the other one, too")
        return self.tr("Do so for the {n} others, too").format(n=count)

    def _read_faces(self, clash: Incoming) -> None:
        gallery, at = self._gallery, self._at

        def job(_progress: Progress, _cancelled: Cancelled) -> tuple[QImage, QImage | None]:
            mine = face_crop(gallery.shown_picture(clash.mine.id), 2 * _FACE)
            return mine, clash.face and face_crop(clash.face, 2 * _FACE)

        def show(faces: tuple[QImage, QImage | None]) -> None:
            if at == self._at and not self._closed:
                self.mine.face.show_image(faces[0])
                self.theirs.face.show_image(faces[1])

        # Without a face, there are still the dates to decide by.
        self._tasks.start(self.tr("Reading the photos"), job, show, lambda _: None)


class _Side(QWidget):
    """A face, whose it is, and since when."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.face = RoundedPicture(_FACE, 16)
        self.face.setAccessibleName(title)
        self.since = text_label("", "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(text_label(title))
        column.addWidget(self.face)
        column.addWidget(self.since)
        self.setFixedWidth(_FACE + 40)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_side(self, since: str) -> None:
        """Show a person whose face is yet to come."""
        self.since.setText(since)
        self.face.show_image(None)
