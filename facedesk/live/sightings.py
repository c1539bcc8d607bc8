"""Turns views into sightings: a person or a stranger, seen from … to …"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from facedesk.live.view import LiveView, SeenFace
from facedesk.liveness.answer import Liveness
from facedesk.matching.decision import Answer
from facedesk.vision.shot import Shot

_GAP_S = 2.0  # somebody away for less than this was there all the time
_LEAST_FRAMES = 3  # a stranger seen in fewer frames was no more than a flicker


@dataclass(frozen=True)
class Sighting:
    """person: the name, None for a stranger. Times in seconds of the source.

    score: the best score of the name given; None for a stranger when nobody is enrolled.
    person_id: None for a stranger. tracks: those it was made of, in their order. best_shot: the
    best picture of the face. liveness: what was said of it last with any certainty; None where
    nobody asked.
    """

    person: str | None
    start_s: float
    end_s: float
    frames: int
    score: float | None
    person_id: int | None = None
    tracks: tuple[int, ...] = ()
    best_shot: Shot | None = field(default=None, compare=False, repr=False)
    liveness: Liveness | None = None


class SightingLog:
    """Collects the sightings of one source."""

    def __init__(self, gap_s: float = _GAP_S) -> None:
        """gap_s: how long a person may be away and yet have been there all the time."""
        self._gap_s = gap_s
        self._open: dict[tuple[str, object], Sighting] = {}

    def observe(self, view: LiveView) -> tuple[Sighting, ...]:
        """Take a view into account; return the sightings that have ended."""
        now = view.frame.time_s
        ended = self._ended(now)
        for face in view.faces:
            self._extend(face, now)
        return ended

    @property
    def open(self) -> tuple[Sighting, ...]:
        """The sightings that have not ended."""
        return _real(self._open.values())

    def finish(self) -> tuple[Sighting, ...]:
        """Return the sightings still open, since the source has ended."""
        return self._ended(float("inf"))

    def _extend(self, face: SeenFace, now: float) -> None:
        if face.decision is None:
            return
        match = face.decision.match
        score = match.score if match else None
        key = ("stranger", face.track_id)
        seen = Sighting(None, now, now, 0, score)
        if face.decision.answer is Answer.KNOWN or self._was_named(face):
            key = ("person", match.person_id)
            seen = replace(seen, person=match.name, person_id=match.person_id)
            # Until the name was certain the same face went for a stranger.
            self._become(("stranger", face.track_id), key, seen)
        seen = self._open.get(key, seen)
        best = max((s for s in (seen.score, score) if s is not None), default=None)
        self._open[key] = replace(
            seen,
            end_s=now,
            frames=seen.frames + 1,
            score=best,
            tracks=seen.tracks if face.track_id in seen.tracks else (*seen.tracks, face.track_id),
            best_shot=_better(seen.best_shot, face.best_shot),
            liveness=_surer(seen.liveness, face),
        )

    def _was_named(self, face: SeenFace) -> bool:
        """Tell whether a face of which facedesk is unsure went for that very person just now."""
        if face.decision.answer is not Answer.UNSURE:
            return False
        person = self._open.get(("person", face.decision.match.person_id))
        return person is not None and face.track_id in person.tracks

    def _become(
        self, stranger: tuple[str, object], key: tuple[str, object], person: Sighting
    ) -> None:
        before = self._open.pop(stranger, None)
        if before is not None and key not in self._open:
            # The score so far may be that of another person, who seemed likelier then.
            self._open[key] = replace(
                before, person=person.person, person_id=person.person_id, score=None
            )

    def _ended(self, now: float) -> tuple[Sighting, ...]:
        over = [key for key, seen in self._open.items() if now - seen.end_s > self._gap(seen)]
        return _real([self._open.pop(key) for key in over])

    def _gap(self, seen: Sighting) -> float:
        """Return how long to wait; a stranger who comes back is another one, as far as we know."""
        return _GAP_S if seen.person is None else self._gap_s


def _real(sightings: Iterable[Sighting]) -> tuple[Sighting, ...]:
    """Return those that were no mere flicker, the earliest first."""
    real = [s for s in sightings if s.person is not None or s.frames >= _LEAST_FRAMES]
    return tuple(sorted(real, key=lambda sighting: sighting.start_s))


def _surer(before: Liveness | None, face: SeenFace) -> Liveness | None:
    """Return what is said now, unless that is less certain than what was said before."""
    if face.liveness is None:
        return before
    now = face.liveness.liveness
    return now if before is None or now is not Liveness.NOT_SURE else before


def _better(first: Shot | None, second: Shot | None) -> Shot | None:
    if first is None or second is None:
        return first or second
    return max(first, second, key=lambda shot: shot.quality.weight)
