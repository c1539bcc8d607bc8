"""Turns views into sightings: a person or a stranger, seen from … to …"""

from dataclasses import dataclass, replace

from facedesk.live.view import LiveView, SeenFace
from facedesk.matching.decision import Answer

_GAP_S = 2.0  # somebody away for less than this was there all the time
_LEAST_FRAMES = 3  # a stranger seen in fewer frames was no more than a flicker


@dataclass(frozen=True)
class Sighting:
    """person: the name, None for a stranger. Times in seconds of the source.

    score: the best score of the name given; None for a stranger when nobody is enrolled.
    """

    person: str | None
    start_s: float
    end_s: float
    frames: int
    score: float | None


class SightingLog:
    """Collects the sightings of one source."""

    def __init__(self) -> None:
        self._open: dict[tuple[str, object], Sighting] = {}

    def observe(self, view: LiveView) -> tuple[Sighting, ...]:
        """Take a view into account; return the sightings that have ended."""
        now = view.frame.time_s
        ended = self._ended(now)
        for face in view.faces:
            self._extend(face, now)
        return ended

    def finish(self) -> tuple[Sighting, ...]:
        """Return the sightings still open, since the source has ended."""
        return self._ended(float("inf"))

    def _extend(self, face: SeenFace, now: float) -> None:
        if face.decision is None:
            return
        match = face.decision.match
        score = match.score if match else None
        key, person = ("stranger", face.track_id), None
        if face.decision.answer is Answer.KNOWN:
            person = match.name
            key = ("person", match.person_id)
            # Until the name was certain the same face went for a stranger.
            self._become(("stranger", face.track_id), key, person)
        seen = self._open.get(key) or Sighting(person, now, now, 0, score)
        best = max((s for s in (seen.score, score) if s is not None), default=None)
        self._open[key] = replace(seen, end_s=now, frames=seen.frames + 1, score=best)

    def _become(self, stranger: tuple[str, object], key: tuple[str, object], person: str) -> None:
        before = self._open.pop(stranger, None)
        if before is not None and key not in self._open:
            # The score so far may be that of another person, who seemed likelier then.
            self._open[key] = replace(before, person=person, score=None)

    def _ended(self, now: float) -> tuple[Sighting, ...]:
        over = [key for key, seen in self._open.items() if now - seen.end_s > _GAP_S]
        ended = [self._open.pop(key) for key in over]
        real = [s for s in ended if s.person is not None or s.frames >= _LEAST_FRAMES]
        return tuple(sorted(real, key=lambda sighting: sighting.start_s))
