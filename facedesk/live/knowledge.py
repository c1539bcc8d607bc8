"""What ships with an encoder, and how it becomes the recognition of one gallery."""

from dataclasses import dataclass

from facedesk.gallery.store import GalleryTemplates
from facedesk.matching.cohort import Cohort, load_cohort
from facedesk.matching.matcher import Matcher
from facedesk.matching.recognition import Recognition
from facedesk.matching.thresholds import (
    DEFAULT_FPIR,
    Calibration,
    load_calibration,
    thresholds_for,
)


@dataclass(frozen=True)
class Knowledge:
    """What strangers look like to an encoder, and how often they are taken for each other."""

    cohort: Cohort
    calibration: Calibration

    def recognition_of(self, enrolled: GalleryTemplates, fpir: float = DEFAULT_FPIR) -> Recognition:
        """Return the recognition of a gallery. fpir: accepted false alarms per stranger."""
        matcher = Matcher(
            [person.id for person in enrolled.people],
            [person.name for person in enrolled.people],
            enrolled.vectors,
            self.cohort,
        )
        thresholds = thresholds_for(self.calibration, len(enrolled.people), fpir)
        return Recognition(matcher, thresholds)


def load_knowledge(encoder_id: str) -> Knowledge:
    """Return what ships with an encoder. Raises ResourceMissing."""
    return Knowledge(load_cohort(encoder_id), load_calibration(encoder_id))
