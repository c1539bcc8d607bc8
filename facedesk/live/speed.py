"""Measures how fast the live loop is, as seen by whoever shows it."""

from collections import deque
from dataclasses import dataclass, field
from statistics import median

from facedesk.capture.frame import Frame
from facedesk.live.view import LiveView

_WINDOW_S = 2.0  # that figures are made of: longer than any jitter, short enough to follow


@dataclass(frozen=True)
class Speed:
    """The figures of the last two seconds.

    captured, painted, answered: frames per second. stage_ms: milliseconds of each stage, by its
    name, as a median of the answers that needed it. skipped: frames that came too soon to be
    answered, as a share of those captured, 0…1. age_ms: how long ago the frame of an answer was
    captured while that was shown, as a median; None while no frames come, or no answers.
    """

    captured: float = 0.0
    painted: float = 0.0
    answered: float = 0.0
    stage_ms: dict[str, float] = field(default_factory=dict)
    skipped: float = 0.0
    age_ms: float | None = None


@dataclass(frozen=True)
class Counts:
    """How many different frames were painted, answered, and skipped, ever."""

    painted: int = 0
    answered: int = 0
    skipped: int = 0


@dataclass(frozen=True)
class _Look:
    """What was there at one moment. captured: frames so far. age_s: of the answer."""

    at: float
    captured: int
    counts: Counts
    age_s: float | None


class SpeedMeter:
    """Is told what is there, many times a second, and says how fast that changes."""

    def __init__(self) -> None:
        self.begin_anew()

    def begin_anew(self) -> None:
        """Forget everything, since another source is open."""
        self._looks: deque[_Look] = deque()
        self._stages: deque[tuple[float, dict[str, float]]] = deque()
        self._view: LiveView | None = None

    def look(self, frame: Frame, view: LiveView | None, counts: Counts, now: float) -> None:
        """Take note of the newest frame and the newest view. now: seconds, time.monotonic()."""
        if view is not None and view is not self._view:
            self._view = view
            self._stages.append((now, view.stage_ms))
        age_s = now - view.frame.captured_at if view else None
        self._looks.append(_Look(now, frame.number, counts, age_s))
        while now - self._looks[0].at > _WINDOW_S:
            self._looks.popleft()
        while self._stages and now - self._stages[0][0] > _WINDOW_S:
            self._stages.popleft()

    @property
    def speed(self) -> Speed:
        """The figures as of the last look; all zero before the second one."""
        first, last = (self._looks[0], self._looks[-1]) if self._looks else (None, None)
        if first is last:
            return Speed()
        passed_s, captured = last.at - first.at, last.captured - first.captured
        was, is_ = first.counts, last.counts
        ages_s = [look.age_s for look in self._looks if look.age_s is not None]
        return Speed(
            captured=captured / passed_s,
            painted=(is_.painted - was.painted) / passed_s,
            answered=(is_.answered - was.answered) / passed_s,
            stage_ms=self._stage_ms(),
            skipped=min((is_.skipped - was.skipped) / captured, 1.0) if captured else 0.0,
            age_ms=1000 * median(ages_s) if captured and ages_s else None,
        )

    def _stage_ms(self) -> dict[str, float]:
        spent: dict[str, list[float]] = {}
        for _, stages in self._stages:
            for name, ms in stages.items():
                spent.setdefault(name, []).append(ms)
        return {name: median(times) for name, times in spent.items()}
