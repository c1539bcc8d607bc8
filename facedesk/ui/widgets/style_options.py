"""How a picture is drawn in another's style: what everybody chooses, and more for the curious."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facedesk.style.style_settings import (
    STYLE_LAYERS,
    Colour,
    Optimiser,
    Start,
    StyleLayer,
    StyleSettings,
)
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.choice_box import ChoiceBox
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.segments import Segments
from facedesk.ui.widgets.style_words import content_layer_words, style_layer_words
from facedesk.ui.widgets.weight_slider import WeightSlider

_DEFAULT = StyleSettings()
_SIZES = (256, 384, 512, 768, 1024)
_STEPS = (50, 100, 200, 400, 800)
_COLOURS = (Colour.STYLE, Colour.CONTENT)


class StyleOptions(QWidget):
    """Strength, what stays, colours and size; the rest is behind “More”."""

    def __init__(self) -> None:
        super().__init__()
        self.strength = WeightSlider(self.tr("Strength of the style"), _DEFAULT.style_weight)
        self.layer = ChoiceBox(
            [(each.name, content_layer_words(each.name)[0]) for each in STYLE_LAYERS],
            _DEFAULT.content_layer,
        )
        self.about_layer = text_label("", "secondary")
        self.colours = Segments(
            (
                (self.tr("Of the style"), "mdi6.palette-outline"),
                (self.tr("Of the picture"), "mdi6.image-outline"),
            )
        )
        self.size = ChoiceBox(
            [(side, self.tr("{n} pixels").format(n=side)) for side in _SIZES], _DEFAULT.size
        )
        self.more = push_button(self.tr("More"), "mdi6.tune-variant", kind="quiet")
        self.more.setCheckable(True)
        self.rest = _Rest()
        self.rest.hide()
        self._lay_out()
        self.layer.taken.connect(self._explain)
        self.more.toggled.connect(self.rest.setVisible)
        self._explain()

    @property
    def settings(self) -> StyleSettings:
        """What is chosen."""
        return StyleSettings(
            style_weight=self.strength.weight,
            smoothness=self.rest.smoothness.weight,
            content_layer=self.layer.value,
            style_layers=self.rest.layers,
            start=self.rest.start.value,
            optimiser=self.rest.optimiser.value,
            colour=_COLOURS[self.colours.taken],
            size=self.size.value,
            steps=self.rest.steps.value,
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(_label(self.tr("Strength (β/α)"), self.strength.slider))
        column.addWidget(self.strength)
        column.addLayout(_ends(self.tr("Stays a photo"), self.tr("All style")))
        column.addSpacing(6)
        column.addWidget(_label(self.tr("What stays of the picture"), self.layer))
        column.addWidget(self.layer)
        column.addWidget(self.about_layer)
        column.addSpacing(6)
        column.addWidget(_label(self.tr("Colours"), self.colours))
        column.addWidget(self.colours)
        column.addSpacing(6)
        column.addWidget(_label(self.tr("Longest side"), self.size))
        column.addWidget(self.size)
        column.addSpacing(6)
        more = QHBoxLayout()
        more.addWidget(self.more)
        more.addStretch(1)
        column.addLayout(more)
        column.addWidget(self.rest)

    def _explain(self) -> None:
        self.about_layer.setText(content_layer_words(self.layer.value)[1])


class _Rest(QWidget):
    """What is behind “More”."""

    def __init__(self) -> None:
        super().__init__()
        self.start = ChoiceBox(
            (
                (Start.CONTENT, self.tr("The picture")),
                (Start.NOISE, self.tr("Noise")),
                (Start.BOTH, self.tr("The picture with noise")),
            ),
            _DEFAULT.start,
        )
        self.optimiser = ChoiceBox(
            (
                (Optimiser.LBFGS, self.tr("L-BFGS: fewer steps")),
                (Optimiser.ADAM, self.tr("Adam: quicker steps")),
            ),
            _DEFAULT.optimiser,
        )
        self.steps = ChoiceBox([(count, str(count)) for count in _STEPS], _DEFAULT.steps)
        self.smoothness = WeightSlider(self.tr("Smoothness"), _DEFAULT.smoothness)
        self.weights = {
            each.name: WeightSlider(style_layer_words(each.name), each.weight)
            for each in _DEFAULT.style_layers
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        for name, control in (
            (self.tr("Begin with"), self.start),
            (self.tr("Method"), self.optimiser),
            (self.tr("Steps"), self.steps),
        ):
            column.addWidget(_label(name, control))
            column.addWidget(control)
            column.addSpacing(6)
        column.addWidget(_label(self.tr("Smoothness (total variation)"), self.smoothness.slider))
        column.addWidget(self.smoothness)
        column.addSpacing(6)
        column.addWidget(text_label(self.tr("How much each layer of the style counts (λ)")))
        for name, slider in self.weights.items():
            label = _label(style_layer_words(name), slider.slider)
            label.setProperty("role", "secondary")
            column.addWidget(label)
            column.addWidget(slider)

    @property
    def layers(self) -> tuple[StyleLayer, ...]:
        """The layers of the style with their weights."""
        return tuple(StyleLayer(name, slider.weight) for name, slider in self.weights.items())


def _label(text: str, buddy: QWidget) -> QLabel:
    """Return the name of a control, which screen readers read, too."""
    label = QLabel(text)
    label.setBuddy(buddy)
    buddy.setAccessibleName(text)
    return label


def _ends(left: str, right: str) -> QHBoxLayout:
    row = QHBoxLayout()
    for text in (left, right):
        label = QLabel(text)
        label.setProperty("role", "secondary")
        row.addWidget(label)
        row.addStretch(1)
    row.takeAt(row.count() - 1)
    return row
