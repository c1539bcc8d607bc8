"""The nine patches that excite each unit most, found in one pass over the faces for all layers."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from torch import Tensor

from facedesk.errors import FacedeskError, NoFacesToSee
from facedesk.insight.face_picture import FacePicture
from facedesk.insight.faces import Faces
from facedesk.insight.inside import Inside
from facedesk.insight.layers import Layer

_log = logging.getLogger(__name__)

PATCHES = 9
_BATCH = 16
# The black that surrounds a picture in a chip has the sharpest edges of all.
_MOST_OUTSIDE = 0.1  # of what a place sees


@dataclass(frozen=True)
class Patch:
    """What excites a unit: the index of the face, the place in the layer, and how much."""

    face: int
    row: int
    column: int
    activation: float


@dataclass(frozen=True)
class Unit:
    """A unit of a layer.

    number: 0…U − 1. patches: of up to nine faces, the strongest first; () for one that says
    nothing of any. interest: see Strongest.
    """

    number: int
    patches: tuple[Patch, ...]
    interest: float


@dataclass(frozen=True, eq=False)
class Strongest:
    """Of the U units of a layer, the strongest patches.

    activations: float32 (U, 9), descending, above 0, and 0 where there is none. faces: int32
    (U, 9). places: int16 (U, 9, 2), row and column. interest: float32 (U,): by how many standard
    deviations the nine stand out of what the unit says of all faces; 0 for one that says nothing.
    """

    activations: np.ndarray
    faces: np.ndarray
    places: np.ndarray
    interest: np.ndarray

    def units(self) -> tuple[Unit, ...]:
        """Return all units, the most interesting first."""
        order = np.argsort(-self.interest, kind="stable").tolist()
        return tuple(self.unit(number) for number in order)

    def unit(self, number: int) -> Unit:
        """Return one unit."""
        rows = (self.faces[number], self.places[number], self.activations[number])
        patches = tuple(
            Patch(face, *place, activation)
            for face, place, activation in zip(*(row.tolist() for row in rows), strict=True)
            if activation > 0
        )
        return Unit(number, patches, float(self.interest[number]))


def find_strongest(
    faces: Faces,
    inside: Inside,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> dict[str, Strongest]:
    """Look at every face once, and return the strongest patches by the key of the layer.

    A face whose picture can't be read is left out. progress: told faces done and faces in all;
    whatever it raises ends the work. Raises NoFacesToSee when no picture can be read.
    """
    best = {layer.key: _Best(layer) for layer in inside.layers}
    for start in range(0, len(faces), _BATCH):
        progress(start, len(faces))
        indices, pictures = [], []
        for index, picture in _readable(faces, range(start, min(start + _BATCH, len(faces)))):
            indices.append(index)
            pictures.append(picture)
        if pictures:
            chips = np.stack([picture.chip for picture in pictures])
            outside = np.stack([picture.outside for picture in pictures])
            for layer, said in inside.activations(chips):
                best[layer.key].look(np.array(indices), said, outside)
    progress(len(faces), len(faces))
    if not best["stem"].seen:
        raise NoFacesToSee(count=len(faces))
    return {key: each.found() for key, each in best.items()}


def _readable(faces: Faces, indices: range) -> Iterator[tuple[int, FacePicture]]:
    for index in indices:
        try:
            yield index, faces.picture(index)
        except FacedeskError as error:
            _log.info("a face can't be looked at: %s", error.code)


class _Best:
    """The strongest patches of a layer so far; its memory does not grow with the faces."""

    def __init__(self, layer: Layer) -> None:
        self._boxes = layer.boxes
        self._activations = np.zeros((PATCHES, layer.units), np.float32)
        self._faces = np.zeros((PATCHES, layer.units), np.int32)
        self._places = np.zeros((PATCHES, layer.units), np.int32)
        self._sum, self._squares = np.zeros((2, layer.units))
        self.seen = 0

    def look(self, indices: np.ndarray, said: Tensor, outside: np.ndarray) -> None:
        """Take up what was said of B faces: (B, U, R, C). outside: bool (B, 150, 150)."""
        said = said.flatten(2).cpu().numpy()
        ignored = _share_outside(outside, self._boxes) > _MOST_OUTSIDE
        said = np.where(ignored.reshape(len(said), 1, -1), 0, said)
        places = said.argmax(axis=2)
        maxima = np.take_along_axis(said, places[:, :, None], axis=2)[:, :, 0]
        self._sum += maxima.sum(axis=0, dtype=np.float64)
        self._squares += np.square(maxima, dtype=np.float64).sum(axis=0)
        self.seen += len(indices)
        faces = np.broadcast_to(indices[:, None], maxima.shape)
        activations = np.concatenate([self._activations, maxima])
        # Of equals, those that were there first stay.
        order = np.argsort(-activations, axis=0, kind="stable")[:PATCHES]
        self._activations = np.take_along_axis(activations, order, axis=0)
        self._faces = np.take_along_axis(np.concatenate([self._faces, faces]), order, axis=0)
        self._places = np.take_along_axis(np.concatenate([self._places, places]), order, axis=0)

    def found(self) -> Strongest:
        """Return what has been found."""
        columns = self._boxes.shape[1]
        places = np.stack(np.divmod(self._places.T, columns), axis=-1).astype(np.int16)
        return Strongest(self._activations.T.copy(), self._faces.T.copy(), places, self._interest())

    def _interest(self) -> np.ndarray:
        mean = self._sum / self.seen
        deviation = np.sqrt(np.maximum(self._squares / self.seen - mean**2, 0))
        shown = (self._activations > 0).sum(axis=0)
        top = self._activations.sum(axis=0) / np.maximum(shown, 1)
        return np.where(shown > 0, (top - mean) / np.maximum(deviation, 1e-6), 0).astype(np.float32)


def _share_outside(outside: np.ndarray, boxes: np.ndarray) -> np.ndarray:
    """Return which part of each box lies outside the picture: (B, 150, 150) -> (B, R, C), 0…1."""
    sums = np.pad(outside.cumsum(axis=1).cumsum(axis=2), ((0, 0), (1, 0), (1, 0)))
    x1, y1, x2, y2 = np.moveaxis(boxes, -1, 0)
    inside = sums[:, y2, x2] - sums[:, y1, x2] - sums[:, y2, x1] + sums[:, y1, x1]
    return inside / ((x2 - x1) * (y2 - y1))
