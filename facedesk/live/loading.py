"""Loads what the engine needs, in the thread that will use it."""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

import numpy as np
import torch

from facedesk import device
from facedesk.encoder.encoder_id import ENCODER_ID
from facedesk.encoder.models import Models, load_models
from facedesk.encoder.registry import ModelChoice
from facedesk.encoder.template import Template
from facedesk.errors import ModelError, PersonGone, PhotoRefused, SealBroken
from facedesk.gallery.enrolment import template_of
from facedesk.gallery.store import Gallery
from facedesk.live.engine import Engine
from facedesk.live.knowledge import Knowledge, load_knowledge
from facedesk.vision.detector_id import DETECTOR_ID

_log = logging.getLogger(__name__)
# Each time, whoever recognises reads the templates of everyone again.
_STORE_EVERY_S = 5.0


_BUILT_IN = ModelChoice()
_Told = Callable[[ModelError], None]


def load_parts(choice: ModelChoice = _BUILT_IN) -> tuple[Models, Knowledge]:
    """Return the networks and what is known about their encoder.

    Raises WeightsError, ResourceMissing, ModelError.
    """
    models = load_models(choice)
    return models, load_knowledge(models.encoder.id, choice.calibrations, choice.models)


def load_usable_parts(choice: ModelChoice, told: _Told) -> tuple[Models, Knowledge]:
    """Return as load_parts does; what can't be used gives way to what facedesk comes with.

    told: why, for each model that can't be. Raises WeightsError, ResourceMissing.
    """
    default_detector = replace(choice, detector=DETECTOR_ID)
    default_encoder = replace(choice, encoder=ENCODER_ID)
    neither = replace(default_detector, encoder=ENCODER_ID)
    problems: dict[str, ModelError] = {}
    for attempt in (choice, default_detector, default_encoder, neither):
        try:
            parts = load_parts(attempt)
        except ModelError as error:
            problems[error.text] = error
        else:
            break
    for problem in problems.values():
        told(problem)
    return parts


def load_engine(
    gallery: Gallery, choice: ModelChoice = _BUILT_IN, told: _Told = lambda _: None
) -> tuple[Models, Engine]:
    """Return the networks, warmed up, and an engine on the gallery, which is not read yet.

    choice, told: see load_usable_parts. Raises WeightsError, ResourceMissing.
    """
    device.leave_a_core_to_the_window()
    models, knowledge = load_usable_parts(choice, told)
    warm_up(models)
    return models, Engine(models, knowledge, gallery)


def encode_outdated(
    gallery: Gallery,
    models: Models,
    stopped: Callable[[], bool] = lambda: False,
    progress: Callable[[int, int], None] = lambda *_: None,
) -> None:
    """Encode again the photos whose templates come from another encoder. Raises StorageError.

    stopped: asked before each photo whether to leave the rest for the next time. progress: told
    how many are done, of how many. A photo that can't be read any more is left as it is.
    """
    outdated = gallery.outdated(models.encoder.id)
    made: list[tuple[int, Template]] = []
    stored_at = time.monotonic()
    for done, photo_id in enumerate(outdated):
        if stopped():
            break
        progress(done, len(outdated))
        # Whoever is removed in the meantime, in another window, needs no template.
        with suppress(PersonGone), _damage_noted():
            photo = gallery.photo_with(photo_id)
            made.append((photo_id, template_of(photo.jpeg, photo.landmarks, models)))
        if time.monotonic() - stored_at > _STORE_EVERY_S:
            gallery.store_templates(made)
            made, stored_at = [], time.monotonic()
    if made:
        gallery.store_templates(made)


@contextmanager
def _damage_noted() -> Iterator[None]:
    """Go on to the next photo when one is damaged: the others must not wait for its repair."""
    try:
        yield
    except (SealBroken, PhotoRefused) as error:
        _log.warning("a photo can't be encoded again: %s", error.code)


def warm_up(models: Models) -> None:
    """Let torch choose its kernels now, so that the first face does not wait for that."""
    with torch.inference_mode():
        models.detector.detect(np.zeros((480, 640, 3), np.uint8))
        side = models.encoder.chip.side
        models.encoder.vectors(np.zeros((1, side, side, 3), np.uint8))
