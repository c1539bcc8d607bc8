"""One face in the column “In view”."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facedesk.live.view import SeenFace
from facedesk.liveness.answer import Liveness
from facedesk.matching.decision import Answer
from facedesk.ui import icons
from facedesk.ui.widgets.buttons import push_button, short_text
from facedesk.ui.widgets.elided_label import ElidedLabel
from facedesk.ui.widgets.face_words import (
    answer_of,
    correction_words,
    decision_words,
    face_title,
    named,
)
from facedesk.ui.widgets.liveness_words import LIVENESS_ICONS, liveness_words
from facedesk.ui.widgets.rounded_picture import RoundedPicture

_PICTURE = 44
_WIDEST = 136  # text of the button that corrects a name


class FaceRow(QFrame):
    """Picture, name, the decision in words, and a button.

    It enrols an unknown face; of a face with a name it tells that it is somebody else, and asks
    why it has that name. Below stands whether it is alive, with what says so behind it.
    """

    enrol_wanted = Signal(int)
    correction_wanted = Signal(int)
    why_wanted = Signal(int)
    liveness_wanted = Signal(int)
    pointed = Signal(int, bool)

    def __init__(self, track_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._track_id = track_id
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.picture = RoundedPicture(_PICTURE, 8)
        self.title = ElidedLabel()
        self.words = ElidedLabel()
        self.words.setProperty("role", "secondary")
        self.enrol = push_button(self.tr("Enrol…"))
        self.enrol.clicked.connect(lambda: self.enrol_wanted.emit(self._track_id))
        self.correct = push_button("", kind="quiet")
        self.correct.clicked.connect(lambda: self.correction_wanted.emit(self._track_id))
        self.why = push_button(self.tr("Why?"), kind="quiet")
        self.why.clicked.connect(lambda: self.why_wanted.emit(self._track_id))
        self.liveness = push_button("", LIVENESS_ICONS[Liveness.NOT_SURE], "quiet")
        self.liveness.clicked.connect(lambda: self.liveness_wanted.emit(self._track_id))
        above = QHBoxLayout()
        above.setSpacing(4)
        above.addWidget(self.title, 1)
        above.addWidget(self.why)
        below = QHBoxLayout()
        below.setSpacing(4)
        below.addWidget(self.words, 1)
        below.addWidget(self.correct)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addLayout(above)
        texts.addLayout(below)
        texts.addWidget(self.liveness, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 6, 6, 6)
        row.setSpacing(10)
        row.addWidget(self.picture)
        row.addLayout(texts, 1)
        row.addWidget(self.enrol)

    def show_face(self, face: SeenFace) -> None:
        """Say what is known about the face now."""
        self._show_liveness(face)
        title = face_title(face) or self.tr("Someone")
        words = decision_words(face)
        if (title, words) == (self.title.text(), self.words.text()):
            return
        self.title.setText(title)
        self.words.setText(words)
        self.setAccessibleName(f"{title}, {words}")
        self.enrol.setAccessibleName(self.tr("Enrol this person"))
        self.enrol.setVisible(answer_of(face) is Answer.UNKNOWN)
        match = named(face)
        self.correct.setVisible(match is not None)
        self.why.setVisible(match is not None)
        if match is not None:
            words = correction_words(match)
            self.correct.setText(short_text(words, self.correct.fontMetrics(), _WIDEST))
            self.correct.setAccessibleName(words)
            self.why.setAccessibleName(self.tr("Why {name}?").format(name=match.name))

    def _show_liveness(self, face: SeenFace) -> None:
        self.liveness.setVisible(face.liveness is not None)
        if face.liveness is None:
            return
        liveness = face.liveness.liveness
        words = liveness_words(liveness)
        # Beside a name “Not sure yet” would seem to be about who it is.
        text = self.tr("Live?") if liveness is Liveness.NOT_SURE else words
        if text != self.liveness.text():
            self.liveness.setText(text)
            self.liveness.setIcon(icons.icon(LIVENESS_ICONS[liveness]))
            self.liveness.setAccessibleName(self.tr("{words}: what says so?").format(words=words))

    def show_picture(self, image: QImage) -> None:
        """Show what the face looks like."""
        self.picture.show_image(image)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
            painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.pointed.emit(self._track_id, True)

    def leaveEvent(self, event: object) -> None:
        self.pointed.emit(self._track_id, False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.pointed.emit(self._track_id, True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.pointed.emit(self._track_id, False)
