"""Compares a trained encoder with the one in use, on the people it has not learned from."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facedesk.errors import EncoderUnreadable, FacedeskError, OtherFaces
from facedesk.low_priority import give_way
from facedesk.training.kept import KeptTraining
from facedesk.ui.adding import ready_models
from facedesk.ui.context import AppContext
from facedesk.ui.lab_faces import faces_in
from facedesk.ui.tasks import Cancelled, Progress, Task, TaskCancelled

if TYPE_CHECKING:  # they bring torch, which takes a second to import
    from facedesk.capture.labelled_photos import LabelledPhoto
    from facedesk.encoder.encoder import Encoder
    from facedesk.evaluation.comparison import Compared


@dataclass(frozen=True)
class Comparison:
    """people, photos: whom both were tried on."""

    people: int
    photos: int
    present: "Compared"
    trained: "Compared"


class Comparing(QObject):
    """Runs a comparison as a task."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def start(
        self,
        kept: KeptTraining,
        on_result: Callable[[Comparison], None],
        on_error: Callable[[FacedeskError], None],
    ) -> Task:
        """Compare, unless cancelled; one of the two callbacks follows."""

        def job(progress: Progress, cancelled: Cancelled) -> Comparison:
            give_way()
            return self._compared(kept, progress, cancelled)

        return self._context.tasks.start(self.tr("Comparing encoders"), job, on_result, on_error)

    def _compared(self, kept: KeptTraining, progress: Progress, cancelled: Cancelled) -> Comparison:
        photos = self._held_out(kept, progress, cancelled)
        models = ready_models(self._context.session, progress, cancelled)
        from facedesk.encoder.models import Models
        from facedesk.evaluation.comparison import compared

        cache, words = self._context.paths.encodings, ""

        def step(done: int, total: int) -> None:
            if cancelled():
                raise TaskCancelled
            progress(done, total, words)

        words = self.tr("The one in use")
        present = compared(photos, models, cache, step)
        words = self.tr("The trained one")
        trained = compared(photos, Models(models.detector, _encoder_of(kept)), cache, step)
        return Comparison(len({photo.person for photo in photos}), len(photos), present, trained)

    def _held_out(
        self, kept: KeptTraining, progress: Progress, cancelled: Cancelled
    ) -> "list[LabelledPhoto]":
        """Return the photos of those who were not learned from. Raises OtherFaces."""
        faces = faces_in(kept.facts.images, self._context, progress, cancelled)
        from facedesk.capture.labelled_photos import LabelledPhoto
        from facedesk.training.webcam_copies import split_with_copies

        learned, held_out = split_with_copies(faces, kept.facts.settings)
        # With other photos others might be held out, who were learned from.
        if held_out is None or learned.digest + held_out.digest != kept.facts.digest:
            raise OtherFaces
        photos = dict(zip(held_out.photos, held_out.persons, strict=True))
        return [LabelledPhoto(path, person) for path, person in photos.items()]


def _encoder_of(kept: KeptTraining) -> "Encoder":
    from facedesk.device import best_device
    from facedesk.encoder.registered_networks import trained_encoder

    try:
        data = kept.encoder.read_bytes()
        name = f"trained-{hashlib.sha256(data).hexdigest()[:16]}"
        return trained_encoder(data, best_device(), name)
    except (OSError, ValueError) as error:
        raise EncoderUnreadable(path=kept.folder) from error
