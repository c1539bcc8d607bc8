"""Follows points on a face and beside it, and remembers where they were."""

from collections import deque
from dataclasses import dataclass

import numpy as np

from facedesk.liveness.geometry.view import View, view_around
from facedesk.liveness.head_shape import face_coordinates
from facedesk.opencv import cv2

WINDOW_S = 3.0
_STEP_S = 0.058  # between two pictures that are looked at: every second of thirty in a second
_LOST_S = 0.5  # without a picture for longer, nothing can be followed
_SEED_S = 0.4  # between two searches for new points
ON_FACE, BESIDE = 56, 44  # so many points at most
_APART = (0.09, 0.22)  # at least, on the face and beside it, in distances between the eyes
_QUALITY = (0.004, 0.01)  # of a corner, for the best of all
_BACK = 0.5  # pixels that a point may be off when it is followed there and back again
_CUT, _CUT_FROM = 0.2, 20  # where fewer of so many points are found again, it is another scene
_FLOW = {
    "winSize": (13, 13),
    "maxLevel": 3,
    "criteria": (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 15, 0.02),
}


@dataclass(frozen=True, eq=False)
class Moment:
    """Where the points were at one time.

    points: float64 (ON_FACE + BESIDE, 2) in pixels, nan where one was not followed yet; those on
    the face come first. landmarks: float64 (5, 2).
    """

    time_s: float
    points: np.ndarray
    landmarks: np.ndarray


class Trails:
    """The points of the last seconds. Shown every picture, it looks at enough of them."""

    def __init__(self) -> None:
        self.moments: deque[Moment] = deque()
        self._forget()

    def see(self, image: np.ndarray, landmarks: np.ndarray, time_s: float) -> None:
        """Follow the points into a picture: RGB uint8 (H, W, 3) or grey (H, W)."""
        since_s = time_s - self._time_s
        if 0 <= since_s < _STEP_S:
            return
        wanted = view_around(landmarks, image.shape)
        if wanted is None or not 0 <= since_s <= _LOST_S or image.shape[:2] != self._shape:
            self._forget()
        if wanted is None:
            return
        self._view = self._view or wanted
        small = self._view.of(image)
        self._follow(small)
        if not self._view.fits(landmarks, image.shape):
            self._view = wanted
            small = wanted.of(image)
        self._before, self._time_s, self._shape = small, time_s, image.shape[:2]
        self._let_go(landmarks)
        if time_s - self._seeded_s >= _SEED_S:
            self._seeded_s = time_s
            self._seed(small, landmarks)
        self.moments.append(Moment(time_s, self._points.copy(), landmarks.astype(np.float64)))
        while time_s - self.moments[0].time_s > WINDOW_S:
            self.moments.popleft()

    def _forget(self) -> None:
        self._forget_points()
        self._view: View | None = None
        self._before: np.ndarray | None = None
        self._time_s = -np.inf
        self._shape: tuple[int, ...] = ()

    def _forget_points(self) -> None:
        self.moments.clear()
        self._points = np.full((ON_FACE + BESIDE, 2), np.nan)
        self._seeded_s = -np.inf

    def _follow(self, small: np.ndarray) -> None:
        """Move the points to where they are in the next picture; drop those that are lost."""
        alive = np.isfinite(self._points[:, 0])
        if self._before is None or not alive.any():
            return
        here = self._view.inside(self._points[alive])[:, None]
        there, found, _ = cv2.calcOpticalFlowPyrLK(self._before, small, here, None, **_FLOW)
        back, again, _ = cv2.calcOpticalFlowPyrLK(small, self._before, there, None, **_FLOW)
        off = np.linalg.norm(back - here, axis=2)[:, 0]
        good = (found[:, 0] == 1) & (again[:, 0] == 1) & (off < _BACK)
        if alive.sum() >= _CUT_FROM and good.mean() < _CUT:
            self._forget_points()
            return
        moved = self._view.outside(there[:, 0])
        moved[~good] = np.nan
        self._points[alive] = moved

    def _let_go(self, landmarks: np.ndarray) -> None:
        """Drop points on the face that have slid off it, and points beside that it covers."""
        on_face, beside = _regions(face_coordinates(self._points, landmarks), 1.15, 1.0)
        self._points[:ON_FACE][~on_face[:ON_FACE]] = np.nan
        self._points[ON_FACE:][~beside[ON_FACE:]] = np.nan

    def _seed(self, small: np.ndarray, landmarks: np.ndarray) -> None:
        """Find new points, as many as are missing."""
        height, width = small.shape
        rows, columns = np.mgrid[:height:4, :width:4]
        coarse = np.stack([columns, rows], axis=-1).reshape(-1, 2)
        places = face_coordinates(self._view.outside(coarse), landmarks)
        pixels = self._view.eye_distance * self._view.scale
        parts = (slice(0, ON_FACE), slice(ON_FACE, ON_FACE + BESIDE))
        for part, region, apart, quality in zip(
            parts, _regions(places, 1.0, 1.1), _APART, _QUALITY, strict=True
        ):
            mine = self._points[part]
            free = np.flatnonzero(~np.isfinite(mine[:, 0]))
            if len(free) < 0.25 * len(mine):
                continue
            mask = 255 * region.reshape(rows.shape).astype(np.uint8)
            mask = cv2.resize(mask, (width, height), interpolation=cv2.INTER_NEAREST)
            least = max(3.0, apart * pixels)
            taken = self._view.inside(mine[np.isfinite(mine[:, 0])])
            for x, y in np.rint(taken).astype(int).tolist():
                cv2.circle(mask, (x, y), round(least), 0, -1)
            found = cv2.goodFeaturesToTrack(small, len(free), quality, least, mask=mask)
            if found is None:
                continue
            free = free[: len(found)]
            mine[free] = self._view.outside(found[:, 0])
            for moment in self.moments:
                moment.points[part][free] = np.nan


def _regions(places: np.ndarray, face: float, beside: float) -> tuple[np.ndarray, np.ndarray]:
    """Tell which places (N, 2) lie on the face, and which beside and above the head.

    face, beside: by what to stretch the outline of the face, and of the head.
    """
    x, y = places.T
    on_face = (x / 0.95) ** 2 + ((y - 0.45) / 1.2) ** 2 < face**2
    head = (x / 1.35) ** 2 + ((y - 0.3) / 1.9) ** 2 < beside**2
    return on_face, ~head & (y < 1.5) & np.isfinite(x)
