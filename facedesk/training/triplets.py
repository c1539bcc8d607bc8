"""Chooses which triplets of a batch to learn from.

A batch holds several faces of each of several people. Each function takes the squared distances
(B, B) and whose the faces are, int (B,), and returns triplets, int (T, 3): the rows of anchor,
positive (another face of the same person) and negative (a face of somebody else).
"""

import torch
from torch import Tensor

from facedesk.training.losses import triplet_losses
from facedesk.training.training_settings import Selection


def select(
    selection: Selection, distances: Tensor, people: Tensor, random: torch.Generator
) -> Tensor:
    """Return the triplets that a way of choosing chooses. random: on the CPU."""
    distances = distances.detach()
    if selection is Selection.RANDOM:
        return random_triplets(people, random)
    if selection is Selection.SEMI_HARD:
        return semi_hard_triplets(distances, people)
    return hard_triplets(distances, people)


def random_triplets(people: Tensor, random: torch.Generator) -> Tensor:
    """For each anchor with each positive, any negative.

    Soon nearly all of them are far enough apart already, and teach nothing.
    """
    anchors, positives = _pairs(people)
    drawn = torch.rand(len(anchors), len(people), generator=random).to(people.device)
    negatives = drawn.masked_fill(_same(people)[anchors], -1).argmax(dim=1)
    return _triplets(anchors, positives, negatives, people)


def semi_hard_triplets(distances: Tensor, people: Tensor) -> Tensor:
    """For each anchor with each positive, the nearest negative that is farther than the positive.

    Where none is farther, the farthest one. Nearer ones would, at the start, teach the encoder to
    say the same of every face. Schroff, Kalenichenko and Philbin, "FaceNet", 2015.
    """
    anchors, positives = _pairs(people)
    same = _same(people)[anchors]
    each = distances[anchors]
    farther = (each > distances[anchors, positives][:, None]) & ~same
    nearest = each.masked_fill(~farther, torch.inf).argmin(dim=1)
    farthest = each.masked_fill(same, -torch.inf).argmax(dim=1)
    negatives = torch.where(farther.any(dim=1), nearest, farthest)
    return _triplets(anchors, positives, negatives, people)


def hard_triplets(distances: Tensor, people: Tensor) -> Tensor:
    """For each anchor, the farthest positive and the nearest negative ("batch hard").

    Hermans, Beyer and Leibe, "In Defense of the Triplet Loss for Person Re-Identification", 2017.
    """
    same = _same(people)
    others = same & ~torch.eye(len(people), dtype=torch.bool, device=people.device)
    positives = distances.masked_fill(~others, -torch.inf).argmax(dim=1)
    negatives = distances.masked_fill(same, torch.inf).argmin(dim=1)
    anchors = torch.arange(len(people), device=people.device)
    paired = others.any(dim=1)
    return _triplets(anchors[paired], positives[paired], negatives[paired], people)


def active_share(distances: Tensor, triplets: Tensor, margin: float) -> float:
    """Return the share of triplets that still teach something, those with a loss: 0…1."""
    if not len(triplets):
        return 0.0
    return float((triplet_losses(distances.detach(), triplets, margin) > 0).float().mean())


def _pairs(people: Tensor) -> tuple[Tensor, Tensor]:
    """Return anchors and positives: each face with each other one of the same person."""
    same = _same(people)
    same.fill_diagonal_(False)
    anchors, positives = same.nonzero(as_tuple=True)
    return anchors, positives


def _same(people: Tensor) -> Tensor:
    return people[:, None] == people[None, :]


def _triplets(anchors: Tensor, positives: Tensor, negatives: Tensor, people: Tensor) -> Tensor:
    """Put triplets together, without those of a batch with nobody else in it."""
    triplets = torch.stack([anchors, positives, negatives], dim=1)
    return triplets[people[negatives] != people[anchors]]
