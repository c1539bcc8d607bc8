"""Draws which faces are in which batch, from nothing but the seed and the number of the step.

So no state of chance needs to be kept: a training that goes on draws what it would have drawn.
"""

import numpy as np

_EPOCHS, _PHOTOS = 0, 1  # kinds of draws, so that none repeats another


class Sampler:
    """Batches of several photos of several people."""

    def __init__(
        self, people: np.ndarray, people_at_a_time: int, photos_each: int, seed: int
    ) -> None:
        """people: int (N,), whose the faces are."""
        self._rows = [np.flatnonzero(people == person) for person in np.unique(people)]
        self._at_a_time = min(people_at_a_time, len(self._rows))
        self._photos_each = photos_each
        self._seed = seed

    @property
    def batch(self) -> int:
        """Faces in a batch, B."""
        return self._at_a_time * self._photos_each

    @property
    def steps_per_epoch(self) -> int:
        """Batches in which everyone is once; the few who fill no batch are left out by chance."""
        return len(self._rows) // self._at_a_time

    def rows(self, step: int) -> np.ndarray:
        """Return the faces of a batch: int (B,), those of each person together."""
        epoch, place = divmod(step, self.steps_per_epoch)
        order = np.random.default_rng([self._seed, _EPOCHS, epoch]).permutation(len(self._rows))
        chosen = order[place * self._at_a_time : (place + 1) * self._at_a_time]
        random = np.random.default_rng([self._seed, _PHOTOS, step])
        return np.concatenate([self._of(person, random) for person in chosen])

    def _of(self, person: int, random: np.random.Generator) -> np.ndarray:
        """Draw photos of one person; who has fewer is seen several times, augmented differently."""
        rows = self._rows[person]
        times = -(-self._photos_each // len(rows))
        drawn = np.concatenate([random.permutation(rows) for _ in range(times)])
        return drawn[: self._photos_each]
