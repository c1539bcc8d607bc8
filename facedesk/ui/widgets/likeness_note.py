"""Says that a new face looks like someone who is enrolled already, and what can be done then."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facedesk.matching.decision import Match
from facedesk.ui.messages import Level
from facedesk.ui.widgets.announce import announce
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.icon_mark import IconMark
from facedesk.ui.widgets.labels import shortened, text_label

_LONGEST = 24  # letters of a name: the note must fit into a narrow column


class LikenessNote(QFrame):
    """Shows whom the face looks like; nothing while it looks like nobody.

    Emits add_as_look with the id of the person whom the photo shall be a look of.
    """

    add_as_look = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self.setProperty("level", Level.WARNING.value)
        self._match: Match | None = None
        mark = IconMark(20)
        mark.show_icon(Level.WARNING.value, QPalette.ColorRole.Text)
        self.text = text_label("")
        self.advice = text_label("", "secondary")
        self.look = push_button(self.tr("Add as a look"), "photo")
        self.look.clicked.connect(self._ask)
        texts = QVBoxLayout()
        texts.setSpacing(6)
        texts.addWidget(self.text)
        texts.addWidget(self.advice)
        button = QHBoxLayout()
        button.addWidget(self.look)
        button.addStretch(1)
        texts.addLayout(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        self.hide()

    def show_match(self, match: Match | None) -> None:
        """Show this likeness; None: there is none."""
        self._match = match
        if match is not None:
            self._show_texts(shortened(match.name, _LONGEST), match.score)
        self.setVisible(match is not None)

    def _show_texts(self, name: str, score: float) -> None:
        text = self.tr("Looks like {name} already (score {score:.1f}).").format(
            name=name, score=score
        )
        advice = self.tr(
            "If it is {name}, add the photo as a look: it helps to recognise them. If it is "
            "somebody else, such as a twin, go on."
        ).format(name=name)
        self.text.setText(text)
        self.advice.setText(advice)
        self.setAccessibleName(text)
        self.look.setAccessibleName(self.tr("Add as a look of {name}").format(name=name))
        announce(self, f"{text} {advice}")

    def _ask(self) -> None:
        if self._match is not None:
            self.add_as_look.emit(self._match.person_id)
