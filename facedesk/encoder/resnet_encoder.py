"""The encoders with a ResNet-29: the default one, and those that were trained here."""

import numpy as np
import torch

from facedesk.encoder.dlib_weights import load_resnet29
from facedesk.encoder.encoder import Encoder
from facedesk.encoder.encoder_id import ENCODER_ID
from facedesk.encoder.projection import load_projection
from facedesk.encoder.resnet29 import ResNet29
from facedesk.vision.alignment import CHIP


class ResNetEncoder(Encoder):
    """A ResNet-29 in torch."""

    chip = CHIP

    def __init__(
        self,
        device: torch.device | None = None,
        network: ResNet29 | None = None,
        projection: np.ndarray | None = None,
        encoder_id: str = ENCODER_ID,
    ) -> None:
        """Load the default encoder. Raises WeightsMissing, WeightsDamaged, ResourceMissing.

        projection: float32 (D, 256), the last layer.
        """
        self._device = device or torch.device("cpu")
        self._network = (network or load_resnet29()).to(
            self._device, memory_format=torch.channels_last
        )
        self._projection = load_projection(ENCODER_ID) if projection is None else projection
        self.id = encoder_id
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

    @torch.inference_mode()
    def features(self, chips: np.ndarray) -> np.ndarray:
        """Return what the last layer is given, one pass: (N, 150, 150, 3) -> (N, 256), float32."""
        assert chips.shape[1:] == (CHIP.side, CHIP.side, 3), chips.shape
        batch = torch.tensor(np.ascontiguousarray(chips), device=self._device)
        # Rows of pixels as they lie in the chips are what the convolutions like best.
        batch = batch.permute(0, 3, 1, 2).contiguous(memory_format=torch.channels_last)
        return self._network.features(batch).cpu().numpy()

    def outputs(self, features: np.ndarray) -> np.ndarray:
        """Return what the network says with its own last layer: (…, 256) -> (…, 128)."""
        return features @ self.head.T

    def encodings(self, features: np.ndarray) -> np.ndarray:
        """Return what the last layer that is in use makes of features: (…, 256) -> (…, D)."""
        return features @ self._projection.T
