"""One unit of the encoder: its strongest patches, their photos, and what else excites it."""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from facedesk.errors import FacedeskError
from facedesk.ui.adding import photo_filter
from facedesk.ui.context import AppContext
from facedesk.ui.face_loading import FaceLoading
from facedesk.ui.messages import error_text
from facedesk.ui.tasks import Cancelled, Progress, TaskCancelled
from facedesk.ui.unit_on_faces import UnitOnFaces
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.elided_label import ElidedLabel
from facedesk.ui.widgets.heat_face import HeatFace
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.patch_grid import SIDE, PatchGrid, patch_words
from facedesk.ui.widgets.patch_photo import PatchPhoto
from facedesk.ui.widgets.segments import Segments

if TYPE_CHECKING:  # they bring torch, which takes a second to import
    from facedesk.insight.layers import Layer
    from facedesk.insight.strongest import Unit
    from facedesk.ui.looking_inside import Looked
    from facedesk.ui.unit_details import PatchDetail

_LARGE = 300
_LINES = 3  # of the sentence below, so that nothing moves when it gets longer
PHOTO, FACE, LIVE, PICTURE = range(4)  # what is shown large


class UnitDialog(QDialog):
    """Reads the photos as soon as it is made; closing it stops that. Use open()."""

    def __init__(
        self,
        context: AppContext,
        looked: "Looked",
        layer: "Layer",
        unit: "Unit",
        heading: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._details: tuple[PatchDetail, ...] = ()
        self._place = 0
        self._closed = False
        self._folder = str(Path.home())
        self.setWindowTitle(heading)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.heading = text_label(heading, "heading")
        self.patches = PatchGrid()
        self.views = Segments(
            (
                (self.tr("Photo"), "photos"),
                (self.tr("Face"), "person"),
                (self.tr("Live"), "live"),
                (self.tr("File…"), "photo"),
            )
        )
        self.photo = PatchPhoto(_LARGE)
        self.heat = HeatFace(_LARGE)
        self.heat.setAccessibleName(self.tr("Where the unit is excited"))
        self.caption = ElidedLabel()
        self.words = text_label(self.tr("Reading the photos…"), "secondary")
        self.words.setMinimumHeight(_LINES * self.words.fontMetrics().lineSpacing())
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.closing = push_button(self.tr("Close"), kind="primary")
        self.closing.setDefault(True)
        self.on_faces = UnitOnFaces(context, looked.inside, layer, unit, self)
        self.loading = FaceLoading(context, self)
        self._lay_out()
        self._connect()
        self._read(looked, layer, unit)

    def done(self, result: int) -> None:
        self._closed = True
        self._task.cancel()
        self.on_faces.follow(False)
        self.loading.forget()
        super().done(result)

    def _read(self, looked: "Looked", layer: "Layer", unit: "Unit") -> None:
        side = round(SIDE * self.devicePixelRatioF())

        def job(_progress: Progress, cancelled: Cancelled) -> "tuple[PatchDetail, ...]":
            from facedesk.ui.unit_details import patch_details

            def step() -> None:
                if cancelled():
                    raise TaskCancelled

            return patch_details(looked, layer, unit, side, step)

        title = self.tr("Reading the photos")
        self._task = self._context.tasks.start(title, job, self._show, self._refuse)

    def _show(self, details: "tuple[PatchDetail, ...]") -> None:
        if self._closed:
            return
        self._details = details
        self.patches.show_patches(details)
        if details:
            self._show_view(self.views.taken)
        else:
            self.words.setText(self.tr("None of its photos can be read any more."))

    def _take(self, place: int) -> None:
        """Show another patch: in its photo, unless its face is looked at."""
        self._place = place
        if self.views.taken not in (PHOTO, FACE):
            self.views.choose(PHOTO)
        self._show_view(self.views.taken)

    def _show_view(self, view: int) -> None:
        self.on_faces.follow(view == LIVE)
        self.loading.forget()
        self._stack.setCurrentWidget(self.photo if view == PHOTO else self.heat)
        if view in (PHOTO, FACE):
            self._show_patch(view)
        elif view == LIVE:
            self.caption.setText(self.tr("The nearest face in the live picture"))
        else:
            self._ask_for_picture()

    def _show_patch(self, view: int) -> None:
        if not self._details:
            return
        detail = self._details[self._place]
        self.caption.setText(patch_words(self._place, detail))
        if view == PHOTO:
            self.photo.show_photo(detail.photo, detail.corners)
            self.words.setText(self.tr("The outline shows what the unit looked at."))
        else:
            self._show_heat(detail.chip, detail.heat)

    def _show_heat(self, chip: np.ndarray, heat: np.ndarray) -> None:
        if self._closed or self.views.taken == PHOTO:
            return
        self.heat.show_picture(chip, heat)
        share = max(float(heat.max()), 0)
        text = self.tr(
            "Blue, with +, is where the unit is excited; at most {n} % as much as by its "
            "strongest patch."
        )
        self.words.setText(text.format(n=round(100 * share)))

    def _show_nobody(self) -> None:
        """The live picture has no face at the moment."""
        self.heat.show_picture(None, None)
        self.words.setText(self.tr("Nobody is in view. Open a camera or a video on the Live page."))

    def _ask_for_picture(self) -> None:
        title = self.tr("Choose a picture")
        path, _ = QFileDialog.getOpenFileName(self, title, self._folder, photo_filter())
        if not path:
            self.views.choose(PHOTO)
            self._show_view(PHOTO)
            return
        self._folder = str(Path(path).parent)
        self.caption.setText(Path(path).name)
        self.heat.show_picture(None, None)
        self.words.setText(self.tr("Looking for the face…"))
        self.loading.load_photo(Path(path))

    def _refuse(self, error: FacedeskError) -> None:
        if not self._closed:
            self.words.setText(error_text(error))

    def _connect(self) -> None:
        self.patches.taken.connect(self._take)
        self.views.chosen.connect(self._show_view)
        self.on_faces.made.connect(self._show_heat)
        self.on_faces.gone.connect(self._show_nobody)
        self.loading.loaded.connect(lambda face: self.on_faces.show_chip(face.aligned))
        self.loading.refused.connect(self._refuse)
        self.closing.clicked.connect(self.accept)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.setFixedSize(_LARGE, _LARGE)
        for widget in (self.photo, self.heat):
            self._stack.addWidget(widget)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.views)
        right.addWidget(self._stack, 0, Qt.AlignmentFlag.AlignHCenter)
        right.addWidget(self.caption)
        right.addWidget(self.words)
        right.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(24)
        middle.addWidget(self.patches, 0, Qt.AlignmentFlag.AlignTop)
        middle.addLayout(right, 1)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self.closing)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addLayout(middle, 1)
        column.addLayout(below)
        self.setFixedWidth(760)
