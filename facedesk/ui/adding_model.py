"""Adds encoders and detectors from files, and measures encoders on photos of people."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from facedesk.encoder.registry import RegisteredModel, chosen_models
from facedesk.ui.adding import ready_models
from facedesk.ui.context import AppContext
from facedesk.ui.dialogs.add_encoder_dialog import AddEncoderDialog
from facedesk.ui.tasks import Cancelled, Progress, TaskCancelled

if TYPE_CHECKING:  # they bring torch, which takes a second to import
    from facedesk.encoder.adding_models import Candidate
    from facedesk.encoder.pixels import Pixels

_Then = Callable[[RegisteredModel], None]


class AddingModel(QObject):
    """Emits changed when there is another model, or more is known of one."""

    changed = Signal()

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def ask_for_file(self, then: _Then) -> None:
        """Let the user choose a file, and add it. then: called with a model that can be used."""
        path, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Add an encoder or a detector"),
            str(Path.home()),
            self.tr("Models (*.onnx *.safetensors)"),
        )
        if path:
            self.examine(Path(path), then)

    def examine(self, file: Path, then: _Then) -> None:
        """Try a file; then add it, once the user has said what it takes."""
        self._try(file, lambda candidate: self._ask(candidate, then))

    def add_trained(self, file: Path, name: str, images: Path, then: _Then) -> None:
        """Add an encoder that was trained here, and measure it on FOLDER/PERSON/*.jpg."""
        self._try(file, lambda candidate: self._add(candidate, name, images, then))

    def measure(self, model: RegisteredModel, images: Path, then: _Then) -> None:
        """Measure an encoder on FOLDER/PERSON/*.jpg, so that it can be used."""
        session, places = self._context.session, self._context.paths
        choice = chosen_models(places, self._context.settings)

        def job(progress: Progress, cancelled: Cancelled) -> None:
            ready_models(session, progress, cancelled)
            from facedesk.evaluation.measure_model import measure_model

            step = self._step(progress, cancelled)
            measure_model(model, images, choice, places.encodings, step)

        def done(_: None) -> None:
            self.changed.emit()
            then(model)

        title = self.tr("Measuring {name}").format(name=model.name)
        self._context.tasks.start(title, job, done)

    def _try(self, file: Path, on_candidate: "Callable[[Candidate], None]") -> None:
        session = self._context.session

        def job(progress: Progress, cancelled: Cancelled) -> "Candidate":
            ready_models(session, progress, cancelled)
            from facedesk.encoder.adding_models import examine

            return examine(file)

        self._context.tasks.start(self.tr("Trying the file"), job, on_candidate)

    def _ask(self, candidate: "Candidate", then: _Then) -> None:
        """Ask for the name of an encoder, and for photos to measure it on."""
        if candidate.tried.kind == "detector":
            self._add(candidate, "", None, then)
            return
        name = candidate.known.name if candidate.known else candidate.file.stem
        dialog = AddEncoderDialog(name, self._window)
        dialog.chosen.connect(lambda name, images: self._add(candidate, name, images, then))
        dialog.open()

    def _add(self, candidate: "Candidate", name: str, images: Path | None, then: _Then) -> None:
        """Register a model; then measure it, if there are images."""
        places = self._context.paths

        def job(progress: Progress, cancelled: Cancelled) -> RegisteredModel:
            from facedesk.encoder.adding_models import add_model

            pixels = self._pixels(candidate, images, self._step(progress, cancelled))
            return add_model(candidate, places.models, name, pixels)

        def done(model: RegisteredModel) -> None:
            self.changed.emit()
            if images is None:
                then(model)
            else:
                self.measure(model, images, then)

        self._context.tasks.start(self.tr("Adding the model"), job, done)

    def _pixels(
        self, candidate: "Candidate", images: Path | None, step: Callable[[int, int], None]
    ) -> "Pixels | None":
        """Find out how it wants its colours, where that is not known."""
        if not candidate.lacks_pixels or images is None:
            return None
        from facedesk.capture.labelled_photos import labelled_photos
        from facedesk.evaluation.finding_pixels import find_pixels

        file, photos = candidate.file, labelled_photos(images)
        detector = self._context.session.models.detector
        return find_pixels(file.read_bytes(), file.name, photos, detector, step)

    def _step(self, progress: Progress, cancelled: Cancelled) -> Callable[[int, int], None]:
        def step(done: int, total: int) -> None:
            if cancelled():
                raise TaskCancelled
            progress(done, total, self.tr("{n} of {all} photos").format(n=done, all=total))

        return step
