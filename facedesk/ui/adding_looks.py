"""Adds extra photos of a person from files."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facedesk.capture.photo_file import read_photo
from facedesk.errors import FacedeskError, PhotoRefused, TooManyLooks
from facedesk.gallery.person import Person
from facedesk.gallery.photo import PreparedPhoto
from facedesk.ui.adding import ready_models
from facedesk.ui.context import AppContext
from facedesk.ui.dialogs.look_doubt_dialog import LookDoubtDialog
from facedesk.ui.messages import error_text
from facedesk.ui.tasks import Cancelled, Progress, Task

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.live.resemblance import LookDoubt


@dataclass(frozen=True)
class _Outcome:
    """What became of some files. refused: with their names."""

    added: int
    doubtful: tuple[tuple[PreparedPhoto, "LookDoubt"], ...]
    refused: tuple[tuple[str, FacedeskError], ...]


class AddingLooks(QObject):
    """Emits changed when a person has another look, and told with what there is to say of it.

    Photos that hardly show the person are shown, and added only if the user says so.
    """

    changed = Signal()
    told = Signal(str)

    def __init__(self, context: AppContext, person: Person, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._person = person
        self._window = window
        self._task: Task | None = None
        self._stopped = False

    def stop(self) -> None:
        """Add no more, and say no more."""
        self._stopped = True
        if self._task is not None:
            self._task.cancel()

    def add(self, paths: Sequence[Path]) -> None:
        """Add the person on each of these photos."""
        title = self.tr("Looking for the face")
        self.told.emit(title + "…")
        self._task = self._context.tasks.start(
            title, lambda *task: self._take(paths, *task), self._tell, self._refuse
        )

    def _take(self, paths: Sequence[Path], progress: Progress, cancelled: Cancelled) -> _Outcome:
        """Add what can be added without a question; called in the task."""
        session, gallery, person = self._context.session, self._context.gallery, self._person
        models = ready_models(session, progress, cancelled)
        from facedesk.gallery.enrolment import prepare_photo
        from facedesk.live.resemblance import doubt_about_look

        added, doubtful, refused = 0, [], []
        for done, path in enumerate(paths):
            if cancelled():
                break
            progress(done, len(paths), path.name)
            try:
                photo = prepare_photo(read_photo(path), models)
                doubt = doubt_about_look(photo, person.id, gallery, session.knowledge, session.fpir)
                if doubt is not None:
                    doubtful.append((photo, doubt))
                    continue
                gallery.add_look(person.id, photo)
                added += 1
            except PhotoRefused as error:
                refused.append((path.name, error))
            except TooManyLooks as error:  # it would be the same with all that follow
                refused.extend((path.name, error) for path in paths[done:])
                break
        return _Outcome(added, tuple(doubtful), tuple(refused))

    def _tell(self, outcome: _Outcome) -> None:
        if self._stopped:
            return
        lines = [self._added(outcome.added)] if outcome.added else []
        lines += [f"{name}: {error_text(error)}" for name, error in outcome.refused]
        self.told.emit("\n".join(lines))
        if outcome.added:
            self.changed.emit()
        self._ask(list(outcome.doubtful))

    def _ask(self, doubtful: list[tuple[PreparedPhoto, "LookDoubt"]]) -> None:
        """Ask about the doubtful photos, one after the other."""
        if not doubtful:
            return
        context, (photo, doubt) = self._context, doubtful.pop(0)
        dialog = LookDoubtDialog(context.tasks, context.gallery, photo, doubt, self._window)
        dialog.saved.connect(lambda _: self.told.emit(self._added(1)))
        dialog.saved.connect(lambda _: self.changed.emit())
        dialog.finished.connect(lambda _: self._ask(doubtful))
        dialog.open()

    def _refuse(self, error: FacedeskError) -> None:
        if not self._stopped:
            self.told.emit(error_text(error))

    def _added(self, count: int) -> str:
        if count == 1:
            return self.tr("One look was added.")
        return self.tr("{n} looks were added.").format(n=count)
