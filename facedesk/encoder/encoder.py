"""Turns aligned faces into templates."""

from collections.abc import Sequence

import numpy as np
import torch

from facedesk.encoder.dlib_weights import load_resnet29
from facedesk.encoder.resnet29 import ResNet29
from facedesk.encoder.template import Template, unit
from facedesk.vision.alignment import CHIP_SIDE, AlignedFace


class Encoder:
    """The function f of the Siamese network, shared by both pictures of every comparison."""

    def __init__(self, device: torch.device | None = None, network: ResNet29 | None = None) -> None:
        """Load the default encoder. Raises WeightsMissing, WeightsDamaged."""
        self._device = device or torch.device("cpu")
        self._network = (network or load_resnet29()).to(
            self._device, memory_format=torch.channels_last
        )
        self.id = self._network.id
        self.dimensions = self._network.dimensions

    def encode(self, faces: Sequence[AlignedFace]) -> tuple[Template, ...]:
        """Return one template per face, all computed in one batch."""
        if not faces:
            return ()
        vectors = self.vectors(np.stack([face.image for face in faces]))
        vectors.setflags(write=False)
        return tuple(Template(vector, self.id) for vector in vectors)

    def vectors(self, chips: np.ndarray) -> np.ndarray:
        """Encode chips, RGB uint8 (N, 150, 150, 3) -> float32 (N, 128) of unit length.

        Each is the normalised sum of the unit encodings of the chip and of its mirror image, which
        tells people apart better than the chip alone.
        """
        both = np.concatenate([chips, chips[:, :, ::-1]])
        first, mirrored = np.split(unit(self.outputs(both)), 2)
        return unit(first + mirrored)

    @torch.inference_mode()
    def outputs(self, chips: np.ndarray) -> np.ndarray:
        """Return what the network itself says, one pass: (N, 150, 150, 3) -> (N, 128)."""
        assert chips.shape[1:] == (CHIP_SIDE, CHIP_SIDE, 3), chips.shape
        batch = torch.tensor(np.ascontiguousarray(chips), device=self._device)
        # Rows of pixels as they lie in the chips are what the convolutions like best.
        batch = batch.permute(0, 3, 1, 2).contiguous(memory_format=torch.channels_last)
        return self._network(batch).cpu().numpy()
