"""A record for the tests of the Activity page."""

import io
import uuid
from datetime import datetime, timedelta

import numpy as np
from PIL import Image

from facedesk.gallery.cut_out import CutOut, cut_out
from facedesk.gallery.photo import StoredPhoto
from facedesk.gallery.sightings.sighting import SightingNote
from facedesk.matching.decision import Answer

LANDMARKS = np.array([[40, 45], [60, 45], [50, 60], [42, 72], [58, 72]], np.float32)


def noon(days_ago=0):
    """Return noon of a day by the clock of this computer."""
    today = datetime.now().astimezone().replace(hour=12, minute=0, second=0, microsecond=0)
    return today - timedelta(days=days_ago)


def note(person=None, begun=None, minutes=5.0, thumbnail=True, **more):
    """Return a note; person: a Person, None for a stranger; thumbnail: whether, or which."""
    begun = begun or noon()
    ended = begun + timedelta(minutes=minutes)
    decision = Answer.KNOWN if person else Answer.UNKNOWN
    thumbnail = plain_thumbnail() if thumbnail is True else thumbnail or None
    fields = {"score": None, "decision": decision, "source": "Desk camera", **more}
    return SightingNote(
        uuid.uuid4().bytes, person.id if person else None, begun, ended, thumbnail=thumbnail,
        **fields,
    )  # fmt: skip


def plain_thumbnail():
    buffer = io.BytesIO()
    Image.new("RGB", (100, 100), "teal").save(buffer, "JPEG")
    return StoredPhoto(buffer.getvalue(), LANDMARKS)


def thumbnail_of(image, models):
    """Return the thumbnail that the record keeps of the face of a picture."""
    from facedesk.gallery.enrolment import single_face
    from facedesk.vision.alignment import align
    from facedesk.vision.quality import judge
    from facedesk.vision.shot import Shot

    detection = single_face(image, models)
    shot = Shot(image, detection, judge(image, align(image, detection)))
    return cut_out(shot, CutOut(2.2, 480, 85))
