"""What a training has told until now, as much of it as is shown while it runs."""

import threading
from collections import deque
from dataclasses import dataclass

import numpy as np

from facedesk.training.progress import BINS, HardTriplets, Progress, Stepped, Validated

_RECENT = 10  # steps: a single batch has few pairs
_MOST_POINTS = 400


class Curve:
    """A number for each step. Where there are many, neighbours become one point, their mean."""

    def __init__(self, first: int = 1, most: int = _MOST_POINTS) -> None:
        """first: the step of the first number. most: points, even."""
        self._first = first
        self._most = most
        self._each = 1  # steps in a point
        self._means: list[float] = []
        self._rest: list[float] = []  # that do not fill a point yet

    def add(self, value: float) -> None:
        """Take the number of the next step."""
        self._rest.append(value)
        if len(self._rest) < self._each:
            return
        self._means.append(float(np.mean(self._rest)))
        self._rest = []
        if len(self._means) == self._most:
            self._means = np.reshape(self._means, (-1, 2)).mean(axis=1).tolist()
            self._each *= 2

    @property
    def points(self) -> tuple[np.ndarray, np.ndarray]:
        """Steps and numbers, float (N,), (N,)."""
        middles = self._first + (np.arange(len(self._means)) + 0.5) * self._each - 0.5
        return middles, np.array(self._means, float)


@dataclass(frozen=True, eq=False)
class Pairs:
    """How many pairs of some steps have which distance: int (400,) each, over 0…4, read-only."""

    same: np.ndarray
    different: np.ndarray

    def __post_init__(self) -> None:
        for values in (self.same, self.different):
            values.setflags(write=False)

    @property
    def medians(self) -> tuple[float, float]:
        """The middle distance of two photos of one person, and of two people."""
        return _median(self.same), _median(self.different)


@dataclass(frozen=True, eq=False)
class Seen:
    """A training at one moment.

    loss, active: steps and numbers, see Curve; read-only. recent: the share of triplets that still
    teach something, over the last steps. before, now: the pairs of the first and of the last steps.
    goes_on: the first steps are not those of the training, which was stopped before.
    """

    step: int
    steps: int
    loss: tuple[np.ndarray, np.ndarray]
    active: tuple[np.ndarray, np.ndarray]
    recent: float
    before: Pairs
    now: Pairs
    hardest: HardTriplets
    validations: tuple[Validated, ...]
    goes_on: bool = False

    def __post_init__(self) -> None:
        for values in (*self.loss, *self.active):
            values.setflags(write=False)


class TrainingRecord:
    """Taken down by the thread that trains, and looked at by another."""

    def __init__(self, validations: tuple[Validated, ...] = (), step: int = 0) -> None:
        """Of a training that goes on: what was validated before, and how many steps are done."""
        self._goes_on = step > 0
        self._lock = threading.Lock()
        self._validations = list(validations)
        self._loss, self._active = Curve(step + 1), Curve(step + 1)
        self._first: list[Stepped] = []
        self._last: deque[Stepped] = deque(maxlen=_RECENT)

    def take(self, progress: Progress) -> None:
        """Note what has happened."""
        with self._lock:
            if isinstance(progress, Validated):
                self._validations.append(progress)
            elif isinstance(progress, Stepped):
                self._loss.add(progress.loss)
                self._active.add(progress.active)
                self._last.append(progress)
                if len(self._first) < _RECENT:
                    self._first.append(progress)

    @property
    def validations(self) -> tuple[Validated, ...]:
        """All until now."""
        with self._lock:
            return tuple(self._validations)

    def seen(self) -> Seen | None:
        """Return how it stands, None before the first step."""
        with self._lock:
            if not self._last:
                return None
            newest = self._last[-1]
            return Seen(
                step=newest.step,
                steps=newest.steps,
                loss=self._loss.points,
                active=self._active.points,
                recent=float(np.mean([each.active for each in self._last])),
                before=_added_up(self._first),
                now=_added_up(self._last),
                hardest=newest.hardest,
                validations=tuple(self._validations),
                goes_on=self._goes_on,
            )


def _added_up(steps: list[Stepped] | deque[Stepped]) -> Pairs:
    return Pairs(sum(each.same for each in steps), sum(each.different for each in steps))


def _median(counts: np.ndarray) -> float:
    """Return the middle of the bin that holds the middle pair."""
    half = counts.sum() / 2
    return float((np.searchsorted(counts.cumsum(), half) + 0.5) * 4 / BINS)
