"""What is found in a video, so far and in the end."""

from dataclasses import dataclass
from enum import Enum

from facedesk.live.video_log import VideoSighting
from facedesk.live.view import LiveView


class Ending(Enum):
    """How far the analysis came.

    NONE: it goes on. COMPLETE: all of it. CANCELLED: until the user ended it. BROKEN_OFF: the
    pictures end long before the video should.
    """

    NONE = "none"
    COMPLETE = "complete"
    CANCELLED = "cancelled"
    BROKEN_OFF = "broken off"


@dataclass(frozen=True, eq=False)
class VideoAnalysis:
    """What was found so far.

    sightings: the earliest first. analysed_s: up to which time of the video. duration_s: of all of
    it, as far as that is known. done, pictures: how many pictures of how many were gone through; 0
    when the file does not say how many there are. longest_step_s: from one picture that was looked
    at to the next, mostly. view: of the last picture; None at the end.
    """

    sightings: tuple[VideoSighting, ...]
    analysed_s: float
    duration_s: float
    done: int
    pictures: int
    longest_step_s: float
    ending: Ending
    view: LiveView | None
