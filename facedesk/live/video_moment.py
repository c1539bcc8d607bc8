"""Shows a moment of a video that has been analysed, and takes a face out of it."""

from collections.abc import Sequence

from facedesk.capture.frame import Frame
from facedesk.capture.source import Source
from facedesk.capture.video_seeking import VideoSeeker
from facedesk.live.video_log import VideoSighting
from facedesk.live.view import LiveView, SeenFace
from facedesk.matching.decision import NOBODY, Answer, Decision, Match
from facedesk.vision.alignment import align
from facedesk.vision.quality import judge
from facedesk.vision.shot import Shot


def view_at(frame: Frame, sightings: Sequence[VideoSighting], longest_step_s: float) -> LiveView:
    """Return who is seen in a frame; the number of each sighting stands for its track.

    The quality of a face is that of its best picture. longest_step_s: see FacePath.at.
    """
    faces = []
    for number, seen in enumerate(sightings):
        if seen.sighting.start_s <= frame.time_s <= seen.sighting.end_s:
            detection = seen.path.at(frame.time_s, longest_step_s)
            if detection is not None:
                faces.append(SeenFace(number, detection, seen.quality, _decision(seen), None))
    return LiveView(frame, tuple(faces))


def best_shot_of(seen: VideoSighting, source: Source) -> Shot | None:
    """Return the best picture of a face, read from the video again; None if it is not there now.

    Raises FileUnreadable.
    """
    seeker = VideoSeeker(source)
    try:
        picture = seeker.picture_at(seen.best_s)
    finally:
        seeker.close()
    detection = seen.path.at(seen.best_s, 0.0)
    if picture is None or detection is None:
        return None
    picture.image.setflags(write=False)
    quality = judge(picture.image, align(picture.image, detection))
    return Shot(picture.image, detection, quality)


def _decision(seen: VideoSighting) -> Decision:
    sighting = seen.sighting
    if sighting.person_id is None:
        return NOBODY
    score = sighting.score if sighting.score is not None else 0.0
    match = Match(sighting.person_id, sighting.person, score, float("nan"))
    return Decision(Answer.KNOWN, match, None)
