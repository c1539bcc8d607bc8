"""How fast the live loop answers a camera, and what that takes of the computer."""

import time
from collections.abc import Callable, Iterator

from facedesk.bench.clip import RATE
from facedesk.bench.clip_camera import Pace
from facedesk.bench.conditions import Conditions
from facedesk.bench.figure import Figure, single, spread_of
from facedesk.bench.process import peak_memory_mb
from facedesk.bench.stage import PEOPLE, live_loop
from facedesk.live.session import LiveSession
from facedesk.live.speed import Counts, Speed, SpeedMeter
from facedesk.live.view import LiveView
from facedesk.matching.decision import Answer

_SETTLE_S = 4.0  # everyone is encoded several times at first
_WINDOWS = 10
_WINDOW_S = 2.0
_LOOK_EVERY_S = 0.004


def figures(conditions: Conditions) -> Iterator[Figure]:
    """Yield what the panel of the live page shows, and the share of the processor and the memory.

    Raises SourceError, PhotoRefused.
    """
    with live_loop(conditions, lambda _session: Pace(RATE)) as session:
        time.sleep(_SETTLE_S)
        looks = _Looks(session)
        busy_s, start = time.process_time(), time.monotonic()
        for _ in range(_WINDOWS):
            looks.go_on(_WINDOW_S)
        cores = (time.process_time() - busy_s) / (time.monotonic() - start)
    yield from looks.figures()
    yield single("live_cores", cores, "cores", "busy on average, with camera and engine")
    peak = peak_memory_mb()
    if peak is not None:
        remark = f"camera and engine, without the window, with {PEOPLE:,} people enrolled"
        yield single("live_memory_peak", peak, "MB", remark)


class _Looks:
    """Looks at the session as the window does."""

    def __init__(self, session: LiveSession) -> None:
        self._session = session
        self._meter = SpeedMeter()
        self._view: LiveView | None = None
        self._speeds: list[Speed] = []
        self._delays_ms: list[float] = []
        self._faces = 0
        self._named = 0

    def go_on(self, time_s: float) -> None:
        """Look for so long; it counts as one measurement."""
        self._meter.begin_anew()
        until = time.monotonic() + time_s
        while (now := time.monotonic()) < until:
            self._look(now)
            time.sleep(_LOOK_EVERY_S)
        self._speeds.append(self._meter.speed)

    def figures(self) -> Iterator[Figure]:
        """Yield what was seen."""
        yield self._rate("live_pictures", lambda speed: speed.captured, f"of {RATE} sent")
        share = self._named / max(self._faces, 1)
        named = f"{PEOPLE:,} people enrolled; {share:.0%} of the faces were named"
        yield self._rate("live_answers", lambda speed: speed.answered, named)
        yield spread_of("live_delay", self._delays_ms, "ms", "from the picture to its answer")
        ages = [speed.age_ms for speed in self._speeds if speed.age_ms is not None]
        yield spread_of("live_age", ages, "ms", "of the answer that is shown, as a median")
        for stage in sorted({name for speed in self._speeds for name in speed.stage_ms}):
            spent = [s.stage_ms[stage] for s in self._speeds if stage in s.stage_ms]
            yield spread_of(
                f"live_{stage}", spent, "ms", "in the answers that need it, as a median"
            )

    def _look(self, now: float) -> None:
        frame, view = self._session.newest_frame, self._session.newest_view
        if frame is None:
            return
        counts = Counts(answered=self._session.answered, skipped=self._session.skipped)
        self._meter.look(frame, view, counts, now)
        if view is not None and view is not self._view:
            self._view = view
            self._delays_ms.append((now - view.frame.captured_at) * 1e3)
            decisions = [face.decision for face in view.faces]
            self._faces += len(decisions)
            self._named += sum(d is not None and d.answer is Answer.KNOWN for d in decisions)

    def _rate(self, name: str, value: Callable[[Speed], float], remark: str) -> Figure:
        return spread_of(name, [value(speed) for speed in self._speeds], "per second", remark)
