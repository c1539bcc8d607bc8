"""What a style transfer tells whoever watches it."""

from dataclasses import dataclass, field

import numpy as np


@dataclass(frozen=True)
class Losses:
    """The terms of J(G), each with its weight, as they were before the step.

    disguise: 0 unless the face shall not be recognised.
    """

    content: float
    style: float
    smoothness: float
    disguise: float = 0.0

    @property
    def total(self) -> float:
        """What is made small."""
        return self.content + self.style + self.smoothness + self.disguise


@dataclass(frozen=True)
class StyleProgress:
    """One step was made.

    picture: RGB uint8 (H, W, 3), read-only, of the size that is worked at: small ones come first.
    step: 1…steps, over all sizes. distance: d between the face in the picture and the person it
    shall not be recognised as, target: what it is to exceed; None unless that is asked for.
    recognised: what facedesk says of the finished picture, looked at as any other: whether it takes
    the face for that person, or is unsure; None on the way.
    """

    picture: np.ndarray = field(repr=False, compare=False)
    step: int
    steps: int
    losses: Losses
    distance: float | None = None
    target: float | None = None
    recognised: bool | None = None

    def __post_init__(self) -> None:
        self.picture.setflags(write=False)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the picture."""
        return self.picture.shape[1], self.picture.shape[0]
