"""What a training tells whoever watches it."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

import numpy as np

BINS = 400  # of the histograms, over the distances 0…4


@dataclass(frozen=True, eq=False)
class HardTriplets:
    """The triplets of a step with the highest loss, the hardest first. Read-only arrays.

    rows: of the faces, anchor, positive and negative, int (T ≤ 8, 3). distances: of the anchor to
    the other two, squared, float32 (T, 2). chips: as the network saw them, augmented, RGB uint8
    (T, 3, 150, 150, 3).
    """

    rows: np.ndarray
    distances: np.ndarray
    chips: np.ndarray

    def __post_init__(self) -> None:
        for values in (self.rows, self.distances, self.chips):
            values.setflags(write=False)


@dataclass(frozen=True)
class Stepped:
    """One step was made. Read-only arrays.

    step: 1…steps. loss: mean over the triplets; drift: see losses.py; active: share of triplets
    that still teach something; spread: mean distance of two encodings, 0 when collapsed.
    same, different: int (400,), how many pairs of the batch have which distance.
    """

    step: int
    steps: int
    loss: float
    drift: float
    active: float
    spread: float
    learning_rate: float
    same: np.ndarray = field(repr=False, compare=False)
    different: np.ndarray = field(repr=False, compare=False)
    hardest: HardTriplets = field(repr=False, compare=False)

    def __post_init__(self) -> None:
        for values in (self.same, self.different):
            values.setflags(write=False)


@dataclass(frozen=True)
class Validated:
    """The network was tried on people it does not learn from.

    dir: by the number of people enrolled. best: better than all before. seconds: of training
    until then. apart: see separation.py.
    """

    step: int
    steps: int
    dir: dict[str, float]
    best: bool
    seconds: float
    apart: float = 0.0

    @property
    def mean_dir(self) -> float:
        """What the best one is chosen by first."""
        return float(np.mean(list(self.dir.values())))

    @property
    def worth(self) -> tuple[float, float]:
        """What the best one is chosen by; the second counts where the first is the same."""
        return self.mean_dir, self.apart

    def as_json(self) -> dict[str, object]:
        """Return it as it stands in checkpoints."""
        return asdict(self)


def is_done(step: int, steps: int, validations: Sequence[Validated]) -> bool:
    """Tell whether all steps are made and, where there is somebody to try it on, tried."""
    return step == steps and (not validations or validations[-1].step == steps)


@dataclass(frozen=True)
class Ended:
    """The training is done, or was stopped and can go on. validations: in order of time."""

    step: int
    steps: int
    seconds: float
    validations: tuple[Validated, ...]

    @property
    def stopped(self) -> bool:
        """There is something left to do."""
        return not is_done(self.step, self.steps, self.validations)

    @property
    def before(self) -> Validated | None:
        """How good the network was at the start; None when there was nobody to try it on."""
        return self.validations[0] if self.validations else None

    @property
    def best(self) -> Validated | None:
        """How good the one that was kept is."""
        return next((each for each in reversed(self.validations) if each.best), None)


Progress = Stepped | Validated | Ended
