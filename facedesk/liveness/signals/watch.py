"""Watches the signals of one track, and says what they are evidence of."""

import math
from collections import deque

import numpy as np
from scipy.special import expit

from facedesk.liveness.answer import Evidence, Look
from facedesk.liveness.signals.event import Event
from facedesk.liveness.signals.face_signals import FaceSignals
from facedesk.liveness.signals.found import FOUND_EVERY_S, Found, find
from facedesk.liveness.signals.measure import measure
from facedesk.liveness.signals.networks import SignalsNetworks
from facedesk.liveness.signals.window import PER_SECOND, SECONDS, table

_EVERY_S = 0.5  # how often the network is asked, at most
_ENOUGH_S = 8.0  # somebody who is alive has mostly blinked by then
_LEAST_FRAMES = 8
# Log-odds, modest: a clip on a screen blinks and has a pulse, too; who reads blinks little.
_BLINK = -0.8
_NO_BLINK = 0.5
_NO_BLINK_FROM_S = 5.0  # nothing is said of blinks before
_READABLE = 0.45  # eyes that mostly look less open than this can't be read: too small, or hidden
_PULSE = -0.4  # the network was taught with made colours only
_PULSE_FROM_S = 8.0  # in less there are too few beats to be sure
_PULSE_SURE = 4.0  # log-odds of the network that must be passed; without a pulse nothing is said
_TOO_BRIGHT = 220.0  # where red is full and green is not, any light that swings looks like a pulse
_SOONEST_S = 0.75 / PER_SECOND  # of thirty frames a second every other one
_BLINK_S = (0.04, 0.9)  # eyes that are shut for longer were shut on purpose, or are not seen


class SignalsWatch:
    """Keeps the last seconds of a track. It belongs to one thread."""

    def __init__(self, networks: SignalsNetworks) -> None:
        self._networks = networks
        self._frames: deque[FaceSignals] = deque()
        self._found: Found | None = None
        self._evidence = Evidence(Look.SIGNALS, None, 0.0)
        self._began_s: float | None = None
        self._asked_s = -math.inf

    @property
    def newest(self) -> FaceSignals | None:
        """The signals of the frame seen last; None where there were none."""
        return self._frames[-1] if self._frames else None

    @property
    def history(self) -> tuple[FaceSignals, ...]:
        """The signals of the last ten seconds, oldest first."""
        return tuple(self._frames)

    @property
    def found(self) -> Found | None:
        """What the network said last, of the seconds until then."""
        return self._found

    def see(self, image: np.ndarray, landmarks: np.ndarray, time_s: float) -> FaceSignals | None:
        """Measure the face in the next frame: RGB uint8 (H, W, 3), landmarks (5, 2).

        Returns the signals, None where nothing can be measured. Frames that are older than one seen
        already, or come sooner after it than the network can make use of, are left out.
        """
        if self._frames and time_s < self._frames[-1].time_s + _SOONEST_S:
            return None
        signals = measure(image, landmarks, time_s, self._networks.eyes)
        if signals is None:
            return None
        self._began_s = time_s if self._began_s is None else self._began_s
        self._frames.append(signals)
        while self._frames[0].time_s < time_s - SECONDS:
            self._frames.popleft()
        return signals

    def evidence(self) -> Evidence:
        """Return what is to be said by now; the network is asked at most twice a second."""
        newest = self.newest
        if newest is None or len(self._frames) < _LEAST_FRAMES:
            return self._evidence
        if newest.time_s - self._asked_s >= _EVERY_S:
            self._asked_s = newest.time_s
            self._found = self._find()
            self._evidence = self._weighed(newest.time_s - self._began_s)
        return self._evidence

    def _find(self) -> Found:
        times = np.array([each.time_s for each in self._frames])
        return find(self._networks.signals, times, table(self._frames))

    def _weighed(self, watched: float) -> Evidence:
        """watched: seconds since the track began."""
        blinks = len(self._blinks())
        pulse = self._pulse(watched)
        beating = min(max(pulse - _PULSE_SURE, 0.0), 1.0)
        flat = self._of_blinks(blinks, watched) + _PULSE * beating
        numbers = {"blinks": float(blinks), "seconds": min(watched, SECONDS)}
        if math.isfinite(pulse):
            numbers["pulse_probability"] = float(expit(pulse))
        return Evidence(Look.SIGNALS, flat or None, min(watched / _ENOUGH_S, 1.0), numbers)

    def _blinks(self) -> list[tuple[float, float]]:
        """Return when eyes were shut and open again."""
        shortest, longest = _BLINK_S
        last = self._found.times[-1]
        return [
            (begin, end)
            for begin, end in self._found.spans(Event.BLINK)
            if shortest <= end - begin + FOUND_EVERY_S <= longest and end < last
        ]

    def _of_blinks(self, blinks: int, watched: float) -> float:
        if np.median([each.opening for each in self._frames]) < _READABLE:
            return 0.0
        if blinks:
            return _BLINK
        without = min(watched, SECONDS) - _NO_BLINK_FROM_S
        return _NO_BLINK * min(max(without / (SECONDS - _NO_BLINK_FROM_S), 0.0), 1.0)

    def _pulse(self, watched: float) -> float:
        """Return the log-odds of a pulse; -inf where nothing can be said of it."""
        brightest = max(max(each.skin) for each in self._frames)
        if watched < _PULSE_FROM_S or brightest > _TOO_BRIGHT:
            return -math.inf
        return self._found.pulse
