"""Turns the views of a video into sightings that can be shown and looked up."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from facedesk.gallery.cut_out import CutOut, cut_out
from facedesk.gallery.photo import StoredPhoto
from facedesk.live.face_path import FacePath, PathRecorder, joined
from facedesk.live.sightings import Sighting, SightingLog
from facedesk.live.view import LiveView
from facedesk.vision.detection import Detection
from facedesk.vision.quality import Quality
from facedesk.vision.shot import Shot

_PORTRAIT = CutOut(surroundings=2.2, most_pixels=160, jpeg_quality=85)
_FORGOTTEN_S = 10.0  # a track that ended so long ago belongs to no open sighting any more


@dataclass(frozen=True, eq=False)
class VideoSighting:
    """A sighting with where the face was all the time.

    portrait: the best picture of the face; quality: its quality; best_s: its time in the video.
    """

    sighting: Sighting
    path: FacePath
    portrait: StoredPhoto
    quality: Quality
    best_s: float


@dataclass
class _Track:
    """decided_s: when it was first known, or known to be unknown, whose face it is.

    portrait: what was cut out last, and the detection it was of.
    """

    recorder: PathRecorder = field(default_factory=PathRecorder)
    decided_s: float | None = None
    last_s: float = 0.0
    portrait: tuple[Detection, StoredPhoto] | None = None

    def portrait_of(self, shot: Shot) -> StoredPhoto:
        """Cut a face out, once only, and keep no more of the picture."""
        if self.portrait is None or self.portrait[0] is not shot.detection:
            self.portrait = shot.detection, cut_out(shot, _PORTRAIT)
        return self.portrait[1]


class VideoLog:
    """Collects the sightings of one video; of pictures it keeps small ones only.

    A sighting begins with the first picture of the face, not with the decision, which takes some.
    """

    def __init__(self) -> None:
        self._log = SightingLog()
        self._ended: list[VideoSighting] = []
        self._tracks: dict[int, _Track] = {}

    @property
    def sightings(self) -> tuple[VideoSighting, ...]:
        """All so far, the earliest first; those that have not ended as far as they go."""
        every = [*self._ended, *self._completed(self._log.open)]
        return tuple(sorted(every, key=lambda seen: seen.sighting.start_s))

    def observe(self, view: LiveView) -> None:
        """Take a view into account; times rise."""
        now = view.frame.time_s
        for face in view.faces:
            track = self._tracks.setdefault(face.track_id, _Track())
            track.recorder.add(now, face.detection)
            track.last_s = now
            if track.decided_s is None and face.decision is not None:
                track.decided_s = now
        self._ended += self._completed(self._log.observe(view))
        self._forget_tracks(now)

    def finish(self) -> None:
        """End all sightings, since the video has ended."""
        self._ended += self._completed(self._log.finish())

    def _completed(self, sightings: Iterable[Sighting]) -> list[VideoSighting]:
        return [self._complete(sighting) for sighting in sightings]

    def _complete(self, sighting: Sighting) -> VideoSighting:
        tracks = [self._tracks[number] for number in sighting.tracks]
        path = joined([track.recorder.path() for track in tracks])
        start_s = sighting.start_s
        if tracks[0].decided_s == start_s:
            start_s = float(path.times_s[0])
        best = sighting.best_shot
        best_s = path.time_of(best.detection)
        return VideoSighting(
            replace(sighting, start_s=start_s, best_shot=None),
            path.between(start_s, sighting.end_s),
            tracks[0].portrait_of(best),
            best.quality,
            start_s if best_s is None else best_s,
        )

    def _forget_tracks(self, now: float) -> None:
        held = {number for sighting in self._log.open for number in sighting.tracks}
        for number, track in list(self._tracks.items()):
            if number not in held and now - track.last_s > _FORGOTTEN_S:
                del self._tracks[number]
