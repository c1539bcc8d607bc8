"""Changes the models that faces are found and recognised with, while the live view goes on."""

from collections.abc import Callable
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
from facedesk.errors import FacedeskError
from facedesk.evaluation.carry_over import was_carried_over
from facedesk.ui.adding import ready_models
from facedesk.ui.context import AppContext
from facedesk.ui.messages import Action, Level
from facedesk.ui.tasks import Cancelled, Progress, Task, TaskCancelled

if TYPE_CHECKING:  # they bring torch, which takes a second to import
    from facedesk.encoder.models import Models
    from facedesk.live.knowledge import Knowledge


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

    def _take(self, model: RegisteredModel, parts: "tuple[Models, Knowledge]", before: str) -> None:
        context = self._context
        context.session.recognise_with(*parts)
        context.keep(*chosen_setting(model))
        undo = None if before == model.id else Action(self.tr("Undo"), lambda: self.use(before))
        if model.kind == "encoder":
            text = self.tr("Faces are recognised with {name} from now on.")
            warning = self._warning(parts[1])
        else:
            text, warning = self.tr("Faces are found with {name} from now on."), ""
        level = Level.WARNING if warning else Level.SUCCESS
        context.messages.show(level, text.format(name=model.name), warning, undo)
        self.changed.emit()

    def _warning(self, knowledge: "Knowledge") -> str:
        """Return what there is to say of how an encoder decides; "" where it was measured."""
        if not was_carried_over(knowledge.calibration):
            return ""
        return self.tr(
            "It decides by the thresholds of facedesk's own encoder, corrected for what has "
            "changed: rather too strictly. Measure it on more people when you can."
        )
