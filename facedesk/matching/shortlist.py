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
_PART = 32768  # people at a time, so that what is between the steps need not leave the processor
# What is left of every template counts as having one more number, this one. That lifts products by
# its square or more, which is above all rounding errors in sums of 128 products, at most
# 128 · 2⁻²⁴ each time, of unit vectors in float32.
_ROUNDING = 0.005


class Shortlist:
    """People, shortened."""

    def __init__(self, people: Normalised, directions: np.ndarray) -> None:
        """directions: columns of float64 (D, D), at right angles, the most telling ones first."""
        self._directions = directions
        self._people = _shorten(people, directions)

    def ceilings(self, probes: Normalised) -> np.ndarray:
        """Return what no score is above: float32 (N, K)."""
        short = _shorten(probes, self._directions)
        twice = 2 * short.vectors  # the similarity of unit vectors, 2 − d, is twice their product
        people = len(self._people.vectors)
        ceilings = np.empty((len(twice), people), np.float32)
        for start in range(0, people, _PART):
            which = slice(start, start + _PART)
            part = self._people.part(which)
            np.matmul(twice, part.vectors.T, out=ceilings[:, which])
            turn_into_scores(ceilings[:, which], short, part)
        return ceilings


def _shorten(normalised: Normalised, directions: np.ndarray) -> Normalised:
    kept = min(_LENGTH - 1, len(directions))
    short = np.empty((len(normalised.vectors), kept + 1), np.float32)
    for start in range(0, len(short), _PART):
        which = slice(start, start + _PART)
        turned = normalised.vectors[which] @ directions
        rest = np.linalg.norm(turned[:, kept:], axis=1)
        short[which, :kept], short[which, kept] = turned[:, :kept], np.hypot(rest, _ROUNDING)
    return Normalised(short, normalised.slope, normalised.offset)
