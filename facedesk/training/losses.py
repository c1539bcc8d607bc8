"""What training makes small. All on encodings of unit length, so that distances lie in 0…4."""

import torch
from torch import Tensor
from torch.nn import functional as F

from facedesk.training.training_settings import MARGIN


def squared_distances(first: Tensor, second: Tensor) -> Tensor:
    """Return d = ‖x1 − x2‖² of each pair: unit (N, D), unit (M, D) -> (N, M), 0…4."""
    return (2 - 2 * first @ second.T).clamp(0, 4)


def triplet_losses(distances: Tensor, triplets: Tensor, margin: float = MARGIN) -> Tensor:
    """Return max(d(A, P) − d(A, N) + α, 0) of each triplet: (T,).

    distances: (B, B), squared. triplets: int (T, 3), anchor, positive and negative as rows. margin:
    α. Schroff, Kalenichenko and Philbin, "FaceNet", 2015.
    """
    anchor, positive, negative = triplets.unbind(1)
    return F.relu(distances[anchor, positive] - distances[anchor, negative] + margin)


def drift(encodings: Tensor, kept: Tensor) -> Tensor:
    """Return how far encodings, unit (B, D), are from what they were before, unit (B, D): 0…4.

    The mean squared distance. Held against what the encoder said at the start, it is the loss with
    which a student learns from a teacher (Hinton, Vinyals and Dean, 2015).
    """
    return (encodings - kept).square().sum(dim=1).mean()


@torch.no_grad()
def spread(encodings: Tensor) -> float:
    """Return the mean squared distance of two encodings of a batch, unit (B, D): 0…2.

    Where all are equal it is 0: the encoder has collapsed. The mean of ‖x − y‖² = 2 − 2·x·y over
    all pairs is 2 − 2·‖m‖², with the mean m.
    """
    return float(2 - 2 * encodings.mean(dim=0).square().sum())
