"""Who is near whom: the map of the gallery, with the faces of the live picture on it."""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from facedesk.errors import FacedeskError
from facedesk.ui import icons
from facedesk.ui.context import AppContext
from facedesk.ui.gallery_watch import GalleryWatch
from facedesk.ui.live_faces import LiveFace, LiveFaces
from facedesk.ui.mapping_people import MappingPeople
from facedesk.ui.messages import error_text
from facedesk.ui.widgets.announce import announce
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.empty_state import EmptyState
from facedesk.ui.widgets.face_crop import face_image
from facedesk.ui.widgets.face_words import face_title
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.map_spots import MapSpots
from facedesk.ui.widgets.near_model import Near
from facedesk.ui.widgets.near_panel import NearPanel
from facedesk.ui.widgets.near_words import (
    distance_label,
    nearest_words,
    neighbour_words,
    shown_words,
)
from facedesk.ui.widgets.people_map import PeopleMap
from facedesk.ui.widgets.people_map_paint import FACE
from facedesk.ui.widgets.thumbnails import Thumbnails

if TYPE_CHECKING:  # it brings scipy, which the window does not wait for
    from facedesk.insight.gallery_map import GalleryMap

_STEP = 1.5  # of the buttons that zoom


class GalleryMapView(QWidget):
    """Follows the gallery and the live picture while it is in front.

    Emits enrolment_wanted when somebody is to be enrolled in front of the camera.
    """

    enrolment_wanted = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made: GalleryMap | None = None
        self._live: tuple[LiveFace, ...] = ()
        self._live_pictures: dict[int, tuple[LiveFace, QPixmap]] = {}
        self._side = round(FACE * self.devicePixelRatioF())
        self._thumbnails = Thumbnails(context.gallery.photo, self._side, self)
        self._watch = GalleryWatch(context, self)
        self.mapping = MappingPeople(context, self)
        self.faces = LiveFaces(context, self)
        self.map = PeopleMap(self._picture)
        self.panel = NearPanel(self._picture)
        self.limits = text_label("", "secondary")
        self.waiting = EmptyState("insight", self.tr("Drawing the map…"))
        self.nobody = self._nobody()
        self.failure = EmptyState("error", self.tr("There is no map"), " ")
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def shown(self) -> None:
        """Follow the gallery and the live picture."""
        self._watch.start()
        self.faces.start()

    def hidden(self) -> None:
        """Follow them no more."""
        self._watch.stop()
        self.faces.stop()
        self.mapping.stop()
        self._thumbnails.stop()

    # What is on the map -------------------------------------------------------------------------

    def _show_map(self, made: "GalleryMap | None") -> None:
        if made is None:
            self._made = None
            self._stack.setCurrentWidget(self.nobody)
            return
        anew, selected = self._made is None, self._selected_person()
        self._made = made
        self.limits.setText(shown_words(made.map.explained))
        self._show_spots(anew)
        ids = [person.id for person in made.people]
        if selected in ids:
            self.map.select(ids.index(selected))
        self._stack.setCurrentWidget(self._front)

    def _selected_person(self) -> int | None:
        index = self.map.selected
        if self._made is None or index is None or self.map.spots.is_live(index):
            return None
        return self._made.people[index].id

    def _show_live(self, faces: tuple[LiveFace, ...]) -> None:
        """Move the faces of the live picture to where they are now."""
        selected, before = self.map.selected, self._live
        self._live = faces
        if self._made is None:
            return
        count = len(self._made.people)
        track = None
        if selected is not None and selected >= count:
            track = before[selected - count].face.track_id
        self._show_spots(anew=False)
        if track is not None:
            tracks = [face.face.track_id for face in faces]
            self.map.select(count + tracks.index(track) if track in tracks else None)

    def _show_spots(self, anew: bool) -> None:
        made, places = self._made, self._made.map.places
        if self._live:
            vectors = np.stack([face.vector for face in self._live])
            places = np.concatenate([places, made.map.place(vectors)])
        names = tuple(person.name for person in made.people)
        titles = names + tuple(map(self._live_title, self._live))
        self.panel.show_everyone(self._rows(titles))
        self.map.show_spots(MapSpots(places, made.people, titles, made.close), anew)

    def _rows(self, titles: tuple[str, ...]) -> list[Near]:
        """Return everyone with who is nearest, the live faces first."""
        made = self._made
        count = len(made.people)
        live = [
            Near(count + number, titles[count + number], self._nearest_live(face), "live")
            for number, face in enumerate(self._live)
        ]
        alone = self.tr("Nobody else is enrolled.")
        people = [Near(index, title, alone) for index, title in enumerate(titles[:count])]
        marked = {pair for both in made.close for pair in (both, both[::-1])}
        for index, (other, distance) in enumerate(made.nearest):
            close = (index, other) in marked
            words = nearest_words(titles[other], distance, close)
            people[index] = replace(people[index], words=words, sign="warning" if close else "")
        return live + people

    def _live_title(self, face: LiveFace) -> str:
        title = face_title(face.face) or self.tr("Someone")
        return self.tr("{name} (in view)").format(name=title)

    def _nearest_live(self, face: LiveFace) -> str:
        other, distance = self._made.neighbours(face.vector)[0]
        return nearest_words(self._made.people[other].name, distance, close=False)

    def _picture(self, spot: int) -> QPixmap | None:
        people = self._made.people
        if spot < len(people):
            return self._thumbnails.get(people[spot].id, people[spot].version)
        face = self._live[spot - len(people)]
        kept = self._live_pictures.get(face.face.track_id)
        if kept is None or kept[0].shot is not face.shot:
            landmarks = face.shot.detection.landmarks
            made = QPixmap.fromImage(face_image(face.shot.image, landmarks, self._side))
            self._live_pictures = {
                each.face.track_id: self._live_pictures[each.face.track_id]
                for each in self._live
                if each.face.track_id in self._live_pictures
            }
            self._live_pictures[face.face.track_id] = kept = (face, made)
        return kept[1]

    # Whom the user means ------------------------------------------------------------------------

    def _show_meant(self) -> None:
        """Say who is near to whom the user means."""
        made, meant = self._made, self.map.meant
        if made is None:
            return
        if meant is None:
            hint = self.tr("Point at a face on the map, or choose somebody in the list.")
            self.map.show_neighbours(())
            self.panel.show_near(self.tr("Who is near?"), hint, ())
            return
        titles, count = self.map.spots.titles, len(made.people)
        if meant < count:
            found, close = made.neighbours(made.vectors[meant], meant), made.close_to(meant)
        else:
            found, close = made.neighbours(self._live[meant - count].vector), set()
        rows = [
            Near(
                other,
                titles[other],
                neighbour_words(distance, other in close),
                "warning" if other in close else "",
            )
            for other, distance in found
        ]
        hint = "" if rows else self.tr("Nobody else is enrolled.")
        self.map.show_neighbours([(other, distance_label(distance)) for other, distance in found])
        self.panel.show_near(self.tr("Near {name}").format(name=titles[meant]), hint, rows)

    def _tell_chosen(self, index: int | None) -> None:
        """Follow in the list who was chosen on the map, and say who is near."""
        self.panel.list.follow(index)
        rows = self.panel.everyone.rows
        row = self.panel.everyone.row_of(index)
        if row is not None:
            announce(self.map, f"{rows[row].title}. {rows[row].words}")

    def _fail(self, error: FacedeskError) -> None:
        self.failure.sentence.setText(error_text(error))
        self._stack.setCurrentWidget(self.failure)

    # Widgets ------------------------------------------------------------------------------------

    def _nobody(self) -> EmptyState:
        enrol = push_button(self.tr("Enrol from camera"), "camera", "primary")
        enrol.clicked.connect(self.enrolment_wanted)
        sentence = self.tr("Once people are enrolled, you see here whose faces are alike.")
        return EmptyState("people", self.tr("Nobody is enrolled yet"), sentence, [enrol])

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(8, 8, 8, 8)
        buttons.addStretch(1)
        for icon, text, do in (
            ("mdi6.plus", self.tr("Nearer (+)"), lambda: self.map.zoom(_STEP)),
            ("mdi6.minus", self.tr("Farther (−)"), lambda: self.map.zoom(1 / _STEP)),
            ("mdi6.fit-to-page-outline", self.tr("Show everyone (Home)"), self.map.show_everyone),
        ):
            button = _map_button(icon, text)
            button.clicked.connect(do)
            buttons.addWidget(button)
        over = QVBoxLayout(self.map)
        over.setContentsMargins(0, 0, 0, 0)
        over.addLayout(buttons)
        over.addStretch(1)
        self._front = QWidget()
        row = QHBoxLayout(self._front)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.map, 1)
        left.addWidget(self.limits)
        row.addLayout(left, 1)
        row.addWidget(self.panel)
        for widget in (self.waiting, self.nobody, self.failure, self._front):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _connect(self) -> None:
        self._watch.looked.connect(self.mapping.look)
        self.mapping.mapped.connect(self._show_map)
        self.mapping.failed.connect(self._fail)
        self.faces.changed.connect(self._show_live)
        self.map.meant_changed.connect(self._show_meant)
        self.map.chosen.connect(self._tell_chosen)
        self.panel.spot_chosen.connect(self.map.select)
        self.panel.spot_chosen.connect(self.panel.list.follow)
        self._thumbnails.ready.connect(lambda _: self.map.update())
        self._thumbnails.ready.connect(lambda _: self.panel.repaint_pictures())
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.panel.enter_search)


def _map_button(icon: str, text: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icons.icon(icon))
    button.setAccessibleName(text)
    button.setToolTip(text)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
