"""The way between the time of a video and a place along its timeline."""

from dataclasses import dataclass

from facedesk.ui.widgets.clock_words import clock

_STEPS_S = (0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400)


@dataclass(frozen=True)
class TimeAxis:
    """left, width: in pixels. duration_s: of the whole video, more than 0."""

    left: float
    width: float
    duration_s: float

    def place(self, time_s: float) -> float:
        """Return where a time lies."""
        return self.left + self.width * time_s / self.duration_s

    def time_at(self, place: float) -> float:
        """Return which time lies at a place; beyond the ends it is that of the end."""
        share = (place - self.left) / max(self.width, 1.0)
        return min(max(share, 0.0), 1.0) * self.duration_s

    def ticks(self, room: float) -> list[tuple[float, str]]:
        """Return times with what is written at each, which takes so many pixels."""
        most = max(self.width / room, 1.0)
        fitting = (step for step in _STEPS_S if self.duration_s / step <= most)
        step = next(fitting, self.duration_s)
        decimals = 1 if step < 1 else 0
        count = int(self.duration_s / step + 1e-6) + 1
        return [(number * step, clock(number * step, decimals)) for number in range(count)]
