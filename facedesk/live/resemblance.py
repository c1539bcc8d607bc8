"""Holds new photos against everyone enrolled."""

from collections.abc import Collection
from dataclasses import dataclass

from facedesk.errors import PersonGone
from facedesk.gallery.photo import PreparedPhoto
from facedesk.gallery.store import Gallery
from facedesk.live.knowledge import Knowledge
from facedesk.matching.decision import Match
from facedesk.matching.likeness import LookAlikes, likeness_to, look_alike, resemblances


@dataclass(frozen=True)
class LookDoubt:
    """Why a photo may not be a look of a person.

    person: how it resembles the one whom it shall be a look of. other: who it resembles more.
    """

    person: Match
    other: Match | None


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


def doubt_about_look(
    photo: PreparedPhoto, person_id: int, gallery: Gallery, knowledge: Knowledge, fpir: float
) -> LookDoubt | None:
    """Return why a photo may show somebody else than this person; None when it looks like them.

    It does where at most the share fpir of strangers are that much alike, one held against one,
    and nobody else resembles it more. Raises PersonGone.
    """
    enrolled = gallery.templates(photo.template.encoder_id)
    recognition = knowledge.recognition_of(enrolled, fpir)
    vector = photo.template.vector
    if person_id not in recognition.matcher.person_ids:
        raise PersonGone
    person = likeness_to(recognition, vector, person_id)
    other = look_alike(recognition, vector, apart_from=person_id)
    if other is not None and other.score <= person.score:
        other = None
    alike = person.score >= knowledge.calibration.score_at(fpir)
    return None if alike and other is None else LookDoubt(person, other)


def resemblances_of(
    person_ids: Collection[int],
    gallery: Gallery,
    encoder_id: str,
    knowledge: Knowledge,
    fpir: float,
) -> tuple[LookAlikes, ...]:
    """Return whom these people, such as those just imported, look like. Raises StorageError."""
    recognition = knowledge.recognition_of(gallery.templates(encoder_id), fpir)
    return tuple(resemblances(recognition, person_ids))
