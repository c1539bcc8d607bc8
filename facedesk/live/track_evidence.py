"""What has been seen of one track: its templates, fused, and its best picture."""

import numpy as np

from facedesk.encoder.template import Template, unit
from facedesk.matching.distance import distances
from facedesk.matching.steadiness import SteadyDecision
from facedesk.vision.alignment import VIEWS
from facedesk.vision.quality import Quality
from facedesk.vision.shot import Shot

_ENOUGH = 2 * VIEWS  # templates after which one more hardly changes the sum
_BETTER = 1.15  # how much better than the best so far a later picture must be
_REFRESH_S = 2.0  # looked at again after this long, in case the face was exchanged
_LEAST_FOR_A_NAME = 2  # templates; one frame alone never names anyone


class TrackEvidence:
    """Grows while the track lasts."""

    def __init__(self) -> None:
        self.decision = SteadyDecision()
        self.best_shot: Shot | None = None
        self._sum: np.ndarray | None = None
        self._count = 0
        self._best_weight = 0.0
        self._encoded_at = -float("inf")

    def wants(self, quality: Quality, time_s: float) -> bool:
        """Say whether encoding this picture of the face could change the answer."""
        return (
            self._count < _ENOUGH
            or quality.weight > self._best_weight * _BETTER
            or time_s - self._encoded_at > _REFRESH_S
        )

    def add(self, template: Template, shot: Shot, time_s: float) -> None:
        """Add one encoding, weighted by the quality of its picture."""
        weight = shot.quality.weight
        self._sum = weight * template.vector + (0 if self._sum is None else self._sum)
        self._count += 1
        self._encoded_at = time_s
        if weight > self._best_weight:
            self._best_weight, self.best_shot = weight, shot

    @property
    def next_view(self) -> int:
        """In which of the ways the face is to be aligned next: a photo is looked at in all."""
        return self._count % VIEWS

    @property
    def vector(self) -> np.ndarray | None:
        """The fused template, unit length (D,); None until there is enough to name anyone by."""
        return unit(self._sum) if self._count >= _LEAST_FOR_A_NAME else None

    def is_someone_else(self, template: Template, beyond: float) -> bool:
        """Say whether an encoding is so unlike those before it that the face is another one.

        beyond: at which distance; see Cohort.someone_else.
        """
        if self._sum is None:
            return False
        fused = unit(self._sum)[None]
        return bool(distances(fused, template.vector[None])[0, 0] > beyond)
