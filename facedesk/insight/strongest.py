"""The nine patches that excite each unit most, found in one pass over the faces for all layers."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from facedesk.errors import FacedeskError, NoFacesToSee
from facedesk.insight.best_patches import BestPatches
from facedesk.insight.face_picture import FacePicture
from facedesk.insight.faces import Faces
from facedesk.insight.inside import Inside
from facedesk.insight.layers import Layer

_log = logging.getLogger(__name__)

_BATCH = 16


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
    nothing of any. interest: see BestPatches.interest.
    """

    number: int
    patches: tuple[Patch, ...]
    interest: float


@dataclass(frozen=True, eq=False)
class Strongest:
    """The strongest patches of the U units of a layer, as arrays that can be kept.

    activations: float32 (U, 9), descending, above 0, and 0 where there is none. faces: int32
    (U, 9). places: int16 (U, 9, 2), row and column. interest: float32 (U,). All are read-only.
    """

    activations: np.ndarray
    faces: np.ndarray
    places: np.ndarray
    interest: np.ndarray

    def __post_init__(self) -> None:
        for values in (self.activations, self.faces, self.places, self.interest):
            values.setflags(write=False)

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
    best = {layer.key: BestPatches(layer) for layer in inside.layers}
    seen = 0
    for start in range(0, len(faces), _BATCH):
        progress(start, len(faces))
        readable = dict(_readable(faces, range(start, min(start + _BATCH, len(faces)))))
        if readable:
            seen += len(readable)
            _look(readable, inside, best)
    progress(len(faces), len(faces))
    if not seen:
        raise NoFacesToSee(count=len(faces))
    return {layer.key: _found(best[layer.key], layer) for layer in inside.layers}


def _readable(faces: Faces, indices: range) -> Iterator[tuple[int, FacePicture]]:
    for index in indices:
        try:
            yield index, faces.picture(index)
        except FacedeskError as error:
            _log.info("a face can't be looked at: %s", error.code)


def _look(pictures: dict[int, FacePicture], inside: Inside, best: dict[str, BestPatches]) -> None:
    indices = np.array(list(pictures))
    chips = np.stack([picture.chip for picture in pictures.values()])
    outside = np.stack([picture.outside for picture in pictures.values()])
    for layer, said in inside.activations(chips):
        best[layer.key].look(indices, said.cpu().numpy(), outside)


def _found(best: BestPatches, layer: Layer) -> Strongest:
    places = np.stack(np.divmod(best.places.T, layer.boxes.shape[1]), axis=-1)
    return Strongest(
        best.activations.T.copy(), best.faces.T.copy(), places.astype(np.int16), best.interest()
    )
