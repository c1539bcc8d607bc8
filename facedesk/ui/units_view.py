"""What the encoder sees: the units of each of its layers, by what excites them most."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from facedesk.errors import FacedeskError, NobodyToSee
from facedesk.ui.context import AppContext
from facedesk.ui.dialogs.unit_dialog import UnitDialog
from facedesk.ui.dropped_files import dropped_files
from facedesk.ui.gallery_watch import GalleryWatch
from facedesk.ui.looking_inside import Looked, LookingInside
from facedesk.ui.messages import error_text
from facedesk.ui.ordered_people import OrderedPeople
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.empty_state import EmptyState
from facedesk.ui.widgets.faces_choice import FacesChoice
from facedesk.ui.widgets.layer_choice import LayerChoice
from facedesk.ui.widgets.lazy_pictures import LazyPictures
from facedesk.ui.widgets.patch_tile import patch_tile
from facedesk.ui.widgets.running import Running
from facedesk.ui.widgets.unit_card import PATCHES
from facedesk.ui.widgets.unit_grid import UnitGrid
from facedesk.ui.widgets.unit_model import UnitModel, unit_title

if TYPE_CHECKING:  # they bring torch, which takes a second to import
    from facedesk.insight.layers import Layer
    from facedesk.insight.strongest import Unit

_FOLDER = "insight.folder"


class UnitsView(QWidget):
    """Which faces on top; below them the layer and its units, or why there are none yet.

    Emits enrolment_wanted when somebody is to be enrolled in front of the camera.
    """

    enrolment_wanted = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._looked: Looked | None = None
        self._side = round(PATCHES * self.devicePixelRatioF())
        self._first_ids: dict[str, int] = {}  # of the pictures, by the key of the layer
        self._units: dict[int, tuple[Looked, Layer, Unit]] = {}  # by the id of the picture
        self._next_id = 0
        self.setAcceptDrops(True)
        self._watch = GalleryWatch(context, self)
        self.looking = LookingInside(context, self)
        self.faces = FacesChoice(context.settings.get(_FOLDER))
        self.layer = LayerChoice()
        self._pictures = LazyPictures(self._tile, self)
        self.model = UnitModel(self._pictures, self)
        self.grid = UnitGrid(self.model)
        self.nothing = self._nothing()
        self.failure = EmptyState("error", self.tr("There is nothing to see"), " ")
        self._lay_out()
        self._connect()

    def shown(self) -> None:
        """Watch whether somebody is removed; else, what was found stays until the next look."""
        self._watch.start()

    def hidden(self) -> None:
        """Watch no more, and make no pictures."""
        self._watch.stop()
        self._pictures.stop()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        files = dropped_files(event)
        if len(files) == 1 and files[0].is_dir() and not self.looking.running:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.faces.choose_folder(dropped_files(event)[0])

    # Looking ------------------------------------------------------------------------------------

    def _choose(self) -> None:
        """Other faces were chosen: what is shown is of the former ones."""
        folder = self.faces.folder
        if folder is not None:
            self._context.keep(_FOLDER, str(folder))
        self._forget()
        self._stack.setCurrentWidget(self.nothing)

    def _forget_the_removed(self, people: OrderedPeople) -> None:
        """Show no patches of somebody who is not enrolled any more."""
        if self._looked is None or self.faces.folder is not None:
            return
        enrolled = {person.id for person in people.people}
        if any(person.id not in enrolled for person in self._looked.faces.people):
            self._forget()
            if not self.looking.running:
                self._stack.setCurrentWidget(self.nothing)

    def _forget(self) -> None:
        self._pictures.stop()
        self._looked = None
        self._first_ids, self._units = {}, {}

    def _start(self) -> None:
        self.looking.start(self.faces.folder)

    def _show_running(self) -> None:
        self.faces.show_running(True)
        self.running.show_progress(0, 0, self.tr("Looking for faces…"))
        self._stack.setCurrentWidget(self.running)

    def _show_ended(self) -> None:
        """Go back to what was there before; a result or an error follows, unless cancelled."""
        self.faces.show_running(False)
        self._stack.setCurrentWidget(self._front if self._looked else self.nothing)

    def _show_found(self, looked: Looked) -> None:
        self._forget()
        self._looked = looked
        self.layer.offer(looked.inside.layers)
        self._show_layer()
        self._stack.setCurrentWidget(self._front)

    def _fail(self, error: FacedeskError) -> None:
        if isinstance(error, NobodyToSee):
            self._stack.setCurrentWidget(self.nobody)
        else:
            self.failure.sentence.setText(error_text(error))
            self._stack.setCurrentWidget(self.failure)

    # Units --------------------------------------------------------------------------------------

    def _show_layer(self) -> None:
        layer = self._layer
        units = self._looked.strongest[layer.key].units()
        if layer.key not in self._first_ids:
            self._first_ids[layer.key] = first = self._next_id
            self._next_id += layer.units
            self._units |= {first + unit.number: (self._looked, layer, unit) for unit in units}
        self.model.show_units(units, self._first_ids[layer.key])
        self.grid.scrollToTop()

    @property
    def _layer(self) -> "Layer":
        return self._looked.inside.layers[self.layer.index]

    def _tile(self, id_: int) -> QImage:
        """Make the picture of a unit; called in a thread, maybe when others are shown already."""
        found = self._units.get(id_)
        if found is None:
            return QImage()
        looked, layer, unit = found
        return patch_tile(looked.faces, layer, unit, self._side)

    def _open(self, unit: "Unit") -> None:
        heading = f"{self.layer.title.text()}, {unit_title(unit)}"
        UnitDialog(self._context, self._looked, self._layer, unit, heading, self).open()

    # Widgets ------------------------------------------------------------------------------------

    def _nothing(self) -> EmptyState:
        return EmptyState(
            "insight",
            self.tr("What has the encoder learned to see?"),
            self.tr(
                "Look at the faces of everyone enrolled, or of a folder of photos. For each of its "
                "units you see the nine places on them that excite it most."
            ),
        )

    def _lay_out(self) -> None:
        enrol = push_button(self.tr("Enrol from camera"), "camera", "primary")
        enrol.clicked.connect(self.enrolment_wanted)
        folder = push_button(self.tr("Choose folder…"), "folder")
        folder.clicked.connect(self.faces.ask)
        sentence = self.tr("Enrol somebody first, or choose a folder of photos with faces.")
        heading = self.tr("Nobody is enrolled yet")
        self.nobody = EmptyState("people", heading, sentence, [enrol, folder])
        kept = self.tr("What is found in a folder is kept for the next time.")
        self.running = Running("insight", kept)
        self._front = QWidget()
        inside = QVBoxLayout(self._front)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        inside.addWidget(self.layer)
        inside.addWidget(self.grid, 1)
        self._stack = QStackedWidget()
        for widget in (self.nothing, self.nobody, self.running, self.failure, self._front):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.faces)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._watch.changed.connect(self._forget_the_removed)
        self.faces.changed.connect(self._choose)
        self.faces.start_wanted.connect(self._start)
        self.faces.cancel_wanted.connect(self.looking.cancel)
        self.looking.started.connect(self._show_running)
        self.looking.progressed.connect(self.running.show_progress)
        self.looking.ended.connect(self._show_ended)
        self.looking.found.connect(self._show_found)
        self.looking.failed.connect(self._fail)
        self.layer.chosen.connect(lambda _: self._show_layer())
        self.grid.unit_opened.connect(self._open)
