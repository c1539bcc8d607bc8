"""Who stands on the map, people and live faces, and what is said of each."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from facedesk.ui.live_faces import LiveFace
from facedesk.ui.widgets.face_words import face_title
from facedesk.ui.widgets.map_spots import MapSpots
from facedesk.ui.widgets.near_model import Near
from facedesk.ui.widgets.near_words import in_view_words, nearest_words, neighbour_words

if TYPE_CHECKING:  # it brings scipy, which the window does not wait for
    from facedesk.insight.gallery_map import GalleryMap, Neighbour

_CLOSE = "warning"  # the sign of who is too close
_LIVE = "live"


@dataclass(frozen=True, eq=False)
class PeopleOnMap:
    """The map of a gallery, and the faces of the live picture.

    Spots are the people, by their indices on the map, and then the faces.
    """

    made: "GalleryMap"
    live: tuple[LiveFace, ...] = ()

    @cached_property
    def spots(self) -> MapSpots:
        """All spots with their places."""
        made, places = self.made, self.made.map.places
        if self.live:
            vectors = np.stack([face.vector for face in self.live])
            places = np.concatenate([places, made.map.place(vectors)])
        names = tuple(person.name for person in made.people)
        return MapSpots(places, made.people, names + tuple(map(_title, self.live)), made.close)

    def key(self, spot: int | None) -> tuple[str, int] | None:
        """Return what a spot is found again by when others have come or gone."""
        if spot is None:
            return None
        if self.spots.is_live(spot):
            return _LIVE, self.live[spot - len(self.made.people)].face.track_id
        return "", self.made.people[spot].id

    def spot(self, key: tuple[str, int] | None) -> int | None:
        """Return where somebody is; None when they are not there any more."""
        everyone = range(len(self.spots.places))
        return next((spot for spot in everyone if key and self.key(spot) == key), None)

    def rows(self) -> list[Near]:
        """Return everyone with who is nearest, the live faces first."""
        made, titles = self.made, self.spots.titles
        rows = []
        for number, face in enumerate(self.live, start=len(made.people)):
            other, distance = made.neighbours(face.vector)[0]
            rows.append(Near(number, titles[number], in_view_words(titles[other], distance), _LIVE))
        marked = {pair for both in made.close for pair in (both, both[::-1])}
        for index, (other, distance) in enumerate(made.nearest):
            close = (index, other) in marked
            words = nearest_words(titles[other], distance, close)
            rows.append(Near(index, titles[index], words, _CLOSE if close else ""))
        if not made.nearest:  # there is a single person
            rows.append(Near(0, titles[0], alone_words()))
        return rows

    def near(self, spot: int) -> "list[Neighbour]":
        """Return who is nearest to a spot."""
        made = self.made
        if self.spots.is_live(spot):
            return made.neighbours(self.live[spot - len(made.people)].vector)
        return made.neighbours(made.vectors[spot], apart_from=spot)

    def near_rows(self, spot: int) -> list[Near]:
        """Return who is nearest to a spot, as rows."""
        close = self.made.close_to(spot)
        titles = self.spots.titles
        return [
            Near(
                other,
                titles[other],
                neighbour_words(distance, other in close),
                _CLOSE if other in close else "",
            )
            for other, distance in self.near(spot)
        ]


def alone_words() -> str:
    """Return what is said where there are no neighbours."""
    return QCoreApplication.translate("Near", "Nobody else is enrolled.")


def _title(face: LiveFace) -> str:
    return face_title(face.face) or QCoreApplication.translate("Near", "Someone")
