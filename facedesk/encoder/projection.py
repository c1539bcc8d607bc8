"""The last layer of the default encoder: from 256 features to the 128 numbers of a template.

The network's own last layer was trained to put each of 7,485 people into a ball of their own. What
it leaves out of its 256 features tells other people apart, too. Ours measures a distance in which
both count, and keeps its 128 directions in which faces differ most:

    |Px|² ≈ |Hx|² / h² + w² |x|² / f²

with the network's last layer H, the mean lengths h of Hx and f of x, and the weight w.
"""

import numpy as np
import safetensors
import safetensors.numpy

from facedesk import resources
from facedesk.errors import ResourceMissing

_WEIGHT = 2.5  # w; from 2 to 3, open-set recognition is equally good
_NAME = "projection"


def fit_projection(features: np.ndarray, head: np.ndarray) -> np.ndarray:
    """Return P, float32 (D, F).

    features: float32 (N, F), of many faces. head: float32 (D, F), the network's own last layer.
    """
    lengths = np.linalg.norm(features, axis=1).mean()
    outputs = np.linalg.norm(features @ head.T, axis=1).mean()
    head = head.astype(np.float64)
    metric = head.T @ head / outputs**2 + _WEIGHT**2 / lengths**2 * np.eye(head.shape[1])
    values, vectors = np.linalg.eigh(metric)
    root = (vectors * np.sqrt(values)) @ vectors.T
    seen = features @ root
    seen /= np.linalg.norm(seen, axis=1, keepdims=True)
    # Not centred: directions that all faces share count for the distance as well.
    _, directions = np.linalg.eigh(seen.T @ seen)
    most = directions[:, ::-1][:, : len(head)]
    return (most.T @ root).astype(np.float32)


def save_projection(projection: np.ndarray) -> bytes:
    """Return a projection as the contents of a .safetensors file."""
    return safetensors.numpy.save({_NAME: projection})


def load_projection(encoder_id: str) -> np.ndarray:
    """Return the projection shipped for an encoder, float32 (D, F). Raises ResourceMissing."""
    name = f"models/{encoder_id}.safetensors"
    try:
        return safetensors.numpy.load(resources.read(name))[_NAME]
    except safetensors.SafetensorError as error:
        raise ResourceMissing(name=name) from error
