"""The answer to a comparison: in large words, with why, on a scale, and in figures."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facedesk.matching.verification import Verdict
from facedesk.ui.widgets.announce import announce
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.distance_scale import DistanceScale
from facedesk.ui.widgets.icon_mark import IconMark
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.verdict_words import (
    far_words,
    figures_words,
    probability_words,
    reason_words,
    verdict_words,
)

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.live.claim import CheckedClaim

_ICON = 40
_Role = QPalette.ColorRole
_MARKS = {
    Verdict.YES: ("mdi6.check-circle", _Role.Accent),
    Verdict.NO: ("mdi6.close-circle", _Role.BrightText),
    Verdict.UNSURE: ("mdi6.help-circle", _Role.Text),
}
_WAITING = ("verify", _Role.PlaceholderText)


class VerdictCard(QFrame):
    """Shows a verdict, or what is missing for one. Emits why_wanted with the CheckedClaim."""

    why_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._claim: CheckedClaim | None = None
        self.setObjectName("verdict")
        self.setAccessibleName(self.tr("Verdict"))
        self.mark = IconMark(_ICON)
        self.words = text_label("", "title")
        self.why = text_label("")
        self.ask_why = push_button(self.tr("Why?"), "why")
        self.ask_why.clicked.connect(lambda: self.why_wanted.emit(self._claim))
        self.scale = DistanceScale()
        self.probability = text_label("")
        self.figures = text_label("", "secondary")
        self._details = QWidget()
        self._lay_out()
        self.wait("")

    @property
    def claim(self) -> "CheckedClaim | None":
        """What is shown."""
        return self._claim

    def wait(self, words: str) -> None:
        """Show no verdict, but what is missing for one."""
        self._claim = None
        self._dress(None)
        self.mark.show_icon(*_WAITING)
        self._say("", words)

    def show_claim(self, claim: "CheckedClaim") -> None:
        """Show what came out."""
        self._claim = claim
        found = claim.verification
        self._dress(found.verdict)
        self.mark.show_icon(*_MARKS[found.verdict])
        self.scale.show_distance(found.distance, found.threshold, found.unsure_until)
        self.probability.setText(probability_words(found.probability))
        self.figures.setText(f"{figures_words(found)} {far_words(found.far)}")
        self._say(verdict_words(found.verdict, claim.first.name), reason_words(claim))

    def _say(self, words: str, why: str) -> None:
        news = words != self.words.text()
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.why.setText(why)
        self.setAccessibleDescription(f"{words}. {why}" if words else why)
        if words and news:
            announce(self, self.accessibleDescription())

    def _dress(self, verdict: Verdict | None) -> None:
        self._details.setVisible(verdict is not None)
        self.ask_why.setVisible(verdict is not None)
        value = verdict.value if verdict else ""
        if value != self.property("verdict"):
            self.setProperty("verdict", value)
            self.style().unpolish(self)
            self.style().polish(self)

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.words)
        texts.addWidget(self.why)
        upper = QHBoxLayout()
        upper.setSpacing(16)
        upper.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        upper.addLayout(texts, 1)
        upper.addWidget(self.ask_why, 0, Qt.AlignmentFlag.AlignTop)
        details = QVBoxLayout(self._details)
        details.setContentsMargins(0, 8, 0, 0)
        details.setSpacing(8)
        details.addWidget(self.scale)
        details.addWidget(self.probability)
        details.addWidget(self.figures)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(4)
        column.addLayout(upper)
        column.addWidget(self._details)
