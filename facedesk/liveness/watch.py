"""Watches one face for signs that it is alive, in all ways at once."""

import numpy as np

from facedesk.liveness.answer import Evidence, LivenessAnswer
from facedesk.liveness.conditions import Conditions
from facedesk.liveness.fusion import FUSION, Fusion, FusionSettings
from facedesk.liveness.networks import EvidenceSource, LivenessNetworks
from facedesk.liveness.signals.face_signals import FaceSignals
from facedesk.liveness.signals.watch import SignalsWatch

_TURN_S = 0.33  # between two looks that are asked what they have found, of one face


class LivenessWatch:
    """Shows each picture to every look, and asks them in turn what they have found.

    Asking is what takes time: never more than one is asked at one picture, and each about once a
    second. A face that was lost, and one whose time runs backwards, is watched from the beginning.
    """

    def __init__(
        self,
        networks: LivenessNetworks,
        turn: int = 0,
        settings: FusionSettings = FUSION,
    ) -> None:
        """turn: numbers the faces of a picture, so that not all are asked at the same time."""
        self._networks = networks
        self._offset_s = turn % 4 * _TURN_S / 4
        self._settings = settings
        self._begin()

    def see(self, image: np.ndarray, landmarks: np.ndarray, time_s: float) -> None:
        """Take a picture into account: RGB uint8 (H, W, 3), landmarks (5, 2) in pixels."""
        if self._conditions.is_lost(time_s):
            self._begin()
        self._conditions.see(image, landmarks, time_s)
        for source in self._sources:
            source.see(image, landmarks, time_s)
        if self._sources and self._conditions.seconds >= self._next_s:
            self._next_s = self._conditions.seconds + _TURN_S
            self._ask(self._turn)
            self._turn = (self._turn + 1) % len(self._sources)
        self._fuse()

    @property
    def signals(self) -> FaceSignals | None:
        """What was measured on the face last; None before, and where nothing measures it."""
        watches = (source for source in self._sources if isinstance(source, SignalsWatch))
        return next((watch.newest for watch in watches), None)

    def look_again(self) -> None:
        """Ask every look now, for who wants the answer of this very moment."""
        for number in range(len(self._sources)):
            self._ask(number)
        self._fuse()

    def answer(self) -> LivenessAnswer:
        """Return what is known by now; each look was asked about a second ago at most."""
        return self._answer

    def _begin(self) -> None:
        self._sources: tuple[EvidenceSource, ...] = tuple(self._networks.sources())
        self._found: list[Evidence | None] = [None] * len(self._sources)
        self._conditions = Conditions()
        self._fusion = Fusion(self._settings)
        self._turn, self._next_s = 0, self._offset_s
        self._fuse()

    def _ask(self, number: int) -> None:
        self._found[number] = self._sources[number].evidence()

    def _fuse(self) -> None:
        found = [each for each in self._found if each is not None]
        conditions = self._conditions
        self._answer = self._fusion.answer(found, conditions.seconds, conditions.doubt)
