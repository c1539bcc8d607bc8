"""Whether the faces in view are alive: a watch for each of the nearest ones."""

import logging
from collections.abc import Sequence

import numpy as np

from facedesk.errors import FacedeskError
from facedesk.live.liveness_mode import LivenessMode
from facedesk.liveness.answer import Doubt, Liveness, LivenessAnswer
from facedesk.liveness.networks import LivenessNetworks, load_networks
from facedesk.liveness.signals.face_signals import FaceSignals
from facedesk.liveness.watch import LivenessWatch
from facedesk.vision.tracker import Track

_log = logging.getLogger(__name__)

_MOST = 4  # faces that are watched at a time, so that one picture never takes long
_UNWATCHED = LivenessAnswer(Liveness.NOT_SURE, (), 0.0, doubt=Doubt.SMALL)


class TrackLiveness:
    """Belongs to the engine, and lives through all its scenes. At first it is off."""

    def __init__(self) -> None:
        self._mode = LivenessMode.OFF
        self._networks: LivenessNetworks | None = None
        self._watches: dict[int, LivenessWatch] = {}
        self._failed = False

    @property
    def on(self) -> bool:
        """Whether anybody is watched."""
        return self._mode is not LivenessMode.OFF

    @property
    def problems(self) -> tuple[FacedeskError, ...]:
        """Why some networks are missing."""
        return self._networks.problems if self._networks else ()

    def use(self, mode: LivenessMode) -> None:
        """Watch from now on, or no longer. The networks are loaded the first time."""
        self._mode = mode
        if not self.on:
            self._watches = {}
        elif self._networks is None:
            self._networks = load_networks()

    def see(self, image: np.ndarray, tracks: Sequence[Track], time_s: float) -> None:
        """Take a picture into account, RGB uint8 (H, W, 3), with all that is followed in it.

        Where a face was lost in this very picture nobody knows where it is. A watch that fails
        begins anew: whatever happens here, faces are still recognised.
        """
        followed = {track.id for track in tracks}
        self._watches = {id_: watch for id_, watch in self._watches.items() if id_ in followed}
        for track in sorted(tracks, key=lambda track: -track.detection.width)[:_MOST]:
            if not track.doubtful:
                self._show(track, image, time_s)

    def answer(self, track_id: int) -> LivenessAnswer | None:
        """Return what is known about a track; None where nobody asks."""
        if not self.on:
            return None
        watch = self._watches.get(track_id)
        return watch.answer() if watch else _UNWATCHED

    def signals(self, track_id: int) -> FaceSignals | None:
        """Return what was measured last on the face of a track; None where nothing was."""
        watch = self._watches.get(track_id)
        return watch.signals if watch else None

    def withholds(self, answer: LivenessAnswer | None) -> bool:
        """Tell whether it is not to be said yet who this is."""
        required = self._mode is LivenessMode.REQUIRED
        return required and (answer is None or answer.liveness is not Liveness.LIVE)

    def _show(self, track: Track, image: np.ndarray, time_s: float) -> None:
        if track.id not in self._watches:
            self._begin(track.id)
        try:
            self._watches[track.id].see(image, track.detection.landmarks, time_s)
        except Exception:
            if not self._failed:  # once, not thirty times a second
                _log.exception("a face could not be watched for signs of life")
            self._failed = True
            self._begin(track.id)

    def _begin(self, track_id: int) -> None:
        self._watches[track_id] = LivenessWatch(self._networks, track_id)
