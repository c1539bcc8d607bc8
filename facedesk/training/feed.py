"""Gives the trainer its batches, made while it works on the one before."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from facedesk.device import threads_to_compute_with
from facedesk.training.augmentation import augmented
from facedesk.training.face_set import FaceSet
from facedesk.training.sampling import Sampler

_EFFECTS = 2  # a kind of draws; those of sampling are others


@dataclass(frozen=True, eq=False)
class Batch:
    """rows: int (B,), the faces. chips: RGB uint8 (B, 150, 150, 3). people: int (B,)."""

    rows: np.ndarray
    chips: np.ndarray
    people: np.ndarray


class Feed:
    """Makes the batches of a training; the same for the same seed, however many threads."""

    def __init__(self, faces: FaceSet, sampler: Sampler, augment: bool, seed: int) -> None:
        self._faces = faces
        self._sampler = sampler
        self._augment = augment
        self._seed = seed

    def batches(self, first: int, steps: int) -> Iterator[Batch]:
        """Yield the batches of the steps from the first on, below `steps`."""
        with ThreadPoolExecutor(threads_to_compute_with(), "facedesk-feed") as pool:
            ahead = self._begin(pool, first) if first < steps else None
            for step in range(first, steps):
                rows, chips = ahead
                ahead = self._begin(pool, step + 1) if step + 1 < steps else None
                made = np.stack([chip.result() for chip in chips])
                yield Batch(rows, made, self._faces.people[rows])

    def _begin(self, pool: ThreadPoolExecutor, step: int) -> tuple[np.ndarray, list[Future]]:
        rows = self._sampler.rows(step)
        return rows, [
            pool.submit(self._chip, row, [self._seed, _EFFECTS, step, place])
            for place, row in enumerate(rows)
        ]

    def _chip(self, row: int, seed: list[int]) -> np.ndarray:
        chip = self._faces.chips[row]
        return augmented(chip, np.random.default_rng(seed)) if self._augment else chip
