"""Cuts real clips into pieces that show one face each."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from facedesk.capture.reader import frames_of
from facedesk.capture.source import is_video, video_source
from facedesk.capture.video_reader import open_video
from facedesk.encoder.models import Models, find_faces
from facedesk.errors import FolderEmpty, SourceError
from facedesk.evaluation.liveness.watched import ROUNDING_S, FaceClip
from facedesk.vision.detection import eye_distance
from facedesk.vision.tracker import FaceTracker

_DETECT_EVERY = 5  # pictures; as the live view does
SHORTEST_S = 1.5  # of a piece that is worth being asked about
_SMALLEST = 15.0  # pixels between the eyes; what is smaller is not watched in the live view either


@dataclass(frozen=True, eq=False)
class RealFace:
    """A piece of a real clip. source: the file, and which of its faces over time."""

    source: str
    clip: FaceClip


def clips_in(folder: Path) -> list[Path]:
    """Return the moving pictures in a folder by name. Raises FolderEmpty, SourceError."""
    try:
        found = sorted(path for path in folder.iterdir() if path.is_file() and is_video(path))
    except OSError as error:
        raise SourceError(source=folder.name or folder) from error
    if not found:
        raise FolderEmpty(source=folder)
    return found


def real_faces(path: Path, models: Models, seconds: float) -> Iterator[RealFace]:
    """Yield every face of a clip in pieces of so many seconds.

    What is shorter is one piece, unless it is shorter than SHORTEST_S. Faces that are far too small
    are left out. Raises FileUnreadable.
    """
    reader = open_video(video_source(path))
    tracker = FaceTracker()
    pieces: dict[int, _Piece] = {}
    try:
        for frame in frames_of(reader):
            followed = tracker.follow(frame.image)
            if not followed or frame.number % _DETECT_EVERY == 0:
                tracker.detected(find_faces(frame.image, models))
            seen = {track.id: track for track in tracker.tracks}
            # Where the flow lost a face, the next one there may be somebody else's.
            gone = [id_ for id_ in pieces if id_ not in seen or seen[id_].doubtful]
            for id_ in gone:
                yield from pieces.pop(id_).finished()
            for id_, track in seen.items():
                piece = pieces.setdefault(id_, _Piece(f"{path.name}, face {id_}"))
                piece.add(frame.image, track.detection.landmarks, frame.time_s)
                if piece.seconds + reader.interval_s >= seconds - ROUNDING_S:
                    yield from pieces.pop(id_).finished()
        for piece in pieces.values():
            yield from piece.finished()
    finally:
        reader.close()


class _Piece:
    """A face while it is followed."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._pictures: list[np.ndarray] = []
        self._landmarks: list[np.ndarray] = []
        self._times: list[float] = []

    @property
    def seconds(self) -> float:
        return self._times[-1] - self._times[0]

    def add(self, picture: np.ndarray, landmarks: np.ndarray, time_s: float) -> None:
        self._pictures.append(picture)
        self._landmarks.append(landmarks)
        self._times.append(time_s)

    def finished(self) -> Iterator[RealFace]:
        landmarks = np.stack(self._landmarks)
        apart = eye_distance(landmarks).mean()
        if self.seconds >= SHORTEST_S and apart >= _SMALLEST:
            yield RealFace(self._source, FaceClip(self._pictures, landmarks, np.array(self._times)))
