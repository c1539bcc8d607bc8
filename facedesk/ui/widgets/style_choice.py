"""The style: one of the patterns that facedesk makes itself, or a picture of the user's."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QGridLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from facedesk.errors import FacedeskError
from facedesk.shrinking import shrunk
from facedesk.style.patterns import PATTERNS, draw_pattern
from facedesk.ui.adding import photo_filter
from facedesk.ui.context import AppContext
from facedesk.ui.messages import error_text
from facedesk.ui.picture_loading import LoadedPicture, PictureLoading
from facedesk.ui.tasks import Cancelled, Progress, TaskCancelled
from facedesk.ui.widgets.announce import announce
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.fitted_image import fitted_image
from facedesk.ui.widgets.labels import text_label

_COLUMNS = 4
_SIDE = 60  # of a thumbnail
_DRAWN = 256  # pixels in which a pattern is drawn to be shown: as it looks in a picture
_OWN = len(PATTERNS)  # the button of the user's own picture


class StyleChoice(QWidget):
    """Thumbnails of which one is taken. Emits changed when another one is."""

    changed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._folder = str(Path.home())
        self._drawn = False
        self._own: LoadedPicture | None = None
        self.loading = PictureLoading(context, self)
        self.group = QButtonGroup(self)
        self.choose = push_button(self.tr("Choose a picture…"), "photo")
        self.note = text_label("", "error")
        self.note.hide()
        self._lay_out()
        self.group.idClicked.connect(lambda _: self.changed.emit())
        self.choose.clicked.connect(self._ask_for_file)
        self.loading.loaded.connect(self._show_own)
        self.loading.refused.connect(self._refuse)

    @property
    def name(self) -> str:
        """What the style that is taken is called."""
        return self.group.checkedButton().accessibleName()

    @property
    def draw(self) -> Callable[[int], np.ndarray]:
        """Returns the style picture, alike, for a side in pixels; may be called in any thread."""
        taken = self.group.checkedId()
        if taken == _OWN:
            image = self._own.image
            return lambda _side: image
        return lambda side: draw_pattern(PATTERNS[taken], side)

    def take_file(self, path: Path) -> None:
        """Take this file's picture as the style."""
        self._folder = str(path.parent)
        self.loading.load_file(path)

    def show_patterns(self) -> None:
        """Draw the thumbnails, the first time."""
        if self._drawn:
            return
        self._drawn = True

        def job(_progress: Progress, cancelled: Cancelled) -> list[np.ndarray]:
            images = []
            for pattern in PATTERNS:
                if cancelled():
                    raise TaskCancelled
                images.append(draw_pattern(pattern, _DRAWN))
            return images

        def show(images: list[np.ndarray]) -> None:
            for number, image in enumerate(images):
                self.group.button(number).setIcon(self._icon(image))

        self._context.tasks.start(self.tr("Drawing the styles"), job, show)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(4)
        grid.setAlignment(Qt.AlignmentFlag.AlignLeft)
        names = [QCoreApplication.translate("StylePatterns", each.name) for each in PATTERNS]
        for number, name in enumerate([*names, self.tr("Your picture")]):
            button = _thumbnail(name)
            self.group.addButton(button, number)
            grid.addWidget(button, number // _COLUMNS, number % _COLUMNS)
        self.group.button(0).setChecked(True)
        self.group.button(_OWN).hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(text_label(self.tr("Style"), "heading"))
        column.addLayout(grid)
        column.addWidget(self.choose)
        column.addWidget(self.note)

    def _ask_for_file(self) -> None:
        title = self.tr("Choose a picture with a style")
        path, _ = QFileDialog.getOpenFileName(self, title, self._folder, photo_filter())
        if path:
            self.take_file(Path(path))

    def _show_own(self, picture: LoadedPicture) -> None:
        self._own = picture
        button = self.group.button(_OWN)
        button.setIcon(self._icon(picture.image))
        button.setToolTip(picture.name)
        button.show()
        button.setChecked(True)
        self.note.hide()
        self.changed.emit()

    def _refuse(self, error: FacedeskError) -> None:
        self.note.setText(error_text(error))
        self.note.show()
        announce(self.note, self.note.text())

    def _icon(self, image: np.ndarray) -> QIcon:
        """Return the middle square of a picture, RGB uint8 (H, W, 3)."""
        side = min(image.shape[:2])
        top, left = (image.shape[0] - side) // 2, (image.shape[1] - side) // 2
        square = np.ascontiguousarray(image[top : top + side, left : left + side])
        pixels = round(_SIDE * self.devicePixelRatioF())
        pixmap = QPixmap.fromImage(fitted_image(shrunk(square, pixels), pixels, pixels))
        icon = QIcon(pixmap)
        icon.addPixmap(pixmap, QIcon.Mode.Disabled)  # else it is grey while something is drawn
        return icon


def _thumbnail(name: str) -> QToolButton:
    button = QToolButton()
    button.setProperty("kind", "thumbnail")
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setIconSize(QSize(_SIDE, _SIDE))
    button.setCheckable(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
