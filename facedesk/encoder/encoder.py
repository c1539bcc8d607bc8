"""Turns aligned faces into templates."""

from collections.abc import Sequence

import numpy as np
import torch

from facedesk.encoder.dlib_weights import load_resnet29
from facedesk.encoder.encoder_id import ENCODER_ID
from facedesk.encoder.projection import load_projection
from facedesk.encoder.resnet29 import ResNet29
from facedesk.encoder.template import Template, unit
from facedesk.vision.alignment import CHIP_SIDE, AlignedFace


class Encoder:
    """The function f of the Siamese network, shared by both pictures of every comparison."""

    def __init__(
        self,
        device: torch.device | None = None,
        network: ResNet29 | None = None,
        projection: np.ndarray | None = None,
    ) -> None:
        """Load the default encoder. Raises WeightsMissing, WeightsDamaged, ResourceMissing.

        projection: float32 (D, 256), the last layer.
        """
        self._device = device or torch.device("cpu")
        self._network = (network or load_resnet29()).to(
            self._device, memory_format=torch.channels_last
        )
        self._projection = load_projection(ENCODER_ID) if projection is None else projection
        self.id = ENCODER_ID
        self.dimensions = len(self._projection)

    @property
    def network(self) -> ResNet29:
        """The network up to its features, to look into; its own last layer is not in use."""
        return self._network

    @property
    def last_layer(self) -> np.ndarray:
        """The last layer that is in use, float32 (D, 256)."""
        return self._projection

    @property
    def head(self) -> np.ndarray:
        """The network's own last layer, float32 (128, 256)."""
        return self._network.head.weight.detach().cpu().numpy()

    def encode(self, faces: Sequence[AlignedFace]) -> tuple[Template, ...]:
        """Return one template per face, all computed in one batch."""
        if not faces:
            return ()
        vectors = self.vectors(np.stack([face.image for face in faces]))
        vectors.setflags(write=False)
        return tuple(Template(vector, self.id) for vector in vectors)

    def vectors(self, chips: np.ndarray) -> np.ndarray:
        """Encode chips, RGB uint8 (N, 150, 150, 3) -> float32 (N, D) of unit length."""
        return self.combine(self.features_both_ways(chips)[:, None])

    def combine(self, features: np.ndarray) -> np.ndarray:
        """Add up what was seen in all views of each face: (N, V, 2, 256) -> unit (N, D), float32.

        A face is the normalised sum of its views, and a view that of the unit encodings of the
        chip and of its mirror image: sums tell people apart better than a single encoding.
        """
        each = unit(features @ self._projection.T)
        return unit(unit(each.sum(axis=2)).sum(axis=1))

    def features_both_ways(self, chips: np.ndarray) -> np.ndarray:
        """Return the features of chips and of their mirror images: (N, …, 3) -> (N, 2, 256)."""
        both = self.features(np.concatenate([chips, chips[:, :, ::-1]]))
        return np.stack(np.split(both, 2), axis=1)

    @torch.inference_mode()
    def features(self, chips: np.ndarray) -> np.ndarray:
        """Return what the last layer is given, one pass: (N, 150, 150, 3) -> (N, 256), float32."""
        return self._network.features(self._batch(chips)).cpu().numpy()

    @torch.inference_mode()
    def outputs(self, chips: np.ndarray) -> np.ndarray:
        """Return what the network says with its own last layer: (N, 150, 150, 3) -> (N, 128)."""
        return self._network(self._batch(chips)).cpu().numpy()

    def _batch(self, chips: np.ndarray) -> torch.Tensor:
        assert chips.shape[1:] == (CHIP_SIDE, CHIP_SIDE, 3), chips.shape
        batch = torch.tensor(np.ascontiguousarray(chips), device=self._device)
        # Rows of pixels as they lie in the chips are what the convolutions like best.
        return batch.permute(0, 3, 1, 2).contiguous(memory_format=torch.channels_last)
