"""Where everyone of the gallery sits, and who is near whom."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from facedesk.encoder.template import fused
from facedesk.gallery.person import GalleryTemplates, Person
from facedesk.insight.face_map import FaceMap, face_map, nearest
from facedesk.matching.likeness import look_alikes

if TYPE_CHECKING:  # it brings scipy, which the window does not wait for
    from facedesk.matching.recognition import Recognition

_NEIGHBOURS = 5
Neighbour = tuple[int, float]  # an index into the people, and the distance d


@dataclass(frozen=True, eq=False)
class GalleryMap:
    """People, N ≥ 1, and their places.

    vectors: unit, float32 (N, D), one for each. close: pairs of people who are too much alike to
    be told apart, by their indices. nearest: of everyone the nearest other, () where there is none.
    """

    people: tuple[Person, ...]
    vectors: np.ndarray
    map: FaceMap
    close: tuple[tuple[int, int], ...]
    nearest: tuple[Neighbour, ...]

    def neighbours(self, vector: np.ndarray, apart_from: int | None = None) -> list[Neighbour]:
        """Return who is nearest to a template, unit (D,). apart_from: who does not count."""
        rows, apart = nearest(self.vectors, vector, _NEIGHBOURS + 1)
        found = zip(rows.tolist(), apart.tolist(), strict=True)
        return [each for each in found if each[0] != apart_from][:_NEIGHBOURS]

    def close_to(self, index: int) -> set[int]:
        """Return who is too close to somebody."""
        return {other for pair in self.close if index in pair for other in pair if other != index}


def gallery_map(
    enrolled: GalleryTemplates,
    recognition: "Recognition",
    step: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> GalleryMap:
    """Make the map of a gallery with somebody in it.

    step: told how much is done, of how much; whatever it raises ends the work.
    """
    people = enrolled.people
    vectors = fused(enrolled.photos.vectors, enrolled.photos.owners, len(people))
    index_of = {person.id: index for index, person in enumerate(people)}
    close = tuple(
        (index_of[pair.first_id], index_of[pair.second_id])
        for pair in look_alikes(recognition, cancelled)
    )
    found = face_map(vectors, step)
    nearest_to = tuple(zip(found.nearest.tolist(), found.apart.tolist(), strict=True))
    return GalleryMap(people, vectors, found, close, nearest_to)
