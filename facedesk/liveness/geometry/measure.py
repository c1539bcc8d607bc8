"""Measures what speaks for a solid head and what for something flat, on points over seconds."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from facedesk.liveness.geometry.motion import Motions, fitted
from facedesk.liveness.geometry.trails import ON_FACE, Moment
from facedesk.liveness.head_shape import depth_at, face_coordinates
from facedesk.vision.detection import eye_distance

_ANCHORS, _OTHERS = 3, 9  # moments that are compared with others, and others, spread over time
_FEWEST = 15  # points on the face that both show
_LEAST_MOVE = 2.0  # pixels that a face moves before it can be said what moves with it
_SAME = 0.35  # of that movement: what differs by less moves likewise
_FAR = (2.7, -2.1)  # so far beside and above the face, what moves shows how the camera moves
_FEWEST_FAR = 4


@dataclass(frozen=True)
class Measures:
    """What was found between moments.

    pairs: of moments that could be compared. points: on the face in each, on average. pixels: what
    the plane leaves over, root mean square. turn: degrees that the relief of a head says it turned,
    and its ratio to its uncertainty (turn_sure), at the liveliest. relief: how much of what a plane
    leaves over the relief of a head explains, for one part that it does not. moved: distances
    between the eyes, at the liveliest. beside: points beside the head to each pair, where the face
    moved enough. with_face, still: their shares, 0…1, that move with the face and stand still.
    """

    pairs: int
    points: float
    pixels: float
    turn: float
    turn_sure: float
    relief: float
    moved: float
    beside: float
    with_face: float
    still: float


def measured(moments: Sequence[Moment]) -> Measures | None:
    """Return what is found, None where no two moments share enough points."""
    found = [_places(moments[i], moments[j]) for i, j in _pairs(len(moments))]
    pairs = [pair for pair in found if pair.seen[:ON_FACE].sum() >= _FEWEST]
    if not pairs:
        return None
    before, after = (np.stack([getattr(p, name) for p in pairs]) for name in ("before", "after"))
    seen = np.stack([pair.seen for pair in pairs])
    apart = np.array([pair.eye_distance for pair in pairs])
    face = before[:, :ON_FACE], after[:, :ON_FACE], seen[:, :ON_FACE]
    flat, solid = fitted(*face), fitted(*face, depth=depth_at(before[:, :ON_FACE]))
    wider = np.linalg.svd(flat.terms[:, :, :2], compute_uv=False)[:, 0]
    turn = np.linalg.norm(solid.terms[:, :, 3], axis=1) / wider
    return Measures(
        pairs=len(pairs),
        points=float(face[2].sum(axis=1).mean()),
        pixels=float(np.median(np.sqrt(flat.residual) * apart)),
        turn=float(np.degrees(np.percentile(turn, 90))),
        turn_sure=float(np.percentile(turn * wider / np.maximum(solid.uncertain[:, 3], 1e-6), 90)),
        relief=float((flat.residual - solid.residual).sum() / max(solid.residual.sum(), 1e-9)),
        **_surroundings(
            before[:, ON_FACE:], after[:, ON_FACE:], seen[:, ON_FACE:], flat, apart[:, None]
        ),
    )


@dataclass(frozen=True, eq=False)
class _Pair:
    """Places of the points at two moments, in coordinates of the face at the first."""

    before: np.ndarray
    after: np.ndarray
    seen: np.ndarray
    eye_distance: float


def _pairs(count: int) -> list[tuple[int, int]]:
    def spread(some: int) -> list[int]:
        return sorted(set(np.linspace(0, count - 1, some).astype(int).tolist()))

    if count < 2:
        return []
    return [(i, j) for i in spread(_ANCHORS) for j in spread(_OTHERS) if i != j]


def _places(anchor: Moment, other: Moment) -> _Pair:
    marks = anchor.landmarks
    before = face_coordinates(anchor.points, marks)
    after = face_coordinates(other.points, marks)
    seen = np.isfinite(before[:, 0]) & np.isfinite(after[:, 0])
    before[~seen] = after[~seen] = 0
    return _Pair(before, after, seen, float(eye_distance(marks)))


def _surroundings(
    before: np.ndarray, after: np.ndarray, seen: np.ndarray, flat: Motions, apart: np.ndarray
) -> dict[str, float]:
    """Tell whether what is beside the head moves as the plane of the face would, or stands still.

    Movements are those that are left when the camera's own is taken away.
    """
    x, y = before[..., 0], before[..., 1]
    far = seen & ((np.abs(x) > _FAR[0]) | (y < _FAR[1]))
    near = seen & ~far
    camera = _camera(after - before, far)
    with_face = flat.plane_at(before) - before - camera
    really = after - before - camera
    moved = np.linalg.norm(with_face, axis=2)
    telling = near & (moved * apart > _LEAST_MOVE)
    count = int(telling.sum())
    alike = telling & (np.linalg.norm(really - with_face, axis=2) < _SAME * moved)
    still = telling & (np.linalg.norm(really, axis=2) < _SAME * moved)
    return {
        "moved": _moved(flat),
        "beside": count / len(seen),
        "with_face": float(alike.sum() / max(count, 1)),
        "still": float(still.sum() / max(count, 1)),
    }


_OVAL = np.array([[-0.8, 0.45], [0.8, 0.45], [0.0, -0.6], [0.0, 1.4]])


def _moved(flat: Motions) -> float:
    """Return how far the sides of the face went, at the liveliest."""
    places = np.repeat(_OVAL[None], len(flat.terms), axis=0)
    went = np.linalg.norm(flat.plane_at(places) - places, axis=2).mean(axis=1)
    return float(np.percentile(went, 90))


def _camera(moves: np.ndarray, far: np.ndarray) -> np.ndarray:
    """Return how what is far from the head moves, (M, 1, 2): 0 where too little of it is seen."""
    found = np.zeros((len(moves), 1, 2))
    for pair, (moved, which) in enumerate(zip(moves, far, strict=True)):
        if which.sum() >= _FEWEST_FAR:
            found[pair, 0] = np.median(moved[which], axis=0)
    return found
