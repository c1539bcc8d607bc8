"""Collects what was said about each face: alive, flat, or not sure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from facedesk.live.view import LiveView, SeenFace
from facedesk.liveness.answer import Liveness, LivenessAnswer

_LEAST_FRAMES = 3  # what was seen in fewer frames was no more than a flicker


@dataclass(frozen=True)
class JudgedFace:
    """A face from its first frame to its last, in seconds of the source.

    answer: the last one that was sure, or else the last one.
    """

    track_id: int
    start_s: float
    end_s: float
    frames: int
    answer: LivenessAnswer


class LivenessLog:
    """Collects the faces of one source."""

    def __init__(self) -> None:
        self._open: dict[tuple[int, int], JudgedFace] = {}

    def observe(self, view: LiveView) -> Iterator[JudgedFace]:
        """Take a view into account; yield the faces that have left."""
        for face in view.faces:
            if face.liveness is not None:
                self._extend(view, face, face.liveness)
        there = {(view.frame.scene, face.track_id) for face in view.faces}
        for key in self._open.keys() - there:
            yield from _real(self._open.pop(key))

    def finish(self) -> Iterator[JudgedFace]:
        """Yield the faces that are still there, since the source has ended."""
        for face in self._open.values():
            yield from _real(face)
        self._open = {}

    def _extend(self, view: LiveView, face: SeenFace, answer: LivenessAnswer) -> None:
        key, now = (view.frame.scene, face.track_id), view.frame.time_s
        before = self._open.get(key)
        if before is None:
            self._open[key] = JudgedFace(face.track_id, now, now, 1, answer)
            return
        was_sure = before.answer.liveness is not Liveness.NOT_SURE
        if was_sure and answer.liveness is Liveness.NOT_SURE:
            answer = before.answer
        self._open[key] = replace(before, end_s=now, frames=before.frames + 1, answer=answer)


def _real(face: JudgedFace) -> Iterator[JudgedFace]:
    if face.frames >= _LEAST_FRAMES:
        yield face
