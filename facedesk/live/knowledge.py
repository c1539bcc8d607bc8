"""What is known about an encoder, and how it becomes the recognition of one gallery."""

from dataclasses import dataclass
from pathlib import Path

from facedesk.encoder.template import fused
from facedesk.gallery.store import GalleryTemplates
from facedesk.matching.grounds import Grounds, load_grounds
from facedesk.matching.matcher import Corrections, Matcher
from facedesk.matching.recognition import Recognition
from facedesk.matching.thresholds import DEFAULT_FPIR, thresholds_for
from facedesk.matching.verification import Verifier


@dataclass(frozen=True, eq=False)
class Knowledge(Grounds):
    """What decisions with an encoder are based on, put to a gallery or to two faces."""

    def recognition_of(
        self,
        enrolled: GalleryTemplates,
        fpir: float = DEFAULT_FPIR,
        before: Recognition | None = None,
    ) -> Recognition:
        """Return the recognition of a gallery. fpir: accepted false alarms per stranger.

        A person with looks is the sum of all their photos. before: a recognition by this same
        knowledge, which spares the work on everyone who has not changed.
        """
        photos, corrections = enrolled.photos, enrolled.corrections
        matcher = Matcher(
            [person.id for person in enrolled.people],
            [person.name for person in enrolled.people],
            fused(photos.vectors, photos.owners, len(enrolled.people)),
            self.cohort,
            Corrections(corrections.vectors, corrections.owners),
            before.matcher if before else None,
        )
        thresholds = thresholds_for(self.calibration, len(photos.vectors), fpir)
        return Recognition(matcher, thresholds)

    def verifier(self) -> Verifier:
        """Return what compares two faces."""
        return Verifier(self.cohort, self.calibration, self.head)


def load_knowledge(
    encoder_id: str, calibrations: Path | None = None, models: Path | None = None
) -> Knowledge:
    """Return what is known about an encoder. Raises ResourceMissing, ModelNotMeasured.

    calibrations, models: see load_grounds.
    """
    grounds = load_grounds(encoder_id, models, calibrations)
    return Knowledge(grounds.cohort, grounds.calibration, grounds.head)
