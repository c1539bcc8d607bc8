"""The network of an encoder, layer by layer."""

from collections.abc import Iterator

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from facedesk.encoder.encoder import Encoder
from facedesk.encoder.resnet_encoder import ResNetEncoder
from facedesk.errors import NoLayersToSee, NoSuchLayer, NoSuchUnit
from facedesk.insight.layers import Layer, layers_of


class Inside:
    """What the units of each layer say of faces. May be used from any thread."""

    def __init__(self, encoder: Encoder) -> None:
        """Raises NoLayersToSee for an encoder that is no ResNet-29."""
        if not isinstance(encoder, ResNetEncoder):
            raise NoLayersToSee
        self.encoder_id = encoder.id
        self._network = encoder.network
        self._last = torch.from_numpy(encoder.last_layer).to(encoder.network.stem.weight.device)
        self.layers = layers_of(self._network, len(self._last))

    def layer(self, key: str) -> Layer:
        """Return the layer called so. Raises NoSuchLayer."""
        for layer in self.layers:
            if layer.key == key:
                return layer
        raise NoSuchLayer(key=key, keys=", ".join(layer.key for layer in self.layers))

    @torch.inference_mode()
    def activations(self, chips: np.ndarray) -> Iterator[tuple[Layer, Tensor]]:
        """Yield what each layer says of chips, RGB uint8 (N, 150, 150, 3): (N, U, R, C), float32.

        It is what goes on into the next layer: never below 0, except what the last one says.
        """
        network = self._network
        stem, *blocks, last = self.layers
        batch = torch.tensor(np.ascontiguousarray(chips), device=self._last.device)
        batch = batch.permute(0, 3, 1, 2).contiguous(memory_format=torch.channels_last)
        x = F.relu(network.stem((batch.to(network.mean.dtype) - network.mean) / 256))
        yield stem, x
        x = F.max_pool2d(x, 3, 2)
        for layer, block in zip(blocks, network.blocks, strict=True):
            x = block(x)
            yield layer, x
        yield last, (x.mean(dim=(2, 3)) @ self._last.T)[:, :, None, None]

    def activation(self, chip: np.ndarray, key: str, unit: int) -> np.ndarray:
        """Return what one unit says of a chip, RGB uint8 (150, 150, 3): float32 (R, C).

        Raises NoSuchLayer, NoSuchUnit.
        """
        wanted = self.layer(key)
        if not 0 <= unit < wanted.units:
            raise NoSuchUnit(unit=unit, layer=key, last=wanted.units - 1)
        for layer, said in self.activations(chip[None]):
            if layer is wanted:
                return said[0, unit].cpu().numpy()
        raise AssertionError  # every layer says something
