"""Holds a new photo against everyone enrolled, before it is kept."""

from facedesk.gallery.photo import PreparedPhoto
from facedesk.gallery.store import Gallery
from facedesk.live.knowledge import Knowledge
from facedesk.matching.decision import Match
from facedesk.matching.likeness import look_alike


def looks_like(
    photo: PreparedPhoto,
    gallery: Gallery,
    knowledge: Knowledge,
    fpir: float,
    apart_from: int | None = None,
) -> Match | None:
    """Return who of the gallery is on a photo, as it seems; None when it looks like nobody.

    fpir: see Knowledge. apart_from: the id of a person who does not count, such as whose photo is
    replaced. Raises StorageError.
    """
    enrolled = gallery.templates(photo.template.encoder_id)
    recognition = knowledge.recognition_of(enrolled, fpir)
    return look_alike(recognition, photo.template.vector, apart_from)
