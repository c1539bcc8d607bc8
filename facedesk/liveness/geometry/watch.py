"""Watches how a face moves: as a solid head before something that stands still, or as a plane."""

import numpy as np

from facedesk.liveness.answer import Evidence, Look
from facedesk.liveness.geometry.judging import enough, log_odds
from facedesk.liveness.geometry.measure import Measures, measured
from facedesk.liveness.geometry.trails import Trails
from facedesk.vision.detection import eye_distance

_ENOUGH_S = 2.0
_FEWEST = 4  # pictures
_TURNED = 5.0  # standard deviations from which it is said that a head turned


class GeometryWatch:
    """Follows points on one face; what they say is worked out when it is asked."""

    def __init__(self) -> None:
        self._trails = Trails()

    def see(self, image: np.ndarray, landmarks: np.ndarray, time_s: float) -> None:
        """Take a picture into account: RGB uint8 (H, W, 3) or grey (H, W), landmarks (5, 2)."""
        self._trails.see(image, landmarks, time_s)

    def evidence(self) -> Evidence:
        """Return what was found over the last seconds.

        flat is None, and enough below 1, as long as the face has not moved enough.
        """
        moments = self._trails.moments
        measures = measured(moments) if len(moments) >= _FEWEST else None
        if measures is None:
            return Evidence(Look.GEOMETRY, None, 0.0)
        marks = np.stack([moment.landmarks for moment in moments])
        apart = float(np.median(eye_distance(marks)))
        flat = log_odds(measures, apart)
        time = min((moments[-1].time_s - moments[0].time_s) / _ENOUGH_S, 1.0)
        share = 0.0 if flat is None else time * enough(measures, apart)
        return Evidence(Look.GEOMETRY, flat, share, _numbers(measures, apart))


def _numbers(measures: Measures, apart: float) -> dict[str, float]:
    numbers = {
        "moved_pixels": measures.moved * apart,
        "points": measures.points,
        "unexplained_pixels": measures.pixels,
        "relief_ratio": measures.relief,
        "relief_degrees": measures.turn,
        "relief_sure": measures.turn_sure,
        "points_beside": measures.beside,
        "beside_with_face": measures.with_face,
        "beside_still": measures.still,
    }
    if measures.turn_sure >= _TURNED:
        numbers["turned_degrees"] = measures.turn
    return numbers
