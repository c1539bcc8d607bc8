"""Reads what the Settings say of each model."""

from contextlib import suppress
from dataclasses import dataclass

from facedesk import resources
from facedesk.encoder.registry import RegisteredModel, registered
from facedesk.errors import ModelNotMeasured, ResourceMissing
from facedesk.matching.grounds import load_grounds
from facedesk.matching.thresholds import Calibration
from facedesk.paths import Paths


@dataclass(frozen=True)
class ListedModel:
    """A model, what decisions with it are based on (an encoder that was measured), its card."""

    model: RegisteredModel
    calibration: Calibration | None
    card: str | None

    @property
    def usable(self) -> bool:
        """Whether it can be used as it is."""
        return self.model.kind == "detector" or self.calibration is not None


def listed_models(places: Paths) -> tuple[ListedModel, ...]:
    """Return all models with what is known of each. Reads files: call it in a task."""
    return tuple(
        ListedModel(model, _calibration(model, places), _card(model))
        for model in registered(places.models)
    )


def _calibration(model: RegisteredModel, places: Paths) -> Calibration | None:
    if model.kind == "encoder":
        with suppress(ResourceMissing, ModelNotMeasured):
            return load_grounds(model.id, places.models, places.calibrations).calibration
    return None


def _card(model: RegisteredModel) -> str | None:
    with suppress(ResourceMissing, OSError):
        if model.built_in:
            return resources.read(f"models/{model.id}.md").decode()
        if model.card is not None:
            return model.card.read_text("utf-8", errors="replace")
    return None
