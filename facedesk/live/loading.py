"""Loads what the engine needs, in the thread that will use it."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np
import torch

from facedesk import device
from facedesk.encoder.models import Models, load_models
from facedesk.errors import PersonGone
from facedesk.gallery.enrolment import template_of
from facedesk.gallery.store import Gallery
from facedesk.live.engine import Engine
from facedesk.live.knowledge import Knowledge, load_knowledge
from facedesk.vision.alignment import CHIP_SIDE


def load_parts(calibrations: Path | None = None) -> tuple[Models, Knowledge]:
    """Return the networks and what is known about their encoder.

    calibrations: the folder with the user's own. Raises WeightsError, ResourceMissing.
    """
    models = load_models()
    return models, load_knowledge(models.encoder.id, calibrations)


def load_engine(gallery: Gallery, calibrations: Path | None = None) -> tuple[Models, Engine]:
    """Return the networks, warmed up, and an engine on the gallery, which is not read yet.

    calibrations: see load_parts. Raises WeightsError, ResourceMissing.
    """
    device.leave_a_core_to_the_window()
    models, knowledge = load_parts(calibrations)
    _warm_up(models)
    return models, Engine(models, knowledge, gallery)


def encode_outdated(
    gallery: Gallery, models: Models, stopped: Callable[[], bool] = lambda: False
) -> None:
    """Encode again the photos whose templates come from another encoder. Raises StorageError.

    stopped: asked before each photo whether to leave the rest for the next time.
    """
    for photo_id in gallery.outdated(models.encoder.id):
        if stopped():
            return
        with suppress(PersonGone):  # removed in the meantime, in another window
            photo = gallery.photo_with(photo_id)
            gallery.store_template(photo_id, template_of(photo.jpeg, photo.landmarks, models))


def _warm_up(models: Models) -> None:
    """Let torch choose its kernels now, so that the first face does not wait for that."""
    with torch.inference_mode():
        models.detector.detect(np.zeros((480, 640, 3), np.uint8))
        models.encoder.vectors(np.zeros((1, CHIP_SIDE, CHIP_SIDE, 3), np.uint8))
