"""Reads the MTCNN weights of the `mtcnn` package into our networks."""

import io
from collections.abc import Iterator

import numpy as np
import torch
from torch import nn

from facedesk import weights

_FOLDER = "assets/weights"
PROPOSAL = weights.WeightFile(
    "mtcnn",
    f"{_FOLDER}/pnet.lz4",
    "ea6b0c3e685ebee3165326ad6484acc95f2ef78f1c94fbf40a55704fa989f7b5",
)
REFINEMENT = weights.WeightFile(
    "mtcnn",
    f"{_FOLDER}/rnet.lz4",
    "cb00e6460f3c98b0bfafaba3c0a0ded4bdf6e62cee7174d969e8670d7e757fee",
)
OUTPUT = weights.WeightFile(
    "mtcnn",
    f"{_FOLDER}/onet.lz4",
    "94f6ea2f4cf985275ee958cdd762d17b6009348a4fb9d8c6be39ba73ffd22ca3",
)


def fill(network: nn.Module, file: weights.WeightFile) -> None:
    """Copy the arrays of the file, in layer order, into the network's parameters.

    Raises WeightsMissing, WeightsDamaged. The file is a pickle, so it is unpacked only after its
    digest has been checked.
    """
    import joblib  # not above: it changes the environment when it is imported

    arrays = iter(joblib.load(io.BytesIO(weights.read(file))))
    with torch.no_grad():
        for module in network.modules():
            _fill_layer(module, arrays)


def _fill_layer(module: nn.Module, arrays: Iterator[np.ndarray]) -> None:
    if isinstance(module, nn.Conv2d):  # kernels are stored H×W×in×out
        module.weight.copy_(torch.from_numpy(next(arrays).transpose(3, 2, 0, 1).copy()))
        module.bias.copy_(torch.from_numpy(next(arrays)))
    elif isinstance(module, nn.Linear):  # dense layers are stored in×out
        module.weight.copy_(torch.from_numpy(next(arrays).T.copy()))
        module.bias.copy_(torch.from_numpy(next(arrays)))
    elif isinstance(module, nn.PReLU):
        module.weight.copy_(torch.from_numpy(next(arrays).reshape(-1)))
