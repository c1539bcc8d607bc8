"""What the live loop publishes: one picture and what is known about the faces in it."""

from dataclasses import dataclass, field

import numpy as np

from facedesk.capture.frame import Frame
from facedesk.liveness.answer import LivenessAnswer
from facedesk.liveness.signals.face_signals import FaceSignals
from facedesk.matching.decision import Decision
from facedesk.vision.detection import Detection
from facedesk.vision.quality import Quality
from facedesk.vision.shot import Shot


@dataclass(frozen=True)
class SeenFace:
    """A face in the picture.

    detection: where it is in this very picture. decision: of the whole track, None until it was
    encoded. best_shot: the best picture of this face so far. liveness: whether it is alive; None
    where nobody asks. withheld: whether the decision is kept back until the face is found alive.
    signals: what was measured on it last; in this very picture where their time is that of its
    frame.
    """

    track_id: int
    detection: Detection
    quality: Quality
    decision: Decision | None
    best_shot: Shot | None
    liveness: LivenessAnswer | None = None
    withheld: bool = False
    signals: FaceSignals | None = None

    @property
    def box(self) -> np.ndarray:
        """Where the face is, x1, y1, x2, y2 in pixels."""
        return self.detection.box

    @property
    def landmarks(self) -> np.ndarray:
        """The five landmarks (5, 2) in pixels."""
        return self.detection.landmarks


@dataclass(frozen=True)
class LiveView:
    """The answer to one frame. stage_ms: milliseconds spent on each stage, by its name."""

    frame: Frame
    faces: tuple[SeenFace, ...]
    stage_ms: dict[str, float] = field(default_factory=dict)
