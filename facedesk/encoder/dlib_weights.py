"""Reads the weights of the default encoder, a file in dlib's serialisation format.

The format: learned layers in order from input to output, each opened by its tag. An integer is one
control byte (low four bits: how many bytes follow; top bit: sign) and its bytes, little end first.
A tensor is the integer 2, four integers (samples, channels, rows, columns), and float32 values.
"""

import math

import numpy as np
import torch
from torch import nn

from facedesk import weights
from facedesk.encoder.resnet29 import ResNet29

FILE = weights.WeightFile(
    "face_recognition_models",
    "models/dlib_face_recognition_resnet_model_v1.dat",
    "55533b28a95800a551ba546ba62fe69625c7e95a7061c338adffead08719da30",
)


def load_resnet29() -> ResNet29:
    """Return the network with its weights, ready to encode.

    Raises WeightsMissing, WeightsDamaged.
    """
    return fill(ResNet29(), weights.read(FILE))


@torch.no_grad()
def fill(network: ResNet29, data: bytes) -> ResNet29:
    """Copy the weights in `data` into the network, folding each scale into its convolution."""
    reader = _Reader(data)
    for module in network.modules():
        if isinstance(module, nn.Conv2d):
            _fill_convolution(module, reader)
    network.head.weight.copy_(_dense(reader, network.head))
    return network.eval()


def _fill_convolution(convolution: nn.Conv2d, reader: "_Reader") -> None:
    reader.seek(b"con_4")
    values = reader.tensor()
    count = convolution.weight.numel()
    weight = torch.from_numpy(values[:count].reshape(convolution.weight.shape))
    bias = torch.from_numpy(values[count:])
    reader.seek(b"affine_")
    gamma, beta = torch.from_numpy(reader.tensor()).chunk(2)
    convolution.weight.copy_(weight * gamma[:, None, None, None])
    convolution.bias.copy_(bias * gamma + beta)


def _dense(reader: "_Reader", layer: nn.Linear) -> torch.Tensor:
    reader.seek(b"fc_2")
    reader.integer(), reader.integer()  # outputs and inputs, known from the layer
    return torch.from_numpy(reader.tensor().reshape(layer.in_features, layer.out_features)).T


class _Reader:
    """Walks through the bytes of the file."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def seek(self, tag: bytes) -> None:
        """Go behind the next occurrence of a tag, written as its length and its letters."""
        written = bytes([1, len(tag)]) + tag
        self._at = self._data.index(written, self._at) + len(written)

    def integer(self) -> int:
        control = self._data[self._at]
        end = self._at + 1 + (control & 0x0F)
        value = int.from_bytes(self._data[self._at + 1 : end], "little")
        self._at = end
        return -value if control & 0x80 else value

    def tensor(self) -> np.ndarray:
        """Read a tensor as a flat float32 array."""
        version = self.integer()
        if version != 2:
            raise ValueError(f"tensor version {version}, expected 2")
        count = math.prod(self.integer() for _ in range(4))
        values = np.frombuffer(self._data, "<f4", count, self._at)
        self._at += 4 * count
        return values.astype(np.float32)
