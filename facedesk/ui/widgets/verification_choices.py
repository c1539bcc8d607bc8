"""What to choose for an evaluation of verification."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facedesk.evaluation.plan import VerificationPlan
from facedesk.evaluation.survey import Survey
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.elided_label import ElidedLabel
from facedesk.ui.widgets.labels import text_label


class VerificationChoices(QWidget):
    """Which pairs of photos are compared: drawn ones, or those that a file lists. Emits changed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._survey: Survey | None = None
        self._file: Path | None = None
        self.source = ElidedLabel()
        self.choose = push_button(self.tr("Choose a list…"))
        self.choose.setToolTip(
            self.tr("A file like LFW's pairs.txt, or with lines of path,path,same or not (1 or 0)")
        )
        self.draw = push_button(self.tr("Draw them"))
        self.problem = text_label(self._needs(), "error")
        label = QLabel(self.tr("Pairs"))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(label)
        row.addWidget(self.source, 1)
        row.addWidget(self.draw)
        row.addWidget(self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.problem)
        column.addLayout(row)
        column.addStretch(1)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.choose.clicked.connect(self._ask)
        self.draw.clicked.connect(lambda: self.take(None))
        self._show()

    def offer(self, survey: Survey | None) -> None:
        """Offer what can be measured on a folder; None: it is not known yet."""
        self._survey = survey
        self._show()

    def take(self, file: Path | None) -> None:
        """Compare the pairs of this file; None: drawn ones."""
        self._file = file
        self._show()

    def plan(self, folder: Path) -> VerificationPlan | None:
        """Return what the user wants; None while that can't be measured."""
        if self._survey is None or self._lacks_pairs:
            return None
        return VerificationPlan(folder, self._file)

    @property
    def _lacks_pairs(self) -> bool:
        survey = self._survey
        if survey is None:
            return False
        return bool(survey.groups) or (self._file is None and survey.several < 2)

    def _show(self) -> None:
        drawn = self.tr("As many of one person as of two, drawn from the folder")
        self.source.setText(str(self._file) if self._file else drawn)
        self.draw.setVisible(self._file is not None)
        self.problem.setVisible(self._lacks_pairs)
        self.changed.emit()

    def _ask(self) -> None:
        title = self.tr("List of pairs of photos")
        kinds = self.tr("Lists (*.txt *.csv);;All files (*)")
        start = str(self._file.parent if self._file else Path.home())
        file, _ = QFileDialog.getOpenFileName(self, title, start, kinds)
        if file:
            self.take(Path(file))

    def _needs(self) -> str:
        return self.tr("Verification takes at least two people with several photos.")
