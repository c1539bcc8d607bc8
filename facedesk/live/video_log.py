"""Turns the views of a video into sightings that can be shown and looked up."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from facedesk.gallery.cut_out import CutOut, cut_out
from facedesk.gallery.photo import StoredPhoto
from facedesk.live.face_path import FacePath, PathRecorder, joined
from facedesk.live.sightings import Sighting, SightingLog
from facedesk.live.view import LiveView

_PORTRAIT = CutOut(surroundings=2.2, most_pixels=160, jpeg_quality=85)
_FORGOTTEN_S = 10.0  # a track that ended so long ago belongs to no open sighting any more


@dataclass(frozen=True, eq=False)
class VideoSighting:
    """A sighting with where the face was all the time.

    portrait: the best picture of the face, and best_s its time in the video.
    """

    sighting: Sighting
    path: FacePath
    portrait: StoredPhoto
    best_s: float


class VideoLog:
    """Collects the sightings of one video; of pictures it keeps small ones only."""

    def __init__(self) -> None:
        self._log = SightingLog()
        self._ended: list[VideoSighting] = []
        self._paths: dict[int, PathRecorder] = {}
        self._last_s: dict[int, float] = {}

    @property
    def sightings(self) -> tuple[VideoSighting, ...]:
        """All so far, the earliest first; those that have not ended as far as they go."""
        every = [*self._ended, *self._completed(self._log.open)]
        return tuple(sorted(every, key=lambda seen: seen.sighting.start_s))

    def observe(self, view: LiveView) -> None:
        """Take a view into account; times rise."""
        now = view.frame.time_s
        for face in view.faces:
            self._paths.setdefault(face.track_id, PathRecorder()).add(now, face.detection)
            self._last_s[face.track_id] = now
        self._ended += self._completed(self._log.observe(view))
        self._forget_tracks(now)

    def finish(self) -> None:
        """End all sightings, since the video has ended."""
        self._ended += self._completed(self._log.finish())

    def _completed(self, sightings: Iterable[Sighting]) -> list[VideoSighting]:
        return [self._complete(sighting) for sighting in sightings]

    def _complete(self, sighting: Sighting) -> VideoSighting:
        path = joined([self._paths[track].path() for track in sighting.tracks])
        best_s = path.time_of(sighting.best_shot.detection)
        return VideoSighting(
            replace(sighting, best_shot=None),
            path.between(sighting.start_s, sighting.end_s),
            cut_out(sighting.best_shot, _PORTRAIT),
            sighting.start_s if best_s is None else best_s,
        )

    def _forget_tracks(self, now: float) -> None:
        held = {track for sighting in self._log.open for track in sighting.tracks}
        for track, last_s in list(self._last_s.items()):
            if track not in held and now - last_s > _FORGOTTEN_S:
                del self._last_s[track], self._paths[track]
