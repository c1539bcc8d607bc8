"""Who is near whom: the map of the gallery, with the faces of the live picture on it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from facedesk.errors import FacedeskError
from facedesk.ui.context import AppContext
from facedesk.ui.gallery_watch import GalleryWatch
from facedesk.ui.live_faces import LiveFace, LiveFaces
from facedesk.ui.mapping_people import MappingPeople
from facedesk.ui.messages import error_text
from facedesk.ui.people_on_map import PeopleOnMap, alone_words
from facedesk.ui.spot_pictures import SpotPictures
from facedesk.ui.widgets.announce import announce
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.empty_state import EmptyState
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.near_panel import NearPanel
from facedesk.ui.widgets.near_words import distance_label, shown_words
from facedesk.ui.widgets.people_map import PeopleMap
from facedesk.ui.widgets.people_map_paint import FACE

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
        self._people: PeopleOnMap | None = None
        self._live: tuple[LiveFace, ...] = ()
        side = round(FACE * self.devicePixelRatioF())
        self._pictures = SpotPictures(context.gallery.photo, side, self)
        self._watch = GalleryWatch(context, self)
        self.mapping = MappingPeople(context, self)
        self.faces = LiveFaces(context, self)
        self.map = PeopleMap(self._pictures.get)
        self.panel = NearPanel(self._pictures.get)
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
        self._pictures.thumbnails.stop()

    # What is on the map -------------------------------------------------------------------------

    def _show_map(self, made: "GalleryMap | None") -> None:
        if made is None:
            self._people = None
            self._stack.setCurrentWidget(self.nobody)
            return
        self.limits.setText(shown_words(made.map.kept) if made.nearest else "")
        self._show_people(PeopleOnMap(made, self._placeable()))
        self._stack.setCurrentWidget(self._front)

    def _show_live(self, faces: tuple[LiveFace, ...]) -> None:
        """Move the faces of the live picture to where they are now."""
        self._live = faces
        if self._people is not None:
            self._show_people(PeopleOnMap(self._people.made, self._placeable()))

    def _placeable(self) -> tuple[LiveFace, ...]:
        """Return the live faces whose templates can be held against those of the map."""
        encoder_id = self.mapping.encoder_id
        return tuple(face for face in self._live if face.encoder_id == encoder_id)

    def _show_people(self, people: PeopleOnMap) -> None:
        """Show who is there now; whoever was selected stays so."""
        before, self._people = self._people, people
        selected = people.spot(before.key(self.map.selected)) if before else None
        self._pictures.show_people(people)
        self.panel.show_everyone(people.rows())
        self.map.show_spots(people.spots, selected, anew=before is None)
        self.panel.list.follow(selected)

    # Whom the user means ------------------------------------------------------------------------

    def _show_meant(self) -> None:
        """Say who is near to whom the user means."""
        people, meant = self._people, self.map.meant
        if people is None:
            return
        if meant is None:
            hint = self.tr("Point at a face on the map, or choose somebody in the list.")
            self.map.show_neighbours(())
            self.panel.show_near(self.tr("Who is near?"), hint, ())
            return
        found, title = people.near(meant), people.spots.titles[meant]
        self.map.show_neighbours([(other, distance_label(distance)) for other, distance in found])
        hint = "" if found else alone_words()
        rows = people.near_rows(meant)
        self.panel.show_near(self.tr("Near {name}").format(name=title), hint, rows)

    def _tell_chosen(self, spot: int | None) -> None:
        """Follow in the list who was chosen on the map, and say who is near."""
        self.panel.list.follow(spot)
        row = self.panel.everyone.row_of(spot)
        if row is not None:
            near = self.panel.everyone.rows[row]
            announce(self.map, f"{near.title}. {near.words}")

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
        self._pictures.thumbnails.ready.connect(lambda _: self.map.update())
        self._pictures.thumbnails.ready.connect(lambda _: self.panel.repaint_pictures())
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.panel.enter_search)


def _map_button(icon: str, text: str) -> QPushButton:
    button = push_button("", icon)
    button.setAccessibleName(text)
    button.setToolTip(text)
    return button
