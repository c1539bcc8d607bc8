"""Opens the gallery before there is a window; asks for the passphrase where it takes one."""

from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from facedesk.errors import FacedeskError
from facedesk.gallery.store import Gallery
from facedesk.ui.dialogs.unlock_dialog import OpenWith, UnlockDialog
from facedesk.ui.messages import Messages
from facedesk.ui.tasks import TaskRunner

_SOON_MS = 700  # whatever is open by then needs no dialog
_GIVE_UP_S = 1.0  # whoever quits does not wait for a keyring


def opened_gallery(open_with: OpenWith, file: Path | None) -> Gallery | None:
    """Return the gallery, None when the user would rather quit.

    See UnlockDialog for the arguments. Raises what open_with raises, unless the user can help.
    """
    opening = _Opening(open_with, file)
    try:
        opening.run()
    finally:
        opening.end()
    if opening.error is not None:
        raise opening.error
    return opening.gallery


class _Opening:
    """One opening, with the event loop that runs until it has ended."""

    def __init__(self, open_with: OpenWith, file: Path | None) -> None:
        self.gallery: Gallery | None = None
        self.error: FacedeskError | None = None
        self._loop = QEventLoop()
        self._tasks = TaskRunner(Messages())
        self._dialog = UnlockDialog(self._tasks, open_with, file)
        self._dialog.opened.connect(self._take)
        self._dialog.failed.connect(self._fail)
        self._dialog.rejected.connect(self._loop.quit)
        self._dialog.asked.connect(self._dialog.show)
        self._soon = QTimer(singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._dialog.show)

    def run(self) -> None:
        self._soon.start()
        self._dialog.attempt()
        self._loop.exec()

    def end(self) -> None:
        self._soon.stop()
        self._dialog.hide()
        self._dialog.deleteLater()
        self._tasks.stop(_GIVE_UP_S)

    def _take(self, gallery: Gallery) -> None:
        self.gallery = gallery
        self._loop.quit()

    def _fail(self, error: FacedeskError) -> None:
        self.error = error
        self._loop.quit()
