"""The pictures of whoever stands on the map."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap

from facedesk.gallery.photo import StoredPhoto
from facedesk.ui.live_faces import LiveFace
from facedesk.ui.people_on_map import PeopleOnMap
from facedesk.ui.widgets.face_crop import face_image
from facedesk.ui.widgets.thumbnails import Thumbnails
from facedesk.vision.shot import Shot


class SpotPictures(QObject):
    """People's pictures come later, with thumbnails.ready; those of live faces are there."""

    def __init__(
        self, load: Callable[[int], StoredPhoto], side: int, parent: QObject | None = None
    ) -> None:
        """load: reads the photo of a person, in any thread. side: in device pixels."""
        super().__init__(parent)
        self._side = side
        self.thumbnails = Thumbnails(load, side, self)
        self._people: PeopleOnMap | None = None
        self._live: dict[int, tuple[Shot, QPixmap]] = {}  # by the track

    def show_people(self, people: PeopleOnMap) -> None:
        """Know these from now on."""
        self._people = people
        self._live = {face.face.track_id: self._of(face) for face in people.live}

    def get(self, spot: int) -> QPixmap | None:
        """Return the picture of a spot; None while there is none."""
        people = self._people.made.people
        if spot < len(people):
            return self.thumbnails.get(people[spot].id, people[spot].version)
        return self._live[self._people.live[spot - len(people)].face.track_id][1]

    def _of(self, face: LiveFace) -> tuple[Shot, QPixmap]:
        kept = self._live.get(face.face.track_id)
        if kept is not None and kept[0] is face.shot:
            return kept
        image = face_image(face.shot.image, face.shot.detection.landmarks, self._side)
        return face.shot, QPixmap.fromImage(image)
