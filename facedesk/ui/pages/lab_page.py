"""The page on which an encoder is trained on the user's own photos."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from facedesk.errors import FacedeskError
from facedesk.training.kept import KeptTraining
from facedesk.ui.context import AppContext
from facedesk.ui.dialogs.contact_sheet_dialog import ContactSheetDialog
from facedesk.ui.dialogs.report_dialog import ReportDialog
from facedesk.ui.dropped_files import dropped_files
from facedesk.ui.kept_trainings import KeptTrainings
from facedesk.ui.lab_faces import LabFaces, LabFolder
from facedesk.ui.messages import Action, Level, error_text
from facedesk.ui.pages.page import Page
from facedesk.ui.showing_clips import ShowingClips
from facedesk.ui.training import Outcome, Training
from facedesk.ui.training_view import TrainingView
from facedesk.ui.widgets.evaluation_intro import EvaluationIntro
from facedesk.ui.widgets.kept_list import KeptList
from facedesk.ui.widgets.lab_setup import LabSetup
from facedesk.ui.widgets.labels import page_title
from facedesk.ui.widgets.made_clips_card import MadeClipsCard
from facedesk.ui.widgets.report_list import ReportList
from facedesk.ui.widgets.scrolling import scrolling

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.training.preparing import Prepared

_FOLDER = "lab.folder"
_WIDEST = 1100


class LabPage(Page):
    """Either what to train on, and the trainings there were; or one training."""

    title = QT_TRANSLATE_NOOP("Pages", "Lab")
    icon = "lab"
    shortcut = "Ctrl+9"

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._path: Path | None = None
        self._folder: LabFolder | None = None
        self._prepared: Prepared | None = None
        self.faces = LabFaces(context, self)
        self.training = Training(context, self)
        self.trainings = KeptTrainings(context, self)
        self.setup = LabSetup()
        self.intro = self._intro()
        self.kept = KeptList()
        self.made_clips = MadeClipsCard()
        self.clips = ShowingClips(context, self.made_clips, self)
        self.run = TrainingView(context, self.training)
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()

    def shown(self) -> None:
        """Come back to the folder of the last time, and look which trainings there are."""
        self.trainings.look()
        last = self._context.settings.get(_FOLDER)
        if self._path is None and last:
            self._look_through(Path(last))
        self.run.show_newest()

    def choose_folder(self, folder: Path) -> None:
        """Train on this folder from now on."""
        self._context.keep(_FOLDER, str(folder))
        self._look_through(folder)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        files = dropped_files(event)
        free = self.setup.isVisible() and not self.training.running
        if len(files) == 1 and files[0].is_dir() and free:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.choose_folder(dropped_files(event)[0])

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(page_title(self.tr("Lab")))
        for part in (self.setup, self.intro, self.kept, self.run, self.made_clips):
            column.addWidget(part)
        column.addStretch(1)
        self.run.hide()
        self.kept.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._area = scrolling(inside)
        whole.addWidget(self._area)

    def _connect(self) -> None:
        self.setup.folder_wanted.connect(self._ask_for_folder)
        self.setup.unusable_wanted.connect(self._show_unusable)
        self.setup.sheet_wanted.connect(self._show_sheet)
        self.setup.plan_wanted.connect(self._plan)
        self.setup.start_wanted.connect(lambda: self.training.start(self._prepared))
        self.setup.choices.changed.connect(self._forget_plan)
        self.faces.progressed.connect(self.setup.show_progress)
        self.faces.stopped.connect(self._show_stopped)
        self.faces.read.connect(self._show_folder)
        self.faces.failed.connect(self._show_problem)
        self.training.idle.connect(self.setup.forget_plan)
        self.training.planned.connect(self._show_plan)
        self.training.refused.connect(self._show_problem)
        self.training.begun.connect(lambda: self._show_run(True))
        self.training.ended.connect(self._tell_ended)
        self.trainings.found.connect(self._list)
        self.kept.go_on_wanted.connect(self.training.go_on)
        self.kept.show_wanted.connect(self._show_kept)
        self.kept.delete_wanted.connect(self.trainings.ask_to_delete)
        self.run.delete_wanted.connect(self.trainings.ask_to_delete)
        self.run.closed.connect(lambda: self._show_run(False))
        self.trainings.deleted.connect(lambda: self._show_run(False))

    def _intro(self) -> EvaluationIntro:
        return EvaluationIntro(
            "lab",
            self.tr("Teach the encoder your own people and pictures"),
            self.tr(
                "Choose a folder with photos of people, or drop one here. The encoder is shown "
                "three photos at a time, two of one person and one of somebody else, and learns "
                "to bring the first two together. Some people are kept aside, to see whether it "
                "helps."
            ),
            self.tr(
                "Nobody needs this to enrol people: one photo each is enough for that. It helps "
                "where faces or pictures are unlike those that the encoder knows."
            ),
        )

    def _ask_for_folder(self) -> None:
        title = self.tr("Folder with a folder of photos for each person")
        folder = QFileDialog.getExistingDirectory(self, title, str(self._path or Path.home()))
        if folder:
            self.choose_folder(Path(folder))

    def _look_through(self, folder: Path) -> None:
        self._path, self._folder, self._prepared = folder, None, None
        self.intro.hide()
        self.setup.show_looking(folder)
        self.faces.look_through(folder)

    def _show_folder(self, found: LabFolder) -> None:
        self._folder = found
        self.setup.show_folder(found)

    def _show_stopped(self) -> None:
        self.setup.show_problem(self.tr("Cancelled. Choose a folder to look through."))

    def _show_problem(self, error: FacedeskError) -> None:
        self.setup.show_problem(error_text(error))

    def _show_unusable(self) -> None:
        lines = [
            (f"{each.path.parent.name}/{each.path.name}", error_text(each.error))
            for each in self._folder.faces.unusable
        ]
        headers = (self.tr("Photo"), self.tr("Why it can't be used"))
        heading = self.tr("Photos that can't be used: {n}").format(n=len(lines))
        shown = ReportList(self.tr("Photos that can't be used"), headers, lines)
        ReportDialog(self.tr("Lab"), heading, [("", shown)], self).open()

    def _show_sheet(self) -> None:
        faces, seed = self._folder.faces, self.setup.choices.settings.seed

        def job(*_: object) -> tuple:
            from facedesk.training.contact_sheet import HEADINGS, sheet_rows

            return HEADINGS, sheet_rows(faces, seed)

        title = self.tr("Changing photos")
        self._context.tasks.start(title, job, lambda found: ContactSheetDialog(*found, self).open())

    def _plan(self) -> None:
        choices = self.setup.choices
        self.setup.show_planning()
        self.training.plan(self._folder, choices.settings, choices.minutes.value)

    def _forget_plan(self) -> None:
        self._prepared = None

    def _show_plan(self, prepared: "Prepared") -> None:
        self._prepared = prepared
        self.setup.show_plan(prepared.plan)

    def _list(self, trainings: tuple[KeptTraining, ...]) -> None:
        self.kept.show_trainings(trainings)
        self.kept.setVisible(bool(trainings) and self.run.isHidden())

    def _tell_ended(self, outcome: Outcome) -> None:
        self.trainings.look()
        self._area.verticalScrollBar().setValue(0)
        if not self.isVisible() and outcome.kept is not None:
            text = self.tr("The training has ended.")
            show = Action(self.tr("Show"), lambda: self.page_wanted.emit(self.title))
            level = Level.SUCCESS if outcome.error is None else Level.WARNING
            self._context.messages.show(level, text, action=show)

    def _show_kept(self, kept: KeptTraining) -> None:
        self.run.show_kept(kept)
        self._show_run(True)

    def _show_run(self, run: bool) -> None:
        by_keyboard = self.isAncestorOf(self.window().focusWidget())
        self._forget_plan()
        self.setup.forget_plan()
        self.setup.setVisible(not run)
        self.intro.setVisible(not run and self._path is None)
        self.kept.setVisible(not run and bool(self.kept.rows))
        self.run.setVisible(run)
        self.made_clips.setVisible(not run)
        if by_keyboard:  # what had it is hidden now
            (self.run.first if run else self.setup.choose).setFocus()
        self._area.verticalScrollBar().setValue(0)
