"""Lets the user choose, download and remove the models that faces are recognised with."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facedesk.downloads.downloadable import Downloadable
from facedesk.downloads.optional_models import OPTIONAL_MODELS
from facedesk.encoder.registry import BUILT_IN, RegisteredModel
from facedesk.ui.adding import ready_models
from facedesk.ui.adding_model import AddingModel
from facedesk.ui.context import AppContext
from facedesk.ui.dialogs.model_card_dialog import ModelCardDialog
from facedesk.ui.dialogs.remove_model_dialog import RemoveModelDialog
from facedesk.ui.dialogs.use_encoder_dialog import UseEncoderDialog
from facedesk.ui.downloading import Downloading
from facedesk.ui.listed_models import ListedModel, listed_models
from facedesk.ui.messages import Action, Level
from facedesk.ui.tasks import Cancelled, Progress
from facedesk.ui.using_encoder import UsingEncoder


class ChoosingModels(QObject):
    """Emits found with every ListedModel, whenever they were looked up."""

    found = Signal(tuple)

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self.using = UsingEncoder(context, self)
        self.adding = AddingModel(context, window)
        self.downloads = [self._download(wanted) for wanted in OPTIONAL_MODELS]
        self.using.changed.connect(self.look)
        self.adding.changed.connect(self.look)

    def look(self) -> None:
        """Look up which models there are."""
        places = self._context.paths
        title = self.tr("Reading the models")
        self._context.tasks.start(title, lambda *_: listed_models(places), self.found.emit)

    def in_use(self, model: RegisteredModel) -> bool:
        """Tell whether it is the one that the user has chosen."""
        return model.id in (self.using.choice.encoder, self.using.choice.detector)

    def add_file(self) -> None:
        """Let the user add a model from a file."""
        self.adding.ask_for_file(self._offer)

    def show_card(self, listed: ListedModel) -> None:
        """Show its model card."""
        ModelCardDialog(listed.model.name, listed.card or "", self._window).open()

    def use(self, model: RegisteredModel) -> None:
        """Use a detector at once, and an encoder when the user has agreed."""
        if model.kind == "detector":
            self.using.use(model.id)
            return
        session, gallery, places = (
            self._context.session,
            self._context.gallery,
            self._context.paths,
        )

        def job(progress: Progress, cancelled: Cancelled) -> tuple[int, bool]:
            ready_models(session, progress, cancelled)
            photos = sum(person.photos for person in gallery.people())
            usable = {each.model.id for each in listed_models(places) if each.usable}
            return photos, model.id in usable

        title = self.tr("Reading the gallery")
        self._context.tasks.start(title, job, lambda found: self._ask_to_use(model, *found))

    def ask_to_remove(self, model: RegisteredModel) -> None:
        """Remove a model when the user has agreed; what is in use gives way to facedesk's own."""
        own = next(each for each in BUILT_IN if each.kind == model.kind)
        used = self.in_use(model)
        dialog = RemoveModelDialog(model.name, own.name if used else "", self._window)
        dialog.agreed.connect(lambda: self._remove(model, own))
        dialog.open()

    def _ask_to_use(self, model: RegisteredModel, photos: int, measured: bool) -> None:
        dialog = UseEncoderDialog(model.name, photos, measured, self._window)

        def take(images: Path | None) -> None:
            if images is None:
                self.using.use(model.id)
            else:
                self.adding.measure(model, images, lambda _: self.using.use(model.id))

        dialog.chosen.connect(take)
        dialog.open()

    def _remove(self, model: RegisteredModel, own: RegisteredModel) -> None:
        if self.in_use(model):
            self.using.use(own.id, lambda: self._delete(model))
        else:
            self._delete(model)

    def _delete(self, model: RegisteredModel) -> None:
        def job(*_: object) -> None:
            from facedesk.encoder.adding_models import remove_model

            remove_model(model)

        def done(_: None) -> None:
            text = self.tr("{name} is removed.").format(name=model.name)
            self._context.messages.show(Level.SUCCESS, text)
            self.look()

        self._context.tasks.start(self.tr("Removing the model"), job, done)

    def _download(self, wanted: Downloadable) -> Downloading:
        places = self._context.paths

        def fetch(progress: Callable[[int, int], None]) -> RegisteredModel:
            from facedesk.encoder.downloaded_models import download_model

            return download_model(wanted, places, progress)

        downloading = Downloading(self._context, wanted, fetch, self)
        downloading.done.connect(self._offer)
        return downloading

    def _offer(self, model: RegisteredModel) -> None:
        """Say that a model is here; it is used when the user wants it."""
        self.look()
        text = self.tr("{name} is here.").format(name=model.name)
        action = Action(self.tr("Use it"), lambda: self.use(model))
        self._context.messages.show(Level.SUCCESS, text, action=action)
