"""What to train on, and how: a folder, choices, and the plan before it starts."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from facedesk.ui.lab_faces import LabFolder
from facedesk.ui.messages import error_text
from facedesk.ui.widgets.announce import announce
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.elided_label import ElidedLabel
from facedesk.ui.widgets.lab_choices import LabChoices
from facedesk.ui.widgets.lab_words import plan_words
from facedesk.ui.widgets.labels import Role, text_label
from facedesk.ui.widgets.line import line

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.training.plan import TrainingPlan


class LabSetup(QFrame):
    """A card. Emits what is wanted."""

    folder_wanted = Signal()
    unusable_wanted = Signal()
    sheet_wanted = Signal()
    plan_wanted = Signal()
    start_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.folder = ElidedLabel()
        self.folder.setText(self.tr("No folder is chosen yet"))
        self.choose = push_button(self.tr("Choose folder…"), "folder")
        self.about_folder = text_label(
            self.tr(
                "It holds a folder of photos for each person, such as Ada/1.jpg; most of them "
                "with several photos. The photos are only read."
            ),
            "secondary",
        )
        self.looking = QProgressBar()
        self.looking.setTextVisible(False)
        self.looking.setAccessibleName(self.tr("Looking for the faces"))
        self.unusable = push_button(self.tr("What can't be used…"))
        self.sheet = push_button(self.tr("What training makes of them…"))
        self.choices = LabChoices()
        self.plan_text = text_label("")
        self.plan = push_button(self.tr("Plan the training"), kind="primary")
        self.start = push_button(self.tr("Start"), "go_on", kind="primary")
        self._lent: QWidget | None = None  # has the keyboard while the plan is made
        self._lay_out()
        self._connect()
        self._offer(None)

    def show_looking(self, folder: Path) -> None:
        """Show a folder whose faces are looked for."""
        self.folder.setText(str(folder))
        self._say(self.tr("Looking for the faces…"))
        self._offer(None)
        self.looking.setRange(0, 0)
        self.looking.show()

    def show_progress(self, done: int, total: int, words: str) -> None:
        """Show how far the look is."""
        self.looking.setRange(0, total)
        self.looking.setValue(done)
        self._say(words)

    def show_folder(self, found: LabFolder) -> None:
        """Say what can be used, and offer what can be done with it."""
        faces = found.faces
        text = self.tr(
            "{photos} photos of {people} people can be used; {several} people have several."
        ).format(photos=len(faces.photos), people=len(faces.names), several=len(faces.several))
        if faces.unusable:
            left = self.tr("{n} can't be used.").format(n=len(faces.unusable))
            text = f"{text} {left}"
        if found.problem:
            self.show_problem(f"{text} {error_text(found.problem)}")
        else:
            self._say(text)
        self._offer(found)

    def show_problem(self, sentence: str) -> None:
        """Say why the folder can't be used."""
        self._offer(None)
        self._say(sentence, "error")
        announce(self.about_folder, sentence)

    def show_planning(self) -> None:
        """Show that the plan is being made."""
        self.plan_text.setText(self.tr("Finding out how quick this computer is…"))
        self.plan_text.show()
        by_keyboard = self.plan.hasFocus()
        self._enable(False)
        self._lent = self.window().focusWidget() if by_keyboard else None

    def show_plan(self, plan: "TrainingPlan") -> None:
        """Show the plan; it can start."""
        self._enable(True)
        self.plan_text.setText(plan_words(plan))
        self.plan_text.show()
        self.plan.hide()
        self.start.show()
        if self.window().focusWidget() in (None, self.plan, self._lent):
            self.start.setFocus()  # where who planned goes on, unless they are elsewhere by now
        announce(self.plan_text, self.plan_text.text())

    def forget_plan(self) -> None:
        """What was planned is not what is chosen any more."""
        self._enable(True)
        self.plan_text.hide()
        self.start.hide()
        self.plan.show()

    def _offer(self, found: LabFolder | None) -> None:
        usable = found is not None and found.problem is None
        self.looking.hide()
        self.unusable.setVisible(found is not None and bool(found.faces.unusable))
        self.sheet.setVisible(usable)
        self.below.setVisible(usable)
        self.forget_plan()

    def _enable(self, enabled: bool) -> None:
        for widget in (self.choose, self.choices, self.plan):
            widget.setEnabled(enabled)

    def _say(self, text: str, role: Role = "secondary") -> None:
        self.about_folder.setProperty("role", role)
        self.about_folder.style().polish(self.about_folder)
        self.about_folder.setText(text)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(16)
        first.addWidget(self.folder, 1)
        first.addWidget(self.choose)
        report = QHBoxLayout()
        report.setSpacing(8)
        report.addWidget(self.sheet)
        report.addWidget(self.unusable)
        report.addStretch(1)
        last = QHBoxLayout()
        last.setSpacing(16)
        last.addWidget(self.plan_text, 1)
        last.addStretch(0)
        last.addWidget(self.plan)
        last.addWidget(self.start)
        self.below = QWidget()
        below = QVBoxLayout(self.below)
        below.setContentsMargins(0, 8, 0, 0)
        below.setSpacing(12)
        below.addWidget(line())
        below.addWidget(self.choices)
        below.addWidget(line())
        below.addLayout(last)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addLayout(first)
        column.addWidget(self.about_folder)
        column.addWidget(self.looking)
        column.addLayout(report)
        column.addWidget(self.below)

    def _connect(self) -> None:
        self.choose.clicked.connect(self.folder_wanted)
        self.unusable.clicked.connect(self.unusable_wanted)
        self.sheet.clicked.connect(self.sheet_wanted)
        self.plan.clicked.connect(self.plan_wanted)
        self.start.clicked.connect(self.start_wanted)
        self.choices.changed.connect(self.forget_plan)
