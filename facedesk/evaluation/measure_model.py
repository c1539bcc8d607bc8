"""Measures an encoder that the user has added, and keeps what decisions with it are based on."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from facedesk.capture.labelled_photos import LabelledPhoto, labelled_photos
from facedesk.encoder.encoder_id import ENCODER_ID
from facedesk.encoder.models import Models, load_models
from facedesk.encoder.registry import ModelChoice, RegisteredModel, replace_model
from facedesk.errors import TooFewPeople
from facedesk.evaluation.carry_over import are_kin, carried_over
from facedesk.evaluation.data_set import encode_data_set
from facedesk.evaluation.know_encoder import FEWEST_PEOPLE, know_encoder
from facedesk.matching.grounds import Grounds, keep_grounds, load_grounds

_Progress = Callable[[int, int], None]


def measure_model(
    model: RegisteredModel,
    images: Path,
    choice: ModelChoice,
    cache: Path,
    progress: _Progress,
) -> Grounds:
    """Measure on FOLDER/PERSON/*.jpg. choice: whose detector finds the faces.

    Where there are too few people, what is known of the default encoder is carried over to one that
    was trained from it. cache, progress: see encode_data_set; what was measured before stays until
    all is done. Raises FolderEmpty, SourceError, TooFewPeople, NobodyToCompare, ModelError,
    DiskFull, FolderNotWritable.
    """
    photos = labelled_photos(images)
    models = load_models(replace_model(choice, model))
    if model.trained and len({photo.person for photo in photos}) < FEWEST_PEOPLE:
        grounds = _carried_over(photos, images.name, models, choice, cache, progress)
    else:
        grounds = know_encoder(photos, images.name, models, cache, progress)
    keep_grounds(grounds, model.file.parent)
    return grounds


def _carried_over(
    photos: Sequence[LabelledPhoto],
    name: str,
    models: Models,
    choice: ModelChoice,
    cache: Path,
    progress: _Progress,
) -> Grounds:
    """Encode the photos with the default encoder as well."""
    own = Models(models.detector, load_models(replace(choice, encoder=ENCODER_ID)).encoder)
    before, after = (encode_data_set(photos, each, cache, progress) for each in (own, models))
    if not are_kin(before.vectors, after.vectors):
        raise TooFewPeople(found=len(set(after.persons)), needed=FEWEST_PEOPLE)
    known = load_grounds(ENCODER_ID)
    encoder_id = models.encoder.id
    return carried_over(known, before.vectors, after.vectors, after.persons, encoder_id, name)
