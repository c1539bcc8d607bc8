"""Makes the gallery ready to be compared with."""

from facedesk.gallery.store import GalleryTemplates
from facedesk.matching.cohort import Cohort
from facedesk.matching.matcher import Matcher


def matcher_of(enrolled: GalleryTemplates, cohort: Cohort) -> Matcher:
    """Return a matcher on the templates of everyone enrolled."""
    return Matcher(
        [person.id for person in enrolled.people],
        [person.name for person in enrolled.people],
        enrolled.vectors,
        cohort,
    )
