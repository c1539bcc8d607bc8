"""Finds who can be near a probe without reading every template in full, and misses nobody.

Reading the templates is what takes a search its time. So each is shortened: to its numbers along
the directions in which faces differ most, and to the length of what is left of it. The product of
two short templates is never less than that of the whole ones (Cauchy and Schwarz: what is left of
both has a product of at most that of the lengths). A score made of it is a ceiling, and whoever's
ceiling is too low need not be looked at.
"""

import numpy as np

from facedesk.matching.normalised import Normalised, turn_into_scores

_LENGTH = 48  # numbers in a short template
# People at a time, so that what is between the steps need not leave the processor.
_SHORTENED, _PART = 2048, 32768
# What is left of every template counts as having one more number, this one. That lifts products by
# its square or more, which is above all rounding errors: a sum of 128 products of unit vectors is
# wrong by 128 · 2⁻²⁴ at most in float32, so both turned templates, of 128 such numbers, by √128
# times as much, and their product once more.
_ROUNDING = 0.015


class Shortlist:
    """People, shortened."""

    def __init__(self, people: Normalised, directions: np.ndarray) -> None:
        """directions: columns of (D, D), at right angles, the most telling ones first."""
        self._people = people
        self._directions = directions.astype(np.float32)
        self._short = _shorten(people.vectors, self._directions)

    def ceilings(self, probes: Normalised) -> np.ndarray:
        """Return what no score is above: float32 (N, K)."""
        short = _shorten(probes.vectors, self._directions)
        twice = 2 * short.T  # the similarity of unit vectors, 2 − d, is twice their product
        ceilings = np.empty((len(probes.vectors), len(self._people.vectors)), np.float32)
        for start in range(0, ceilings.shape[1], _PART):
            which = slice(start, start + _PART)
            np.matmul(twice, self._short[:, which], out=ceilings[:, which])
            turn_into_scores(ceilings[:, which], probes, self._people.part(which))
        return ceilings


def _shorten(vectors: np.ndarray, directions: np.ndarray) -> np.ndarray:
    """Return short templates, the columns of float32 (at most 48, N); so they multiply faster."""
    kept = min(_LENGTH - 1, len(directions))
    short = np.empty((kept + 1, len(vectors)), np.float32)
    for start in range(0, len(vectors), _SHORTENED):
        which = slice(start, start + _SHORTENED)
        turned = vectors[which] @ directions
        rest = turned[:, kept:]
        short[:kept, which] = turned[:, :kept].T
        short[kept, which] = np.sqrt((rest * rest).sum(axis=1) + _ROUNDING**2)
    return short
