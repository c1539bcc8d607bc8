"""A heading, a sentence and the tiles of one kind of pictures of a person."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.photo_tile import PhotoTile

COLUMNS = 4
GAP = 16


class PhotoTiles(QWidget):
    """Emits remove_wanted with the picture whose button was clicked."""

    remove_wanted = Signal(object)

    def __init__(
        self, heading: str, button: QPushButton | None = None, parent: QWidget | None = None
    ) -> None:
        """button: what adds a picture, beside the heading."""
        super().__init__(parent)
        self.setAccessibleName(heading)
        self.tiles: tuple[PhotoTile, ...] = ()
        self.sentence = text_label("", "secondary")
        header = QHBoxLayout()
        header.addWidget(text_label(heading, "heading"), 1)
        if button is not None:
            header.addWidget(button)
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(header)
        column.addWidget(self.sentence)
        column.addLayout(self._grid)

    def show_tiles(self, tiles: Sequence[PhotoTile], sentence: str) -> None:
        """Show these in the place of those before, under this sentence."""
        for tile in self.tiles:
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self.tiles = tuple(tiles)
        for number, tile in enumerate(self.tiles):
            tile.remove_wanted.connect(self.remove_wanted)
            self._grid.addWidget(tile, number // COLUMNS, number % COLUMNS)
        self.sentence.setText(sentence)
