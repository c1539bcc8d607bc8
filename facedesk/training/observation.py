"""What can be seen in one batch: how far apart faces are, and which triplets are hardest."""

import numpy as np
import torch
from torch import Tensor

from facedesk.training.progress import BINS

_HARDEST = 8


def histograms(distances: Tensor, people: Tensor) -> tuple[np.ndarray, np.ndarray]:
    """Count the pairs of a batch by distance: of the same person, and of two people; int (40,).

    distances: (B, B), squared; people: (B,). Each pair counts once.
    """
    first, second = torch.triu_indices(len(people), len(people), 1, device=people.device)
    pairs = distances.detach()[first, second].cpu().numpy()
    same = (people[first] == people[second]).cpu().numpy()
    return _counts(pairs[same]), _counts(pairs[~same])


def hardest(losses: Tensor, triplets: Tensor, rows: np.ndarray) -> np.ndarray:
    """Return the triplets with the highest loss, as rows of the faces: int (T ≤ 8, 3).

    losses: (T,). triplets: (T, 3), as places in the batch. rows: (B,), the faces in it.
    """
    most = losses.detach().topk(min(_HARDEST, len(losses))).indices
    return rows[triplets[most].cpu().numpy()]


def _counts(distances: np.ndarray) -> np.ndarray:
    return np.histogram(distances, BINS, (0, 4))[0]
