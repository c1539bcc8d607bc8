"""The page that measures what the answers are worth on the user's own pictures."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from facedesk.errors import FacedeskError
from facedesk.evaluation.survey import Survey
from facedesk.ui.context import AppContext
from facedesk.ui.dropped_files import dropped_files
from facedesk.ui.evaluating import Evaluating
from facedesk.ui.messages import Action, Level, error_text
from facedesk.ui.pages.page import Page
from facedesk.ui.widgets.evaluation_intro import EvaluationIntro
from facedesk.ui.widgets.evaluation_result import EvaluationResult
from facedesk.ui.widgets.evaluation_setup import EvaluationSetup
from facedesk.ui.widgets.evaluation_words import findings_of
from facedesk.ui.widgets.labels import page_title
from facedesk.ui.widgets.running import Running
from facedesk.ui.widgets.scrolling import scrolling

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.evaluation.evaluation import Evaluation

_FOLDER = "evaluation.folder"
_WIDEST = 1100


class EvaluationPage(Page):
    """What to measure on top; below it nothing yet, the progress, the result or the error."""

    title = QT_TRANSLATE_NOOP("Pages", "Evaluation")
    icon = "evaluation"
    shortcut = "Ctrl+0"

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._folder: Path | None = None
        self.evaluating = Evaluating(context, self)
        self.setup = EvaluationSetup(context.settings.get("recognition.fpir"))
        self.nothing = self._nothing()
        kept = self.tr("What has been looked at is kept for the next time, also when you cancel.")
        self.running = Running("evaluation", kept)
        self.failure = EvaluationIntro("error", self.tr("There is no result"), "")
        self.result: EvaluationResult | None = None
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()

    def shown(self) -> None:
        """Come back to the folder of the last time."""
        last = self._context.settings.get(_FOLDER)
        if self._folder is None and last:
            self._look_through(Path(last))

    def choose_folder(self, folder: Path) -> None:
        """Measure on this folder from now on."""
        self._context.keep(_FOLDER, str(folder))
        self._look_through(folder)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        files = dropped_files(event)
        if len(files) == 1 and files[0].is_dir() and not self.evaluating.running:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.choose_folder(dropped_files(event)[0])

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setMaximumWidth(_WIDEST)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(24, 24, 24, 24)
        self._column.setSpacing(16)
        self._column.addWidget(page_title(self.tr("Evaluation")))
        self._column.addWidget(self.setup)
        for part in (self.nothing, self.running, self.failure):
            self._column.addWidget(part, 1)
        self._show(self.nothing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inside))

    def _connect(self) -> None:
        self.setup.folder_wanted.connect(self._ask_for_folder)
        self.setup.start_wanted.connect(self._start)
        self.setup.cancel_wanted.connect(self.evaluating.cancel)
        self.evaluating.started.connect(self._show_running)
        self.evaluating.progressed.connect(self.running.show_progress)
        self.evaluating.ended.connect(self._show_ended)
        self.evaluating.found.connect(self._show_result)
        self.evaluating.failed.connect(self._show_failure)

    def _nothing(self) -> EvaluationIntro:
        return EvaluationIntro(
            "evaluation",
            self.tr("What are the answers worth, on your pictures?"),
            self.tr(
                "Choose a folder of people who are like yours, or drop one here. facedesk enrols "
                "some of them with one photo each, and counts whom it names rightly, wrongly, or "
                "not at all."
            ),
            self.tr(
                "Whatever the figures: facedesk is not a security device, since a good photo of "
                "somebody can fool it. It is weaker on children, on close relatives, and on "
                "groups of people of whom its encoder saw fewer."
            ),
        )

    def _ask_for_folder(self) -> None:
        title = self.tr("Folder with a folder of photos for each person")
        start = str(self._folder or Path.home())
        folder = QFileDialog.getExistingDirectory(self, title, start)
        if folder:
            self.choose_folder(Path(folder))

    def _look_through(self, folder: Path) -> None:
        self._folder = folder
        self.setup.show_folder(folder)
        self.evaluating.survey(
            folder,
            lambda survey: self._show_survey(folder, survey),
            lambda error: self._show_problem(folder, error),
        )

    def _show_survey(self, folder: Path, survey: Survey) -> None:
        if folder == self._folder:  # else another one has been chosen meanwhile
            self.setup.show_survey(survey)

    def _show_problem(self, folder: Path, error: FacedeskError) -> None:
        if folder == self._folder:
            self.setup.show_problem(error_text(error))

    def _start(self) -> None:
        plan = self.setup.plan
        if plan is not None:
            self.evaluating.start(plan)

    def _show_running(self) -> None:
        self.setup.show_running(True)
        self.running.show_progress(0, 0, self.tr("Looking at the photos…"))
        self._show(self.running)

    def _show_ended(self) -> None:
        """Go back to what was there before; a result or an error follows, unless cancelled."""
        self.setup.show_running(False)
        self._show(self.result or self.nothing)

    def _show_result(self, evaluation: "Evaluation") -> None:
        if self.result is not None:
            self._column.removeWidget(self.result)
            self.result.deleteLater()
        self.result = EvaluationResult(findings_of(evaluation))
        self.result.save.clicked.connect(lambda: self._save(evaluation))
        self._column.addWidget(self.result, 1)
        self._show(self.result)

    def _save(self, evaluation: "Evaluation") -> None:
        title = self.tr("Folder for the report")
        folder = QFileDialog.getExistingDirectory(self, title, str(Path.home()))
        if folder:
            messages = self._context.messages
            self.evaluating.save(evaluation, Path(folder), self._tell_saved, messages.show_error)

    def _tell_saved(self, file: Path) -> None:
        text = self.tr("The report is saved as {file}.").format(file=file)
        show = Action(
            self.tr("Open"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
        )
        self._context.messages.show(Level.SUCCESS, text, action=show)

    def _show_failure(self, error: FacedeskError) -> None:
        self.failure.paragraphs[0].setText(error_text(error))
        self._show(self.failure)

    def _show(self, view: QWidget) -> None:
        for part in (self.nothing, self.running, self.failure, self.result):
            if part is not None:
                part.setVisible(part is view)
