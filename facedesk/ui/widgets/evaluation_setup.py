"""What to evaluate: the folder, and what is measured on it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facedesk.evaluation.plan import Plan
from facedesk.evaluation.survey import Survey
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.elided_label import ElidedLabel
from facedesk.ui.widgets.groups_choices import GroupsChoices
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.recognition_choices import RecognitionChoices
from facedesk.ui.widgets.segments import Segments
from facedesk.ui.widgets.verification_choices import VerificationChoices


class EvaluationSetup(QFrame):
    """A card with the choices. Emits folder_wanted, start_wanted and cancel_wanted."""

    folder_wanted = Signal()
    start_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, fpir: float, parent: QWidget | None = None) -> None:
        """fpir: the accepted false alarms to begin with."""
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._folder: Path | None = None
        self.folder = ElidedLabel()
        self.folder.setText(self.tr("No folder is chosen yet"))
        self.choose = push_button(self.tr("Choose folder…"), "folder")
        self.about_folder = text_label(self._hint(), "secondary")
        self.protocol = Segments(
            (
                (self.tr("Recognition"), "people"),
                (self.tr("Verification"), "verify"),
                (self.tr("By group"), "groups"),
            )
        )
        self.about_protocol = text_label("", "secondary")
        self.recognition = RecognitionChoices(fpir)
        self.verification = VerificationChoices()
        self.groups = GroupsChoices()
        self._all = (self.recognition, self.verification, self.groups)
        self.start = push_button(self.tr("Start"), kind="primary")
        self.cancel = push_button(self.tr("Cancel"))
        self.cancel.setAccessibleName(self.tr("Cancel the evaluation"))
        self._lay_out()
        self._connect()
        self._show_protocol()
        self.show_running(False)

    @property
    def plan(self) -> Plan | None:
        """What the user wants; None while that can't be measured."""
        return self._choices.plan(self._folder) if self._folder else None

    def show_folder(self, folder: Path) -> None:
        """Show a folder that is being looked through."""
        self._folder = folder
        self.folder.setText(str(folder))
        self._say(self.tr("Looking through the folder…"))
        self._offer(None)

    def show_survey(self, survey: Survey) -> None:
        """Show what the folder holds, and offer what can be measured on it."""
        if survey.groups:
            text = self.tr("{photos} photos in {groups} groups.")
            self._say(text.format(photos=survey.photos, groups=survey.groups))
        else:
            text = self.tr(
                "{photos} photos of {people} people; {single} of them have a single photo."
            )
            self._say(text.format(photos=survey.photos, people=survey.people, single=survey.single))
        self._offer(survey)

    def show_problem(self, sentence: str) -> None:
        """Say why the folder can't be used."""
        remedy = self.tr("Choose a folder that holds a folder of photos for each person.")
        self._say(f"{sentence} {remedy}", "error")
        self._offer(None)

    def show_running(self, running: bool) -> None:
        """Offer to cancel what runs; nothing else can be chosen meanwhile."""
        self.start.setVisible(not running)
        self.cancel.setVisible(running)
        self.cancel.setEnabled(running)
        for widget in (self.choose, self.protocol, *self._all):
            widget.setEnabled(not running)

    @property
    def _choices(self) -> RecognitionChoices | VerificationChoices | GroupsChoices:
        return self._all[self.protocol.taken]

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(16)
        first.addWidget(self.folder, 1)
        first.addWidget(self.choose)
        last = QHBoxLayout()
        last.setSpacing(16)
        for choices in self._all:
            last.addWidget(choices, 1)
        for button in (self.start, self.cancel):
            button.setMinimumWidth(self.choose.sizeHint().width())
            last.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(4)
        column.addLayout(first)
        column.addWidget(self.about_folder)
        column.addSpacing(8)
        column.addWidget(self.protocol)
        column.addWidget(self.about_protocol)
        column.addSpacing(8)
        column.addLayout(last)

    def _connect(self) -> None:
        self.choose.clicked.connect(self.folder_wanted)
        self.protocol.chosen.connect(self._show_protocol)
        for choices in self._all:
            choices.changed.connect(self._show_startable)
        self.start.clicked.connect(self.start_wanted)
        self.cancel.clicked.connect(self._cancel)

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.cancel_wanted.emit()

    def _offer(self, survey: Survey | None) -> None:
        for choices in self._all:
            choices.offer(survey)

    def _show_protocol(self) -> None:
        for choices in self._all:
            choices.setVisible(choices is self._choices)
        self.about_protocol.setText(
            (
                self.tr("Who is that? Some people are enrolled; strangers come along too."),
                self.tr("Is this the same person? Two photos are compared at a time."),
                self.tr("Is one group of people confused more often than another?"),
            )[self.protocol.taken]
        )
        self._show_startable()

    def _show_startable(self) -> None:
        self.start.setEnabled(self.plan is not None)

    def _say(self, text: str, role: str = "secondary") -> None:
        self.about_folder.setProperty("role", role)
        self.about_folder.style().polish(self.about_folder)
        self.about_folder.setText(text)

    def _hint(self) -> str:
        return self.tr(
            "It holds a folder of photos for each person, such as Ada/1.jpg. "
            "The photos are only read."
        )
