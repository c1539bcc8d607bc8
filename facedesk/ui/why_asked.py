"""What may be asked: why these two faces are taken for one person, or not."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from facedesk.gallery.sightings.sighting import RecordedSighting
from facedesk.gallery.store import Gallery
from facedesk.matching.decision import Match
from facedesk.matching.verification import Verdict
from facedesk.ui.widgets.labels import shortened
from facedesk.vision.shot import Shot

if TYPE_CHECKING:  # they bring torch, which takes a second to import
    from facedesk.encoder.models import Models
    from facedesk.live.claim import CheckedClaim, VerifiedFace


@dataclass(frozen=True, eq=False)
class WhyAsked:
    """A question about two faces.

    heading: the question. first, second: what is written below the faces. load: makes the faces,
    in a task; what it raises is told.
    """

    heading: str
    first: str
    second: str
    load: "Callable[[Models], tuple[VerifiedFace, VerifiedFace]]"


def why_claim(claim: "CheckedClaim") -> WhyAsked:
    """Ask about the verdict on a claim."""
    headings = {
        Verdict.YES: QCoreApplication.translate("Why", "Why the same person?"),
        Verdict.NO: QCoreApplication.translate("Why", "Why not the same person?"),
        Verdict.UNSURE: QCoreApplication.translate("Why", "Why not sure?"),
    }
    return WhyAsked(
        headings[claim.verification.verdict],
        claim.first.name or QCoreApplication.translate("Why", "The first picture"),
        QCoreApplication.translate("Why", "Who is there"),
        lambda _models: (claim.first, claim.second),
    )


def why_sighting(sighting: RecordedSighting, gallery: Gallery) -> WhyAsked:
    """Ask about a sighting that has a name and a picture."""

    def load(models: "Models") -> "tuple[VerifiedFace, VerifiedFace]":
        from facedesk.gallery.enrolment import shot_of
        from facedesk.live.claim import face_of_person, face_of_shot

        shot = shot_of(gallery.sightings.thumbnail(sighting.id), models)
        person = gallery.person_with(sighting.person_id)
        return face_of_person(person, gallery, models), face_of_shot(shot, models)

    seen = QCoreApplication.translate("Why", "As they were seen")
    return WhyAsked(_why_name(sighting.person), sighting.person, seen, load)


def why_live(match: Match, shot: Shot, gallery: Gallery) -> WhyAsked:
    """Ask about a face of the live picture that has a name."""

    def load(models: "Models") -> "tuple[VerifiedFace, VerifiedFace]":
        from facedesk.live.claim import face_of_person, face_of_shot

        person = gallery.person_with(match.person_id)
        return face_of_person(person, gallery, models), face_of_shot(shot, models)

    seen = QCoreApplication.translate("Why", "In the live picture")
    return WhyAsked(_why_name(match.name), match.name, seen, load)


def _why_name(name: str) -> str:
    return QCoreApplication.translate("Why", "Why {name}?").format(name=shortened(name))
