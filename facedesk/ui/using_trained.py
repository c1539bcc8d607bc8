"""Recognises with an encoder that was trained here, once the user has said what that takes."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from facedesk.encoder.registry import RegisteredModel, registered
from facedesk.errors import EncoderUnreadable
from facedesk.evaluation.carry_over import FEWEST_PEOPLE
from facedesk.training.kept import KeptTraining, copy_encoder
from facedesk.ui.choosing_models import ChoosingModels
from facedesk.ui.context import AppContext
from facedesk.ui.dialogs.add_encoder_dialog import AddEncoderDialog
from facedesk.ui.messages import Level
from facedesk.ui.named_file import named_file


class UsingTrained(QObject):
    """Adds the encoder of a training to the models, or saves a copy."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._models = ChoosingModels(context, window)

    def use(self, kept: KeptTraining, name: str) -> None:
        """Add it, measure it, encode everyone with it, and use it; name: of its training."""
        folder = self._context.paths.models

        def job(*_: object) -> RegisteredModel | None:
            try:
                sha256 = hashlib.sha256(kept.encoder.read_bytes()).hexdigest()
            except OSError as error:
                raise EncoderUnreadable(path=kept.folder) from error
            return next((each for each in registered(folder) if each.sha256 == sha256), None)

        def go_on(there: RegisteredModel | None) -> None:
            if there is not None:
                self._models.use(there)
            else:
                self._ask(kept.encoder, name)

        self._context.tasks.start(self.tr("Reading the models"), job, go_on)

    def save_copy(self, kept: KeptTraining, name: str) -> None:
        """Copy the weights, with their card, to where the user wants them."""
        first = str(Path.home() / f"{name}.safetensors")
        kinds = self.tr("Encoders (*.safetensors)")
        title = self.tr("Save a copy of the encoder")
        path, _ = QFileDialog.getSaveFileName(self._window, title, first, kinds)
        if not path:
            return
        file = named_file(path, ".safetensors")
        text = self.tr("The encoder is saved as {file}, with its model card beside it.")
        self._context.tasks.start(
            self.tr("Saving the encoder"),
            lambda *_: copy_encoder(kept, file),
            lambda _: self._context.messages.show(Level.SUCCESS, text.format(file=file)),
        )

    def _ask(self, encoder: Path, name: str) -> None:
        advice = self.tr(
            "With fewer people, from {n} on, it takes over the thresholds of facedesk's own "
            "encoder, corrected for what has changed. Choose people whom it has not learned from: "
            "it knows the others too well to take them for strangers."
        ).format(n=FEWEST_PEOPLE)
        called = self.tr("Trained on {name}").format(name=name)
        dialog = AddEncoderDialog(called, self._window, advice)

        def add(chosen: str, images: Path) -> None:
            models = self._models
            models.adding.add_trained(
                encoder, chosen, images, lambda model: models.using.use(model.id)
            )

        dialog.chosen.connect(add)
        dialog.open()
