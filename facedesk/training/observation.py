"""What can be seen in one batch: how far apart faces are, and which triplets are hardest."""

import numpy as np
import torch
from torch import Tensor

from facedesk.training.feed import Batch
from facedesk.training.progress import BINS, HardTriplets

_HARDEST = 8


def histograms(distances: Tensor, people: Tensor) -> tuple[np.ndarray, np.ndarray]:
    """Count the pairs of a batch by distance: of the same person, and of two people; int (400,).

    distances: (B, B), squared; people: (B,). Each pair counts once.
    """
    first, second = torch.triu_indices(len(people), len(people), 1, device=people.device)
    pairs = distances.detach()[first, second].cpu().numpy()
    same = (people[first] == people[second]).cpu().numpy()
    return _counts(pairs[same]), _counts(pairs[~same])


def hardest(losses: Tensor, triplets: Tensor, distances: Tensor, batch: Batch) -> HardTriplets:
    """Return the triplets with the highest loss.

    losses: (T,). triplets: (T, 3), as places in the batch. distances: (B, B), squared.
    """
    most = losses.detach().topk(min(_HARDEST, len(losses))).indices
    places = triplets[most]
    apart = distances.detach()[places[:, :1], places[:, 1:]].float().cpu().numpy()
    chosen = places.cpu().numpy()
    return HardTriplets(batch.rows[chosen], apart, batch.chips[chosen])


def _counts(distances: np.ndarray) -> np.ndarray:
    return np.histogram(distances, BINS, (0, 4))[0]
