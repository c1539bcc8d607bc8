"""The strongest patches of a layer, as faces come; its memory does not grow with them."""

import numpy as np

from facedesk.insight.layers import Layer

PATCHES = 9
# The black that surrounds a picture in a chip has the sharpest edges of all.
_MOST_OUTSIDE = 0.1  # of what a place sees


class BestPatches:
    """What excites the U units of a layer most, so far.

    activations: float32 (9, U), descending, above 0, and 0 where there is none. faces: int32
    (9, U). places: int32 (9, U), counted through all rows of the layer.
    """

    def __init__(self, layer: Layer) -> None:
        self.activations = np.zeros((PATCHES, layer.units), np.float32)
        self.faces = np.zeros((PATCHES, layer.units), np.int32)
        self.places = np.zeros((PATCHES, layer.units), np.int32)
        self._boxes = layer.boxes
        # What all units say at these places.
        self._patterns = np.zeros((PATCHES, layer.units, layer.units), np.float32)
        self._sum, self._squares = np.zeros((2, layer.boxes[..., 0].size, layer.units))
        self._most = np.zeros(layer.units)
        self._seen = 0

    def look(self, indices: np.ndarray, said: np.ndarray, outside: np.ndarray) -> None:
        """Take up what the layer says of B faces, float32 (B, U, R, C).

        indices: int (B,), of the faces. outside: bool (B, 150, 150), which pixels of their chips
        lie outside the picture. Of each face counts the place where a unit says most.
        """
        ignored = share_in(self._boxes, outside) > _MOST_OUTSIDE
        said = said.reshape(*said.shape[:2], -1)
        counted = np.where(ignored.reshape(len(said), 1, -1), 0, said)
        places = counted.argmax(axis=2)
        most = np.take_along_axis(counted, places[:, :, None], axis=2)[:, :, 0]
        self._sum_up(said, most)
        activations = np.concatenate([self.activations, most])
        # Of equals, those that were there first stay.
        order = np.argsort(-activations, axis=0, kind="stable")[:PATCHES]
        self.activations = np.take_along_axis(activations, order, axis=0)
        faces = np.broadcast_to(indices[:, None], most.shape)
        self.faces = _taken(self.faces, faces, order)
        self.places = _taken(self.places, places, order)
        self._patterns = np.take_along_axis(
            self._patterns, np.minimum(order, PATCHES - 1)[:, :, None], axis=0
        )
        rank, unit = np.nonzero(order >= PATCHES)
        face = order[rank, unit] - PATCHES
        self._patterns[rank, unit] = said[face, :, places[face, unit]]

    def interest(self) -> np.ndarray:
        """Return how much there is to see in each unit: float32 (U,), −1…1.

        It is how alike the patches are, times how much the strongest stands out of what the unit
        says of faces in general: 1 − mean / strongest. A unit of one kind of patches, which few
        faces have, gets most; one that says the same of all faces 0, and one that says nothing −1.
        """
        general = np.maximum(self._most / max(self._seen, 1), 0)
        stands_out = 1 - general / np.maximum(self.activations[0], 1e-12)
        return np.where(self.activations[0] > 0, self._alike() * stands_out, -1).astype(np.float32)

    def _alike(self) -> np.ndarray:
        """Return how alike the patches of each unit are to its layer: (U,), −1…1.

        That is the mean cosine, over all pairs of patches, between what the other units say of
        them: by how many standard deviations more than of other faces at that place.
        """
        mean = (self._sum / max(self._seen, 1))[self.places]
        squares = (self._squares / max(self._seen, 1))[self.places]
        deviation = np.sqrt(np.maximum(squares - mean**2, 1e-12))
        patterns = (self._patterns - mean) / deviation
        units = np.arange(mean.shape[1])
        patterns[:, units, units] = 0
        patterns /= np.maximum(np.linalg.norm(patterns, axis=2, keepdims=True), 1e-12)
        there = self.activations > 0
        patterns *= there[:, :, None]
        count = there.sum(axis=0)
        # The square of the sum holds each pair twice, and each patch with itself.
        twice = (patterns.sum(axis=0) ** 2).sum(axis=1) - (patterns**2).sum(axis=(0, 2))
        return twice / np.maximum(count * (count - 1), 1)

    def _sum_up(self, said: np.ndarray, most: np.ndarray) -> None:
        """Count what was said: (B, U, R × C), and most of it: (B, U)."""
        self._sum += said.sum(axis=0, dtype=np.float64).T
        self._squares += np.square(said, dtype=np.float64).sum(axis=0).T
        self._most += most.sum(axis=0, dtype=np.float64)
        self._seen += len(said)


def share_in(boxes: np.ndarray, pixels: np.ndarray) -> np.ndarray:
    """Return which share of each box is set: (R, C, 4), bool (B, 150, 150) -> (B, R, C), 0…1."""
    sums = np.pad(pixels.cumsum(axis=1).cumsum(axis=2), ((0, 0), (1, 0), (1, 0)))
    x1, y1, x2, y2 = np.moveaxis(boxes, -1, 0)
    within = sums[:, y2, x2] - sums[:, y1, x2] - sums[:, y2, x1] + sums[:, y1, x1]
    return within / ((x2 - x1) * (y2 - y1))


def _taken(before: np.ndarray, new: np.ndarray, order: np.ndarray) -> np.ndarray:
    return np.take_along_axis(np.concatenate([before, new]), order, axis=0).astype(before.dtype)
