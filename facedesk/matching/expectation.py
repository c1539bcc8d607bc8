"""What a strictness is expected to do, by the calibration."""

from dataclasses import dataclass

from facedesk.matching.thresholds import Calibration, far_of, thresholds_for


@dataclass(frozen=True)
class Expectation:
    """named: share of strangers who are given a name, 0…1. missed: share of photos of enrolled
    people that are given none, None where that could not be measured. finest: the smallest share
    of them that could have been noticed. beyond: whether mistakes shall be rarer than any that
    were measured, so that the shares are an estimate.
    """

    named: float
    missed: float | None
    finest: float
    beyond: bool


def expectation(calibration: Calibration, photos: int, fpir: float) -> Expectation:
    """Return what to expect of a gallery with so many photos. fpir: see thresholds_for."""
    return Expectation(
        named=fpir,
        missed=calibration.missed_at(thresholds_for(calibration, photos, fpir).known),
        finest=1 / max(calibration.mates, 1),
        beyond=far_of(fpir, photos) < calibration.far[-1],
    )
