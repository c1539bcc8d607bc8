"""Shows what is made of the user's own photos before they are learned from."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.fitted_image import fitted_image
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.rounded_picture import RoundedPicture

_SIDE, _CORNER = 96, 8.0
# The names of columns as training has them.
COLUMNS = {
    "photo": QT_TRANSLATE_NOOP("ContactSheet", "Photo"),
    "flipped": QT_TRANSLATE_NOOP("ContactSheet", "Mirrored"),
    "misaligned": QT_TRANSLATE_NOOP("ContactSheet", "Misaligned"),
    "covered": QT_TRANSLATE_NOOP("ContactSheet", "Covered"),
    "relit": QT_TRANSLATE_NOOP("ContactSheet", "Other light"),
    "tinted": QT_TRANSLATE_NOOP("ContactSheet", "Other colours"),
    "moved": QT_TRANSLATE_NOOP("ContactSheet", "Moved"),
    "blurred": QT_TRANSLATE_NOOP("ContactSheet", "Out of focus"),
    "coarse": QT_TRANSLATE_NOOP("ContactSheet", "Far away"),
    "noisy": QT_TRANSLATE_NOOP("ContactSheet", "Noisy"),
    "compressed": QT_TRANSLATE_NOOP("ContactSheet", "Compressed"),
    "as trained": QT_TRANSLATE_NOOP("ContactSheet", "As trained"),
}


class ContactSheetDialog(QDialog):
    """A row for each of some people; the last columns are what training makes by chance."""

    def __init__(
        self,
        headings: Sequence[str],
        rows: Sequence[Sequence[np.ndarray]],
        parent: QWidget | None = None,
    ) -> None:
        """headings: of the columns, in training's words. rows: chips, RGB uint8 (S, S, 3)."""
        super().__init__(parent)
        heading = self.tr("What training makes of your photos")
        self.setWindowTitle(heading)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.sheet = QScrollArea()
        self.sheet.setAccessibleName(heading)
        self.sheet.setWidget(self._grid(headings, rows))
        self.close_button = push_button(self.tr("Close"), kind="primary")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        about = self.tr(
            "So that the encoder gets to know dark, blurred and noisy webcam pictures, each photo "
            "is changed anew each time it is learned from. Your files stay as they are."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(text_label(heading, "heading"))
        column.addWidget(text_label(about, "secondary"))
        column.addWidget(self.sheet, 1)
        column.addLayout(buttons)
        self.resize(1000, 620)

    def _grid(self, headings: Sequence[str], rows: Sequence[Sequence[np.ndarray]]) -> QWidget:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 8)
        grid.setSpacing(6)
        for column, heading in enumerate(headings):
            words = QCoreApplication.translate("ContactSheet", COLUMNS.get(heading, heading))
            label = text_label(words, "secondary")
            label.setFixedWidth(_SIDE)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(label, 0, column)
            for line, chips in enumerate(rows, start=1):
                picture = RoundedPicture(_SIDE, _CORNER)
                picture.setAccessibleName(words)
                pixels = picture.pixels
                picture.show_image(fitted_image(chips[column], pixels, pixels))
                grid.addWidget(picture, line, column)
        return inside
