"""What stands where on the map of the people, and which of it the user means."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from facedesk.gallery.person import Person
from facedesk.ui.widgets.map_window import MapWindow

_REACH = 24.0  # widget units around the middle of a picture that belong to it
_ASIDE = 1.2  # how much further than aside somebody must be to lie in a direction


@dataclass(frozen=True, eq=False)
class MapSpots:
    """Everyone on the map: people of the gallery, then the faces of the live picture.

    places: (N, 2) on the plane, read-only. people: of the first of them. titles: of all. close:
    pairs of people who are too close to each other, by their indices.
    """

    places: np.ndarray
    people: tuple[Person, ...]
    titles: tuple[str, ...]
    close: Sequence[tuple[int, int]] = ()

    def is_live(self, index: int) -> bool:
        """Tell whether a spot is a face of the live picture."""
        return index >= len(self.people)

    def at(self, window: MapWindow, x: float, y: float) -> int | None:
        """Return who is under a point of the widget: of several, the nearest; None: nobody."""
        if not len(self.places):
            return None
        away = np.abs(window.to_widget(self.places) - [x, y]).max(axis=1)
        nearest = int(away.argmin())
        return nearest if away[nearest] <= _REACH else None

    def next_to(self, index: int, right: int, up: int) -> int | None:
        """Return who comes next from somebody in a direction, of which one is 0 and one ±1."""
        apart = self.places - self.places[index]
        along = apart @ np.array([right, up])
        aside = np.abs(apart @ np.array([up, right]))
        cost = along + _ASIDE * aside
        cost[(along <= 0) | (aside > _ASIDE * along)] = np.inf
        found = int(cost.argmin())
        return found if np.isfinite(cost[found]) else None

    def nearest_to(self, window: MapWindow) -> int | None:
        """Return who is nearest to the middle of the widget; None: nobody."""
        if not len(self.places):
            return None
        apart = self.places - [window.x, window.y]
        return int((apart**2).sum(axis=1).argmin())
