"""Changes the models that faces are found and recognised with, while the live view goes on."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facedesk.encoder.registry import (
    ModelChoice,
    RegisteredModel,
    chosen_models,
    chosen_setting,
    registered_model,
    replace_model,
)
from facedesk.errors import FacedeskError, ModelThere
from facedesk.matching.thresholds import Calibration
from facedesk.ui.adding import ready_models
from facedesk.ui.context import AppContext
from facedesk.ui.messages import Action, Level
from facedesk.ui.tasks import Cancelled, Progress, Task, TaskCancelled

if TYPE_CHECKING:  # they bring torch, which takes a second to import
    from facedesk.encoder.models import Models
    from facedesk.live.knowledge import Knowledge

    _Trained = tuple[RegisteredModel, tuple[Models, Knowledge], Calibration]


class UsingEncoder(QObject):
    """Emits changed when other models are used."""

    changed = Signal()

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    @property
    def choice(self) -> ModelChoice:
        """What the user has chosen."""
        return chosen_models(self._context.paths, self._context.settings)

    def use(self, model_id: str, then: Callable[[], None] | None = None) -> Task | None:
        """Find or recognise faces with a model from now on, by its id; None where it is gone.

        Everyone is encoded with a new encoder before it is used, so that nobody becomes a stranger
        meanwhile; cancelled before that, nothing changes. then: called once it is used, in
        place of an offer to undo that.
        """
        try:
            model = registered_model(self._context.paths.models, model_id)
        except FacedeskError as error:
            self._context.messages.show_error(error)
            return None
        before = getattr(self.choice, model.kind)
        choice = replace_model(self.choice, model)

        def job(progress: Progress, cancelled: Cancelled) -> "tuple[Models, Knowledge]":
            return self._prepared(choice, progress, cancelled)

        def done(parts: "tuple[Models, Knowledge]") -> None:
            self._take(model, parts, model.id if then else before)
            if then:
                then()

        title = self.tr("Changing to {name}").format(name=model.name)
        return self._context.tasks.start(title, job, done)

    def add_trained(self, file: Path, name: str, images: Path) -> Task:
        """Add an encoder that was trained here, measure it on FOLDER/PERSON/*.jpg, and use it.

        One that was added before is measured again. Cancelled, it stays among the models, unused.
        """
        context, before, choice = self._context, self.choice.encoder, self.choice

        def job(progress: Progress, cancelled: Cancelled) -> "_Trained":
            ready_models(context.session, progress, cancelled)
            model = self._added(file, name)
            calibration = self._measured(model, images, choice, progress, cancelled)
            parts = self._prepared(replace_model(choice, model), progress, cancelled)
            return model, parts, calibration

        def done(made: "_Trained") -> None:
            model, parts, calibration = made
            self._take(model, parts, before, self._warning(calibration))

        title = self.tr("Changing to {name}").format(name=name)
        return context.tasks.start(title, job, done)

    def _added(self, file: Path, name: str) -> RegisteredModel:
        """Register a file, unless that was done before."""
        from facedesk.encoder.adding_models import add_model, examine

        folder = self._context.paths.models
        try:
            return add_model(examine(file), folder, name)
        except ModelThere as error:
            return registered_model(folder, error.details["name"])

    def _measured(
        self,
        model: RegisteredModel,
        images: Path,
        choice: ModelChoice,
        progress: Progress,
        cancelled: Cancelled,
    ) -> Calibration:
        from facedesk.evaluation.measure_model import measure_model

        def step(done: int, total: int) -> None:
            if cancelled():
                raise TaskCancelled
            progress(done, total, self.tr("Measuring: {n} of {all}").format(n=done, all=total))

        cache = self._context.paths.encodings
        return measure_model(model, images, choice, cache, step).calibration

    def _warning(self, calibration: Calibration) -> str:
        """Return what there is to say of how an encoder decides; "" where it was measured."""
        from facedesk.evaluation.carry_over import was_carried_over
        from facedesk.evaluation.know_encoder import FEWEST_PEOPLE

        if not was_carried_over(calibration):
            return ""
        return self.tr(
            "The folder is too small to measure it. It decides by the thresholds of facedesk's own "
            "encoder, corrected for what has changed: rather too strictly. With {n} people or more "
            "it can be measured in the settings."
        ).format(n=FEWEST_PEOPLE)

    def _prepared(
        self, choice: ModelChoice, progress: Progress, cancelled: Cancelled
    ) -> "tuple[Models, Knowledge]":
        """Load the models, and encode everyone with them."""
        ready_models(self._context.session, progress, cancelled)
        from facedesk.live.loading import encode_outdated, load_parts, warm_up

        def step(done: int, total: int) -> None:
            progress(done, total, self.tr("{n} of {all} photos").format(n=done, all=total))

        models, knowledge = load_parts(choice)
        warm_up(models)
        encode_outdated(self._context.gallery, models, cancelled, step)
        if cancelled():
            raise TaskCancelled
        return models, knowledge

    def _take(
        self,
        model: RegisteredModel,
        parts: "tuple[Models, Knowledge]",
        before: str,
        warning: str = "",
    ) -> None:
        context = self._context
        context.session.recognise_with(*parts)
        context.keep(*chosen_setting(model))
        undo = None if before == model.id else Action(self.tr("Undo"), lambda: self.use(before))
        text = (
            self.tr("Faces are recognised with {name} from now on.")
            if model.kind == "encoder"
            else self.tr("Faces are found with {name} from now on.")
        )
        level = Level.WARNING if warning else Level.SUCCESS
        context.messages.show(level, text.format(name=model.name), warning, undo)
        self.changed.emit()
