"""Which part of a plane a widget shows, and the way between the coordinates of the two."""

from dataclasses import dataclass, replace

import numpy as np

_MARGIN = 0.08  # of the widget's shorter side, around everything
_LEAST_EXTENT = 0.1  # of the plane: a single point has none


@dataclass(frozen=True)
class MapWindow:
    """A part of a plane whose y grows upwards; a widget's y grows downwards.

    x, y: the point of the plane in the middle of the widget. scale: widget units per unit of the
    plane, above 0. width, height: of the widget.
    """

    x: float
    y: float
    scale: float
    width: float
    height: float

    def to_widget(self, points: np.ndarray) -> np.ndarray:
        """Return where points of the plane (N, 2) lie in the widget, (N, 2)."""
        flipped = np.array([self.scale, -self.scale])
        return (points - [self.x, self.y]) * flipped + [self.width / 2, self.height / 2]

    def to_plane(self, x: float, y: float) -> tuple[float, float]:
        """Return which point of the plane lies under a point of the widget."""
        return (
            self.x + (x - self.width / 2) / self.scale,
            self.y - (y - self.height / 2) / self.scale,
        )

    def moved(self, right: float, down: float) -> "MapWindow":
        """Return the window after the plane was dragged, in widget units."""
        return replace(self, x=self.x - right / self.scale, y=self.y + down / self.scale)

    def zoomed(self, factor: float, x: float, y: float) -> "MapWindow":
        """Return the window nearer by a factor; the point under (x, y) of the widget stays."""
        there_x, there_y = self.to_plane(x, y)
        return replace(
            self,
            x=there_x + (self.x - there_x) / factor,
            y=there_y + (self.y - there_y) / factor,
            scale=self.scale * factor,
        )

    def resized(self, width: float, height: float) -> "MapWindow":
        """Return the window of a widget of another size, around the same middle."""
        return replace(self, width=width, height=height)


def window_around(points: np.ndarray, width: float, height: float) -> MapWindow:
    """Return the window that shows all points (N, 2), at least one, as large as they fit."""
    low, high = points.min(axis=0), points.max(axis=0)
    extent = np.maximum(high - low, _LEAST_EXTENT)
    margin = 2 * _MARGIN * min(width, height)
    room = np.maximum([width - margin, height - margin], 1)
    x, y = (float(middle) for middle in (low + high) / 2)
    return MapWindow(x, y, float((room / extent).min()), width, height)
