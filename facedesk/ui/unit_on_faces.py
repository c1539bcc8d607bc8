"""Shows where other faces excite a unit: the one in front of the camera, or of a picture."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from facedesk.capture.capture_status import SHOWING
from facedesk.ui.context import AppContext
from facedesk.ui.tasks import Task
from facedesk.vision.alignment import align

if TYPE_CHECKING:  # they bring torch, which takes a second to import
    from facedesk.insight.inside import Inside
    from facedesk.insight.layers import Layer
    from facedesk.insight.strongest import Unit

_LOOK_EVERY_MS = 250


class UnitOnFaces(QObject):
    """Emits made with a chip and its heat map, and gone when nobody is in view."""

    made = Signal(object, object)
    gone = Signal()

    def __init__(
        self, context: AppContext, inside: "Inside", layer: "Layer", unit: "Unit", parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._what = inside, layer, unit
        self._task: Task | None = None
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def follow(self, live: bool) -> None:
        """Follow the nearest face of the live picture, or no more."""
        self.forget()
        if live:
            self._look()
            self._timer.start()
        else:
            self._timer.stop()

    def show_chip(self, chip: np.ndarray) -> None:
        """Look at an aligned face, RGB uint8 (150, 150, 3)."""
        self.forget()
        inside, layer, unit = self._what

        def job(*_: object) -> np.ndarray:
            from facedesk.ui.unit_details import unit_heat

            return unit_heat(inside, chip, layer, unit)

        def take(heat: np.ndarray) -> None:
            if task is self._task:
                self.made.emit(chip, heat)

        title = self.tr("Looking at the face")
        task = self._task = self._context.tasks.start(title, job, take, lambda _: None)

    def forget(self) -> None:
        """Give up what is under way."""
        self._task = None

    def _look(self) -> None:
        session = self._context.session
        if self._task in self._context.tasks.running:
            return
        view = session.newest_view if session.status.state in SHOWING else None
        faces = view.faces if view else ()
        nearest = max(faces, key=lambda face: face.detection.width, default=None)
        if nearest is None:
            self.gone.emit()
        else:
            self.show_chip(align(view.frame.image, nearest.detection).image)
