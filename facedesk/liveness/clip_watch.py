"""Watches one face with the 3-D network."""

from collections import deque

import numpy as np
import torch

from facedesk.liveness.answer import Evidence, Look
from facedesk.liveness.clip_network import ClipNetwork
from facedesk.liveness.volume import PICTURES, SECONDS, chosen, cut_out

_EVERY_S = SECONDS / PICTURES
_SHORTEST_S = 1.5  # nothing is said of less
_LONGEST_GAP_S = 1.0  # what was seen before a longer one is another clip
_SMALLEST = 14.0  # pixels between the eyes; on less there is too little to be seen
_MOST_SURE = 6.0  # log-odds; made clips can't teach to be surer about real ones


class ClipWatch:
    """Keeps cut-outs of the last seconds. It belongs to one thread; the network may be shared."""

    def __init__(self, network: ClipNetwork) -> None:
        self._network = network
        self._seen: deque[tuple[float, np.ndarray]] = deque()
        self._asked: tuple[float, float] | None = None  # when of, and what it said

    def see(self, image: np.ndarray, landmarks: np.ndarray, time_s: float) -> None:
        """Take a picture into account: RGB uint8 (H, W, 3), landmarks (5, 2) in pixels.

        Few are: about as many as the network looks at. Faces that are very small are left out.
        """
        points = np.asarray(landmarks, np.float64)
        if not np.isfinite(points).all() or np.linalg.norm(points[1] - points[0]) < _SMALLEST:
            return
        if self._seen:
            since = time_s - self._seen[-1][0]
            if 0 <= since < 0.9 * _EVERY_S:
                return
            if not 0 <= since <= _LONGEST_GAP_S:
                self._seen.clear()
        self._seen.append((time_s, cut_out(image, points)))
        while time_s - self._seen[0][0] > SECONDS + _EVERY_S:
            self._seen.popleft()

    def evidence(self) -> Evidence:
        """Say what the network says of the last seconds; it is asked when it saw more."""
        seconds = self._seen[-1][0] - self._seen[0][0] if self._seen else 0.0
        numbers = {"seconds": seconds, "pictures": float(len(self._seen))}
        enough = min(seconds / (SECONDS - _EVERY_S), 1.0)
        if seconds < _SHORTEST_S:
            return Evidence(Look.CLIP, None, enough, numbers)
        newest = self._seen[-1][0]
        if self._asked is None or self._asked[0] != newest:
            self._asked = newest, self._ask()
        return Evidence(Look.CLIP, self._asked[1], enough, numbers)

    def _ask(self) -> float:
        times, pictures = zip(*self._seen, strict=True)
        volume = np.stack(pictures)[chosen(times)]
        with torch.inference_mode():
            flat = float(self._network(torch.from_numpy(volume)[None])[0])
        return min(max(flat, -_MOST_SURE), _MOST_SURE)
