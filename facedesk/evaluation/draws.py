"""Draws galleries from a data set, and who is held against them."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from facedesk.errors import NobodyToCompare, TooFewPeople

_MOST_MATES = 2000  # per draw; more do not change the rates


@dataclass(frozen=True, eq=False)
class Draw:
    """Photos, as indices into the data set.

    enrolled: (K,), one of each person. mates: their other photos. strangers: those of people with
    a single photo who are not enrolled.
    """

    enrolled: np.ndarray
    mates: np.ndarray
    strangers: np.ndarray


def drawn(people: np.ndarray, size: int, random: np.random.Generator) -> Draw:
    """Draw a gallery, of people with several photos as long as there are enough.

    people: int (N,), whose each photo is. Raises TooFewPeople when the gallery is larger than the
    data set, NobodyToCompare when nobody is left to be a mate or a stranger.
    """
    counts = Counter(people.tolist())
    if len(counts) <= size:
        raise TooFewPeople(found=len(counts), needed=size + 1)
    several = [person for person in counts if counts[person] > 1]
    single = [person for person in counts if counts[person] == 1]
    chosen = random.permutation(several)[:size].astype(int)
    chosen = np.append(chosen, random.permutation(single)[: size - len(chosen)].astype(int))
    enrolled = np.array([np.flatnonzero(people == person)[0] for person in chosen])
    mates = np.setdiff1d(np.flatnonzero(np.isin(people, chosen)), enrolled)
    if len(mates) > _MOST_MATES:
        mates = random.choice(mates, _MOST_MATES, replace=False)
    strangers = np.flatnonzero(np.isin(people, single) & ~np.isin(people, chosen))
    if not len(mates) or not len(strangers):
        raise NobodyToCompare
    return Draw(enrolled, mates, strangers)
