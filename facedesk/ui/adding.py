"""Adds people from files: one photo asks for the name, several are named after their files."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from facedesk.capture.photo_file import PHOTO_SUFFIXES, photos_in, read_photo
from facedesk.errors import FacedeskError, StorageError
from facedesk.gallery.names import name_of_file
from facedesk.gallery.person import Person
from facedesk.gallery.photo import PreparedPhoto
from facedesk.live.session import EngineState, LiveSession
from facedesk.matching.decision import Match
from facedesk.matching.likeness import LookAlikes
from facedesk.ui.context import AppContext
from facedesk.ui.dialogs.import_report_dialog import ImportReportDialog, report_text
from facedesk.ui.dialogs.name_photo_dialog import NamePhotoDialog
from facedesk.ui.dialogs.replace_photo_dialog import ReplacePhotoDialog
from facedesk.ui.messages import Level, error_text
from facedesk.ui.tasks import Cancelled, Progress, TaskCancelled

if TYPE_CHECKING:  # they bring torch, which takes a second to import
    from facedesk.encoder.models import Models
    from facedesk.gallery.folder_import import ImportReport

_LOOK_AGAIN_S = 0.05
_Imported = tuple["ImportReport", tuple[LookAlikes, ...]]


class Adding(QObject):
    """Emits changed with the id of whoever was added or has a new photo, or with None."""

    changed = Signal(object)

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._folder = str(Path.home())

    def ask_for_photo(self) -> None:
        """Let the user choose photos, and add them."""
        paths, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("Add photos"), self._folder, photo_filter()
        )
        self.add([Path(path) for path in paths])

    def ask_for_folder(self) -> None:
        """Let the user choose a folder, and import it."""
        title = self.tr("Import a folder of photos")
        path = QFileDialog.getExistingDirectory(self._window, title, self._folder)
        self.add([Path(path)] if path else [])

    def ask_for_new_photo(self, person: Person) -> None:
        """Let the user choose another photo of a person."""
        title = self.tr("Replace photo")
        path, _ = QFileDialog.getOpenFileName(self._window, title, self._folder, photo_filter())
        if path:
            self.replace(person, Path(path))

    def add(self, paths: Sequence[Path]) -> None:
        """Enrol the people on these photos, or in this folder."""
        if not paths:
            return
        self._folder = str(paths[0].parent)
        if len(paths) > 1 or paths[0].is_dir():
            self._import(paths)
        else:
            self._prepare(paths[0], lambda photo, match: self._ask_for_name(photo, match, paths[0]))

    def replace(self, person: Person, path: Path) -> None:
        """Show a new photo of a person, and use it if the user agrees."""
        self._prepare(
            path, lambda photo, match: self._ask_to_replace(person, photo, match), person.id
        )

    def _prepare(
        self,
        path: Path,
        on_prepared: Callable[[PreparedPhoto, Match | None], None],
        apart_from: int | None = None,
    ) -> None:
        """Make a photo of a file, and find out who it looks like besides this person."""
        session, gallery = self._context.session, self._context.gallery

        def job(progress: Progress, cancelled: Cancelled) -> tuple[PreparedPhoto, Match | None]:
            image = read_photo(path)
            models = ready_models(session, progress, cancelled)
            from facedesk.gallery.enrolment import prepare_photo
            from facedesk.gallery.origin import digest_of, marked
            from facedesk.live.resemblance import looks_like

            photo = marked(prepare_photo(image, models), digest_of(path))
            return photo, looks_like(photo, gallery, session.knowledge, session.fpir, apart_from)

        title = self.tr("Looking for the face")
        self._context.tasks.start(
            title, job, lambda found: on_prepared(*found), lambda e: self._refuse(path, e)
        )

    def _refuse(self, path: Path, error: FacedeskError) -> None:
        self._context.messages.show_error(error, path.name)

    def _ask_for_name(self, photo: PreparedPhoto, match: Match | None, path: Path) -> None:
        name = name_of_file(path)
        context = self._context
        dialog = NamePhotoDialog(context.tasks, context.gallery, photo, name, self._window, match)
        dialog.saved.connect(self._tell_kept)
        dialog.open()

    def _ask_to_replace(self, person: Person, photo: PreparedPhoto, match: Match | None) -> None:
        context = self._context
        dialog = ReplacePhotoDialog(
            context.tasks, context.gallery, person, photo, self._window, match
        )
        dialog.saved.connect(self._tell_kept)
        dialog.open()

    def _tell_kept(self, person: Person) -> None:
        text = self.tr("{name} is enrolled.").format(name=person.name)
        if person.photos > 1:
            text = self.tr("{name} is enrolled with {n} photos.").format(
                name=person.name, n=person.photos
            )
        self._context.messages.show(Level.SUCCESS, text)
        self.changed.emit(person.id)

    def _import(self, paths: Sequence[Path]) -> None:
        session, gallery = self._context.session, self._context.gallery

        def job(progress: Progress, cancelled: Cancelled) -> _Imported:
            models = ready_models(session, progress, cancelled)
            from facedesk.gallery.folder_import import import_folder, import_photos

            if len(paths) == 1:
                report = import_folder(paths[0], gallery, models, progress, cancelled)
            else:
                files = [
                    file
                    for path in paths
                    for file in (photos_in(path) if path.is_dir() else [path])
                ]
                report = import_photos(files, gallery, models, progress, cancelled)
            return self._with_likenesses(report, models.encoder.id)

        title = self.tr("Importing photos")
        self._context.tasks.start(title, job, lambda imported: self._tell_imported(*imported))

    def _with_likenesses(self, report: "ImportReport", encoder_id: str) -> _Imported:
        """Add to a report whom those look like who were enrolled; called in the task."""
        from facedesk.live.resemblance import resemblances_of

        session, gallery = self._context.session, self._context.gallery
        added = {person.id for person in report.added}
        if not added or report.error is not None:
            return report, ()
        try:
            return report, resemblances_of(
                added, gallery, encoder_id, session.knowledge, session.fpir
            )
        except StorageError as error:  # what became of the import must be told all the same
            return replace(report, error=error), ()

    def _tell_imported(self, report: "ImportReport", alike: Sequence[LookAlikes]) -> None:
        self.changed.emit(None)
        if report.error is not None:
            self._context.messages.show(Level.ERROR, report_text(report), error_text(report.error))
        if report.refused or alike:
            ImportReportDialog(report, alike, self._window).open()
        elif report.error is None:
            level = Level.SUCCESS if report.added else Level.INFO
            self._context.messages.show(level, report_text(report))


def ready_models(session: LiveSession, progress: Progress, cancelled: Cancelled) -> "Models":
    """Return the networks, waiting until they are loaded. Call it in a task.

    What brings torch is imported afterwards: who imports it first holds up the window. Raises
    TaskCancelled, or why there are none.
    """
    while session.models is None:
        if cancelled():
            raise TaskCancelled
        if session.engine.state is EngineState.FAILED:
            raise session.engine.error or FacedeskError()
        progress(0, 0, QCoreApplication.translate("Adding", "Waiting for the face models…"))
        time.sleep(_LOOK_AGAIN_S)
    return session.models


def photo_filter() -> str:
    """Return which files a dialog shows that asks for a photo."""
    suffixes = " ".join(f"*{suffix}" for suffix in sorted(PHOTO_SUFFIXES))
    photos = QCoreApplication.translate("Adding", "Photos ({suffixes})").format(suffixes=suffixes)
    return f"{photos};;" + QCoreApplication.translate("Adding", "All files (*)")
