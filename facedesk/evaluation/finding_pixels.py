"""Finds out how an ONNX encoder wants its colours, from photos of people.

Given otherwise than it was trained with, it tells people apart less well. How well it does is d′,
the distance between the mean similarities of photos of one person and of two, in their standard
deviations (Green and Swets, "Signal Detection Theory and Psychophysics", 1966).
"""

from collections.abc import Callable, Sequence
from itertools import groupby

import numpy as np

from facedesk.capture.labelled_photos import LabelledPhoto
from facedesk.encoder.models import Models
from facedesk.encoder.onnx_encoder import OnnxEncoder
from facedesk.encoder.pixels import EVERY_KIND, Pixels
from facedesk.errors import NobodyToCompare, PeopleNotToldApart
from facedesk.evaluation.encodings import main_chips
from facedesk.vision.detection import Detector

_MOST_PEOPLE = 60
_FEWEST_PEOPLE = 10
_TOLD_APART = 1.0  # d′; of encoders of faces it is above 3, of others near 0


def find_pixels(
    data: bytes,
    name: str,
    photos: Sequence[LabelledPhoto],
    detector: Detector,
    progress: Callable[[int, int], None],
) -> Pixels:
    """Return how it tells people apart best. data: the contents of a file that was tried.

    name: the file's. photos: of people, the first two of whom count. progress: told people done,
    and in all. Raises NobodyToCompare, PeopleNotToldApart.
    """
    pairs = _pairs(photos)
    models = Models(detector, OnnxEncoder("", data, EVERY_KIND[0]))
    found = []
    for done, paths in enumerate(pairs):
        progress(done, len(pairs))
        chips = [main_chips(photo.path, models, 1, False) for photo in paths]
        if all(each is not None for each in chips):
            found.append(np.concatenate(chips))
    if len(found) < _FEWEST_PEOPLE:
        raise NobodyToCompare
    chips = np.stack(found)
    apart = [told_apart(OnnxEncoder("", data, pixels), chips) for pixels in EVERY_KIND]
    if max(apart) < _TOLD_APART:
        raise PeopleNotToldApart(path=name)
    return EVERY_KIND[int(np.argmax(apart))]


def told_apart(encoder: OnnxEncoder, chips: np.ndarray) -> float:
    """Return d′ of two photos each of P people: RGB uint8 (P, 2, 112, 112, 3)."""
    people = len(chips)
    vectors = encoder.vectors(chips.reshape(-1, *chips.shape[2:])).reshape(people, 2, -1)
    alike = vectors[:, 0] @ vectors[:, 1].T
    same, different = np.diag(alike), alike[~np.eye(people, dtype=bool)]
    spread = np.sqrt((same.var() + different.var()) / 2)
    return float((same.mean() - different.mean()) / max(spread, 1e-9))


def _pairs(photos: Sequence[LabelledPhoto]) -> list[list[LabelledPhoto]]:
    """Return the first two photos of the first people who have several."""
    people = (list(own) for _, own in groupby(photos, key=lambda photo: photo.person))
    return [own[:2] for own in people if len(own) > 1][:_MOST_PEOPLE]
