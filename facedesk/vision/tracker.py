"""Follows faces from frame to frame: detections now and then, optical flow in between."""

from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import linear_sum_assignment

from facedesk.opencv import cv2
from facedesk.shrinking import halved_to
from facedesk.vision.boxes import overlaps
from facedesk.vision.cut import is_cut
from facedesk.vision.detection import Detection

_WORKING_SIDE = 640  # flow needs no more pixels than this along the longer side
_SAME_FACE = 0.3  # overlap above which a detection continues a track
_MOST_MISSED = 2  # detections in a row that may miss a face that the flow still follows
_GRID = 5  # points per side of the grid that is followed on each face
_STEPS = np.linspace(0.2, 0.8, _GRID)  # where they lie in its box, whose size is 1
_PLACES = np.stack(np.meshgrid(_STEPS, _STEPS), axis=-1).reshape(-1, 2)
_REACH = 64  # pixels around a face; the flow follows nothing that moves further in one frame
_FLOW = {
    "winSize": (15, 15),
    "maxLevel": 3,
    "criteria": (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 15, 0.03),
}


@dataclass(frozen=True)
class Track:
    """The same face over frames.

    missed: detections in a row that did not find it. fresh: found by the detector in this very
    frame. doubtful: the flow lost it in this very frame, so it may have become someone else.
    """

    id: int
    detection: Detection
    missed: int = 0
    fresh: bool = True
    doubtful: bool = False


class FaceTracker:
    """Holds the tracks. Give it every frame, either with detections or to follow on its own."""

    def __init__(self) -> None:
        self.tracks: tuple[Track, ...] = ()
        self._next_id = 1
        self._image: np.ndarray | None = None
        self._grey: np.ndarray | None = None
        self._scale = 1.0

    def forget(self) -> None:
        """End all tracks: the next picture does not continue the last."""
        self.tracks, self._image, self._grey = (), None, None

    def follow(self, image: np.ndarray) -> bool:
        """Move the tracks to where their faces are in the next frame, RGB uint8 (H, W, 3).

        Returns False when a face could not be followed, so that a detection is due. At a cut, all
        tracks end: who is in the same place of the next scene is hardly the same.
        """
        last, before, scale = self._image, self._grey, self._scale
        self._see(image)
        if not self.tracks or before is None or before.shape != self._grey.shape:
            return not self.tracks
        moves = _moves(before, self._grey, [t.detection.box * scale for t in self.tracks])
        if all(move is None for move in moves) and is_cut(last, image):
            self.tracks = ()
            return False
        self.tracks = tuple(
            _followed(track, move, scale) for track, move in zip(self.tracks, moves, strict=True)
        )
        return all(move is not None for move in moves)

    def detected(self, detections: tuple[Detection, ...]) -> None:
        """Match the detections of the frame last followed to the tracks, and begin new tracks."""
        matched = self._matched(detections)
        kept = []
        for index, track in enumerate(self.tracks):
            if index in matched:
                detection = detections[matched[index]]
                kept.append(Track(track.id, detection, doubtful=track.doubtful))
            elif track.missed < _MOST_MISSED and not track.doubtful:
                kept.append(replace(track, missed=track.missed + 1, fresh=False))
        for index, detection in enumerate(detections):
            if index not in matched.values():
                kept.append(Track(self._next_id, detection))
                self._next_id += 1
        self.tracks = tuple(kept)

    def exchange(self, track: Track) -> Track:
        """Begin a new track where this one is, because the face is someone else's."""
        other = replace(track, id=self._next_id)
        self._next_id += 1
        self.tracks = tuple(other if each is track else each for each in self.tracks)
        return other

    def _see(self, image: np.ndarray) -> None:
        self._image = image
        self._grey = halved_to(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), _WORKING_SIDE)
        self._scale = max(self._grey.shape) / max(image.shape[:2])

    def _matched(self, detections: tuple[Detection, ...]) -> dict[int, int]:
        if not self.tracks or not detections:
            return {}
        shared = overlaps(
            np.stack([track.detection.box for track in self.tracks]),
            np.stack([detection.box for detection in detections]),
        )
        rows, columns = linear_sum_assignment(shared, maximize=True)
        return {
            int(row): int(column)
            for row, column in zip(rows, columns, strict=True)
            if shared[row, column] >= _SAME_FACE
        }


def _followed(track: Track, move: np.ndarray | None, scale: float) -> Track:
    if move is None:
        return replace(track, fresh=False, doubtful=True)
    moved = _moved(track.detection, move, scale)
    return replace(track, detection=moved, fresh=False, doubtful=False)


def _moves(
    before: np.ndarray, after: np.ndarray, boxes: list[np.ndarray]
) -> list[np.ndarray | None]:
    """Return the 2×3 similarity that takes each box to the next picture, None where it is lost."""
    points = np.concatenate([_grid(box) for box in boxes]).astype(np.float32)
    # What is far from all faces would take most of the time.
    rows, columns = _around(boxes, before.shape)
    before, after = before[rows, columns], after[rows, columns]
    corner = np.array([columns.start, rows.start], np.float32)
    there, found, _ = cv2.calcOpticalFlowPyrLK(before, after, points - corner, None, **_FLOW)
    back, found_back, _ = cv2.calcOpticalFlowPyrLK(after, before, there, None, **_FLOW)
    there, back = there + corner, back + corner
    drift = np.linalg.norm(points - back, axis=1)
    good = (found[:, 0] == 1) & (found_back[:, 0] == 1) & (drift < 1.0)
    count = _GRID * _GRID
    return [
        _similarity(points[s], there[s], good[s])
        for s in (slice(i * count, (i + 1) * count) for i in range(len(boxes)))
    ]


def _around(boxes: list[np.ndarray], shape: tuple[int, int]) -> tuple[slice, slice]:
    """Return the rows and columns of a picture (H, W) that the flow of these boxes needs."""
    corners = np.stack(boxes)
    left, top = np.maximum(corners[:, :2].min(axis=0).astype(int) - _REACH, 0)
    right, bottom = corners[:, 2:].max(axis=0).astype(int) + _REACH
    rows, columns = slice(top, min(bottom, shape[0])), slice(left, min(right, shape[1]))
    if min(rows.stop - rows.start, columns.stop - columns.start) < _REACH:
        return slice(0, shape[0]), slice(0, shape[1])  # beyond the border of the picture, nearly
    return rows, columns


def _similarity(points: np.ndarray, there: np.ndarray, good: np.ndarray) -> np.ndarray | None:
    if good.sum() < len(points) * 0.4:
        return None
    matrix, _ = cv2.estimateAffinePartial2D(points[good], there[good], ransacReprojThreshold=1.5)
    if matrix is None or not 0.8 < np.hypot(matrix[0, 0], matrix[1, 0]) < 1.25:
        return None
    return matrix


def _grid(box: np.ndarray) -> np.ndarray:
    """Return points spread over the inner part of a box: (25, 2)."""
    return box[:2] + _PLACES * (box[2:] - box[:2])


def _moved(detection: Detection, move: np.ndarray, scale: float) -> Detection:
    """Apply a movement measured in the shrunk picture. The box keeps its sides upright."""
    landmarks = detection.landmarks * scale @ move[:, :2].T + move[:, 2]
    centre = (detection.box[:2] + detection.box[2:]) / 2 * scale @ move[:, :2].T + move[:, 2]
    size = (detection.box[2:] - detection.box[:2]) * scale * np.hypot(move[0, 0], move[1, 0]) / 2
    box = np.concatenate([centre - size, centre + size])
    return Detection(
        (box / scale).astype(np.float32), (landmarks / scale).astype(np.float32), detection.score
    )
