"""Turns aligned faces into templates."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

import numpy as np

from facedesk.encoder.template import Template, unit
from facedesk.vision.alignment import AlignedFace, ChipShape


class Encoder(ABC):
    """The function f of the Siamese network, shared by both pictures of every comparison.

    May be asked by several threads at once. id: see Template. chip: how it wants faces cut out.
    dimensions: D, of its templates.
    """

    id: str
    chip: ChipShape
    dimensions: int

    @abstractmethod
    def features(self, chips: np.ndarray) -> np.ndarray:
        """Return what the last layer is given, one pass: (N, S, S, 3) -> (N, F), float32."""

    def outputs(self, features: np.ndarray) -> np.ndarray:
        """Return what the network says with its own last layer: (…, F) -> (…, D), float32."""
        return features

    def encodings(self, features: np.ndarray) -> np.ndarray:
        """Return what the last layer that is in use makes of features: (…, F) -> (…, D)."""
        return features

    def encode(self, faces: Sequence[AlignedFace]) -> tuple[Template, ...]:
        """Return one template per face, all computed in one batch."""
        if not faces:
            return ()
        vectors = self.vectors(np.stack([face.image for face in faces]))
        vectors.setflags(write=False)
        return tuple(Template(vector, self.id) for vector in vectors)

    def vectors(self, chips: np.ndarray) -> np.ndarray:
        """Encode chips, RGB uint8 (N, S, S, 3) -> float32 (N, D) of unit length."""
        return self.combine(self.features_both_ways(chips)[:, None])

    def combine(self, features: np.ndarray) -> np.ndarray:
        """Add up what was seen in all views of each face: (N, V, 2, F) -> unit (N, D), float32.

        A face is the normalised sum of its views, and a view that of the unit encodings of the
        chip and of its mirror image: sums tell people apart better than a single encoding.
        """
        each = unit(self.encodings(features))
        return unit(unit(each.sum(axis=2)).sum(axis=1))

    def features_both_ways(self, chips: np.ndarray) -> np.ndarray:
        """Return the features of chips and of their mirror images: (N, …, 3) -> (N, 2, F)."""
        both = self.features(np.concatenate([chips, chips[:, :, ::-1]]))
        return np.stack(np.split(both, 2), axis=1)
