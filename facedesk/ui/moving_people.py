"""Takes people to other galleries and back, in encrypted files."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from facedesk.gallery.person import Person
from facedesk.gallery.transfer.exporting import SUFFIX, export_people, with_suffix
from facedesk.gallery.transfer.importing import (
    Imported,
    ImportPlan,
    OnClash,
    Outcome,
    carry_out,
    plan_import,
)
from facedesk.gallery.transfer.sealed_file import SealedFile
from facedesk.ui.context import AppContext
from facedesk.ui.dialogs.clash_dialog import ClashDialog
from facedesk.ui.dialogs.export_dialog import ExportDialog
from facedesk.ui.dialogs.file_passphrase_dialog import FilePassphraseDialog
from facedesk.ui.dialogs.import_plan_dialog import ImportPlanDialog
from facedesk.ui.messages import Level
from facedesk.ui.tasks import Cancelled, Progress, TaskCancelled


class MovingPeople(QObject):
    """Emits changed when people have come."""

    changed = Signal()

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._folder = Path.home()

    def ask_to_export(self, everyone: int, person: Person | None) -> None:
        """Ask who is to be exported, how and where to; then do it."""
        dialog = ExportDialog(everyone, person, self._window)
        dialog.chosen.connect(self._ask_where)
        dialog.open()

    def ask_to_import(self) -> None:
        """Ask for a file, show what it would bring, and take it over if the user agrees."""
        path, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Import people"), str(self._folder), self._filter()
        )
        if path:
            self.import_file(Path(path))

    def import_file(self, path: Path) -> None:
        """Ask for the passphrase of a file, and go on as above."""
        self._folder = path.parent
        dialog = FilePassphraseDialog(self._context.tasks, path, self._window)
        dialog.opened.connect(self._plan)
        dialog.failed.connect(self._context.messages.show_error)
        dialog.open()

    def export(self, path: Path, passphrase: str, person_id: int | None) -> None:
        """Write everyone, or one person, into a file."""
        path = with_suffix(path)
        gallery = self._context.gallery
        ids = None if person_id is None else [person_id]

        def job(progress: Progress, cancelled: Cancelled) -> int:
            return export_people(gallery, path, passphrase, _stoppable(progress, cancelled), ids)

        self._context.tasks.start(
            self.tr("Exporting people"), job, lambda count: self._tell_exported(count, path)
        )

    def _ask_where(self, passphrase: str, person_id: int | None) -> None:
        # Nobody's name: who sees the file must not learn from it who is in it.
        name = f"facedesk {date.today().isoformat()}{SUFFIX}"
        path, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Export people"), str(self._folder / name), self._filter()
        )
        if path:
            self._folder = Path(path).parent
            self.export(Path(path), passphrase, person_id)

    def _tell_exported(self, count: int, path: Path) -> None:
        text = self.tr("One person is exported.")
        if count != 1:
            text = self.tr("{n} people are exported.").format(n=count)
        self._context.messages.show(Level.SUCCESS, text, str(path))

    def _plan(self, file: SealedFile) -> None:
        gallery = self._context.gallery

        def job(progress: Progress, cancelled: Cancelled) -> ImportPlan:
            return plan_import(gallery, file, _stoppable(progress, cancelled))

        self._context.tasks.start(self.tr("Reading the file"), job, self._show_plan)

    def _show_plan(self, plan: ImportPlan) -> None:
        dialog = ImportPlanDialog(plan, self._window)
        dialog.agreed.connect(lambda: self._decide(plan))
        dialog.open()

    def _decide(self, plan: ImportPlan) -> None:
        if not plan.clashes:
            self._carry_out(plan, {})
            return
        context = self._context
        dialog = ClashDialog(context.tasks, context.gallery, plan.clashes, self._window)
        dialog.decided.connect(lambda chosen: self._carry_out(plan, chosen))
        dialog.open()

    def _carry_out(self, plan: ImportPlan, chosen: Mapping[str, OnClash]) -> None:
        gallery = self._context.gallery

        def job(progress: Progress, cancelled: Cancelled) -> tuple[Imported, ...]:
            return carry_out(gallery, plan, chosen, _stoppable(progress, cancelled))

        self._context.tasks.start(self.tr("Importing people"), job, self._tell_imported)

    def _tell_imported(self, done: tuple[Imported, ...]) -> None:
        counts = {outcome: sum(d.outcome is outcome for d in done) for outcome in Outcome}
        come = counts[Outcome.ADDED] + counts[Outcome.RENAMED]
        text = self.tr("Added: {added}. Replaced: {replaced}. Left as they were: {left}.").format(
            added=come,
            replaced=counts[Outcome.REPLACED],
            left=counts[Outcome.KEPT] + counts[Outcome.SAME],
        )
        self._context.messages.show(Level.SUCCESS, text)
        self.changed.emit()

    def _filter(self) -> str:
        people = self.tr("People ({suffix})").format(suffix=f"*{SUFFIX}")
        return f"{people};;" + self.tr("All files (*)")


def _stoppable(progress: Progress, cancelled: Cancelled) -> Callable[[int, int], None]:
    """Return a progress that ends the job once the user has cancelled it."""

    def tell(done: int, total: int) -> None:
        if cancelled():
            raise TaskCancelled
        progress(done, total, "")

    return tell
