"""What there is to say about an evaluation by group; there is nothing to choose."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facedesk.evaluation.plan import GroupsPlan
from facedesk.evaluation.survey import Survey
from facedesk.ui.widgets.labels import text_label


class GroupsChoices(QWidget):
    """Says what the folder must be like. Emits changed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups = 0
        self.words = text_label("", "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        self.offer(None)

    def offer(self, survey: Survey | None) -> None:
        """Offer what can be measured on a folder; None: it is not known yet."""
        self._groups = survey.groups if survey else 0
        wrong = survey is not None and not self._groups
        self.words.setProperty("role", "error" if wrong else "secondary")
        self.words.style().polish(self.words)
        self.words.setText(self._text() if self._groups == 0 else self._most())
        self.changed.emit()

    def plan(self, folder: Path) -> GroupsPlan | None:
        """Return what can be measured; None while nothing can."""
        return GroupsPlan(folder) if self._groups else None

    def _text(self) -> str:
        return self.tr(
            "This takes a folder for each group, with a folder for each person in it, such as "
            "Children/Ada/1.jpg; or files named AGE_GENDER_RACE_date.jpg."
        )

    def _most(self) -> str:
        return self.tr(
            "One photo of each person, of up to 300 people of a group; which, is drawn always the "
            "same way."
        )
