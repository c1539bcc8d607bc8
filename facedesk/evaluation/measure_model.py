"""Measures an encoder that the user has added, and keeps what decisions with it are based on."""

from collections.abc import Callable
from pathlib import Path

from facedesk.capture.labelled_photos import labelled_photos
from facedesk.encoder.models import load_models
from facedesk.encoder.registry import ModelChoice, RegisteredModel, replace_model
from facedesk.evaluation.know_encoder import know_encoder
from facedesk.matching.grounds import Grounds, keep_grounds


def measure_model(
    model: RegisteredModel,
    images: Path,
    choice: ModelChoice,
    cache: Path,
    progress: Callable[[int, int], None],
) -> Grounds:
    """Measure on FOLDER/PERSON/*.jpg. choice: whose detector finds the faces.

    cache, progress: see encode_data_set; what was measured before stays until all is done. Raises
    FolderEmpty, SourceError, TooFewPeople, NobodyToCompare, ModelError, DiskFull,
    FolderNotWritable.
    """
    photos = labelled_photos(images)
    models = load_models(replace_model(choice, model))
    grounds = know_encoder(photos, images.name, models, cache, progress)
    keep_grounds(grounds, model.file.parent)
    return grounds
