"""Chooses a layer of the encoder, from shallow to deep, and says what such layers look at."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.layer_words import layer_figures, layer_title, layer_words
from facedesk.vision.alignment import CHIP_SIDE

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.insight.layers import Layer

_FIRST = 0.5  # of the depth: where parts of faces are to be seen


class LayerChoice(QWidget):
    """Emits chosen with the index of the layer."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layers: Sequence[Layer] = ()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("Layer"))
        self.slider.setPageStep(1)
        self.slider.setMaximumWidth(420)
        self.title = QLabel()
        self.title.setProperty("role", "heading")
        self.words = text_label("")
        self.figures = text_label("", "secondary")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.title)
        row.addSpacing(12)
        for widget in (_end(self.tr("shallow")), self.slider, _end(self.tr("deep"))):
            row.addWidget(widget, 1 if widget is self.slider else 0)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.words)
        column.addWidget(self.figures)
        self.slider.valueChanged.connect(self._tell)

    @property
    def index(self) -> int:
        """Which layer is chosen."""
        return self.slider.value()

    def offer(self, layers: "Sequence[Layer]") -> None:
        """Offer these layers; nothing is emitted. The one chosen before stays."""
        anew = len(layers) != len(self._layers)
        self._layers = layers
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, len(layers) - 1)
            if anew:
                self.slider.setValue(round(_FIRST * (len(layers) - 1)))
        self._describe()

    def _tell(self, index: int) -> None:
        self._describe()
        self.chosen.emit(index)

    def _describe(self) -> None:
        layer = self._layers[self.index]
        self.title.setText(layer_title(self.index, len(self._layers)))
        self.words.setText(layer_words(layer))
        self.figures.setText(layer_figures(layer, CHIP_SIDE))
        self.slider.setAccessibleDescription(f"{self.title.text()}. {self.words.text()}")


def _end(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "secondary")
    return label
