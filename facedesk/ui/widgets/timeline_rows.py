"""The rows of the timeline of a video: people, then strangers, as they come into the picture."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from facedesk.gallery.photo import StoredPhoto
from facedesk.live.video_log import VideoSighting

Key = tuple[str, float, float]


@dataclass(frozen=True, eq=False)
class TimelineRow:
    """Somebody in a video. key: tells them from others. seen: when, the earliest first."""

    key: Key
    name: str
    stranger: bool
    seen: tuple[VideoSighting, ...]

    @property
    def seconds(self) -> float:
        """For how long they are seen, all in all."""
        return sum(each.sighting.end_s - each.sighting.start_s for each in self.seen)

    @property
    def portrait(self) -> StoredPhoto:
        """The best picture of them: that of the sighting with most frames."""
        return max(self.seen, key=lambda each: each.sighting.frames).portrait

    def near(self, time_s: float) -> int:
        """Return the number of the sighting at a time, or of the nearest one."""

        def away(number: int) -> float:
            sighting = self.seen[number].sighting
            return max(sighting.start_s - time_s, time_s - sighting.end_s, 0.0)

        return min(range(len(self.seen)), key=away)


def timeline_rows(sightings: Sequence[VideoSighting]) -> tuple[TimelineRow, ...]:
    """Return a row for each person and one for each stranger; sightings: the earliest first."""
    people: dict[int, list[VideoSighting]] = {}
    strangers: list[VideoSighting] = []
    for each in sightings:
        person_id = each.sighting.person_id
        (strangers if person_id is None else people.setdefault(person_id, [])).append(each)
    rows = [
        TimelineRow(("person", person_id, 0.0), seen[-1].sighting.person, False, tuple(seen))
        for person_id, seen in people.items()
    ]
    for number, each in enumerate(strangers, start=1):
        rows.append(TimelineRow(_stranger_key(each), stranger_name(number), True, (each,)))
    return tuple(rows)


def stranger_name(number: int) -> str:
    """Return what a stranger is called."""
    return QCoreApplication.translate("Timeline", "Stranger {n}").format(n=number)


def _stranger_key(each: VideoSighting) -> Key:
    return ("stranger", each.sighting.tracks[0], each.sighting.start_s)
