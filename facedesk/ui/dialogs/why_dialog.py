"""Why two faces are taken for one person, or not: what on them speaks for it, and against it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from facedesk.errors import FacedeskError
from facedesk.ui.adding import ready_models
from facedesk.ui.context import AppContext
from facedesk.ui.messages import error_text
from facedesk.ui.tasks import Cancelled, Progress, TaskCancelled
from facedesk.ui.why_asked import WhyAsked
from facedesk.ui.widgets.announce import announce
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.elided_label import ElidedLabel
from facedesk.ui.widgets.heat_face import HeatFace
from facedesk.ui.widgets.heat_legend import HeatLegend
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.why_words import limits_words, parts_words, strength_words

if TYPE_CHECKING:  # they bring torch, which takes a second to import
    from facedesk.insight.why import Why
    from facedesk.live.claim import VerifiedFace

_FACE = 232
_GAP = 24


class WhyDialog(QDialog):
    """Begins as soon as it is made; closing it stops that. Use open(), which does not block."""

    def __init__(self, context: AppContext, asked: WhyAsked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._why: Why | None = None
        self._closed = False
        self.setWindowTitle(asked.heading)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.heading = text_label(asked.heading, "heading")
        self.faces = (HeatFace(_FACE), HeatFace(_FACE))
        self.captions = (_caption(asked.first), _caption(asked.second))
        self.legend = HeatLegend()
        self.words = text_label(self.tr("Looking at the faces…"))
        self.strength = text_label("", "secondary")
        self.limits = text_label(limits_words(), "secondary")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 0)
        self.progress.setAccessibleName(asked.heading)
        self.with_heat = QCheckBox(self.tr("Show the colours"))
        self.with_heat.setChecked(True)
        self.with_heat.setEnabled(False)
        self.closing = push_button(self.tr("Close"), kind="primary")
        self.closing.setDefault(True)
        self._lay_out()
        self.with_heat.toggled.connect(lambda _: self._paint())
        self.closing.clicked.connect(self.accept)
        self._load(asked)

    def done(self, result: int) -> None:
        self._closed = True
        self._task.cancel()
        super().done(result)

    def _load(self, asked: WhyAsked) -> None:
        session = self._context.session

        def job(progress: Progress, cancelled: Cancelled) -> "tuple[VerifiedFace, VerifiedFace]":
            return asked.load(ready_models(session, progress, cancelled))

        title = self.tr("Looking at the faces")
        self._task = self._context.tasks.start(title, job, self._compare, self._refuse)

    def _compare(self, faces: "tuple[VerifiedFace, VerifiedFace]") -> None:
        """Show the faces, and find out what speaks for and against."""
        if self._closed:
            return
        first, second = (face.aligned for face in faces)
        for face, image in zip(self.faces, (first, second), strict=True):
            face.show_picture(image, None)
        models = self._context.session.models

        def job(progress: Progress, cancelled: Cancelled) -> "Why":
            from facedesk.insight.why import why

            def step(done: int, total: int) -> None:
                if cancelled():
                    raise TaskCancelled
                progress(done, total, "")

            return why(first, second, models.encoder, step)

        title = self.tr("Finding out why")
        self.words.setText(self.tr("Covering one place after another…"))
        self._task = self._context.tasks.start(title, job, self._show, self._refuse)
        self._task.progressed.connect(self._show_progress)

    def _show_progress(self, done: int, total: int, _words: str) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _show(self, why: "Why") -> None:
        if self._closed:
            return
        self._why = why
        self.progress.hide()
        self.with_heat.setEnabled(True)
        self.words.setText(parts_words(why))
        self.strength.setText(strength_words(why))
        for face in self.faces:
            face.setAccessibleDescription(self.words.text())
        self._paint()
        announce(self, self.words.text())

    def _paint(self) -> None:
        why = self._why
        heats = why.for_first / why.most, why.for_second / why.most
        for face, image, heat in zip(self.faces, (why.first, why.second), heats, strict=True):
            face.show_picture(image, heat if self.with_heat.isChecked() else None)

    def _refuse(self, error: FacedeskError) -> None:
        if not self._closed:
            self.progress.hide()
            self.words.setText(error_text(error))
            announce(self.words, self.words.text())

    def _lay_out(self) -> None:
        pair = QHBoxLayout()
        pair.setSpacing(_GAP)
        for face, caption in zip(self.faces, self.captions, strict=True):
            face.setAccessibleName(caption.text())
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(face)
            column.addWidget(caption)
            pair.addLayout(column)
        below = QHBoxLayout()
        below.addWidget(self.with_heat)
        below.addStretch(1)
        below.addWidget(self.closing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        whole.setSpacing(8)
        whole.addWidget(self.heading)
        whole.addLayout(pair)
        whole.addWidget(self.legend)
        for widget in (self.progress, self.words, self.strength, self.limits):
            whole.addWidget(widget)
        whole.addStretch(1)
        whole.addLayout(below)
        self.setFixedWidth(2 * _FACE + 3 * _GAP)


def _caption(text: str) -> ElidedLabel:
    label = ElidedLabel()
    label.setText(text)
    label.setFixedWidth(_FACE)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label
