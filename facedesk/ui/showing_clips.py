"""Has clips made of the user's photos, shows them, and saves them as a picture."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from facedesk.errors import FacedeskError
from facedesk.ui.context import AppContext
from facedesk.ui.dialogs.made_clips_dialog import MadeClipsDialog
from facedesk.ui.making_clips import ClipsWish, MadeClips, MakingClips
from facedesk.ui.messages import error_text
from facedesk.ui.saving_picture import SavingPicture
from facedesk.ui.widgets.made_clips_card import MadeClipsCard

_FIRST_DRAW = 1


class ShowingClips(QObject):
    """Joins a card with the task and the dialog behind it."""

    def __init__(self, context: AppContext, card: MadeClipsCard, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._card = card
        self._folder = Path.home()
        self.making = MakingClips(context, self)
        self.saving = SavingPicture(context, window)
        self.dialog: MadeClipsDialog | None = None
        card.folder_wanted.connect(self._ask_for_folder)
        card.people_wanted.connect(lambda: self.make(ClipsWish(None, _FIRST_DRAW)))
        card.cancel_wanted.connect(self.making.cancel)
        self.making.started.connect(lambda: card.show_running(True))
        self.making.progressed.connect(card.show_progress)
        self.making.ended.connect(lambda: card.show_running(False))
        self.making.found.connect(self._show)
        self.making.failed.connect(self._refuse)

    def make(self, wish: ClipsWish) -> None:
        """Make clips and show them."""
        self._card.show_problem("")
        self.making.start(wish)

    def _ask_for_folder(self) -> None:
        title = self.tr("Folder of photos")
        folder = QFileDialog.getExistingDirectory(self._window, title, str(self._folder))
        if folder:
            self._folder = Path(folder)
            self.make(ClipsWish(self._folder, _FIRST_DRAW))

    def _show(self, made: MadeClips) -> None:
        self.dialog = MadeClipsDialog(made, self._window)
        likely = self.tr("Made clips, draw {n}.png").format(n=made.wish.seed)
        self.dialog.save_wanted.connect(lambda picture: self.saving.ask(picture, likely))
        other = replace(made.wish, seed=made.wish.seed + 1)
        self.dialog.again_wanted.connect(lambda: self.make(other))
        self.dialog.open()

    def _refuse(self, error: FacedeskError) -> None:
        self._card.show_problem(error_text(error))
