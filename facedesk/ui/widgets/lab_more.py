"""The settings of a training that are seldom changed."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from facedesk.training.training_settings import (
    Learns,
    Optimiser,
    Selection,
    Start,
    TrainingSettings,
    usual_keep,
    usual_margin,
)
from facedesk.ui.widgets.chart_axis import percent
from facedesk.ui.widgets.choice_box import ChoiceBox

_USUAL = TrainingSettings()
_MARGINS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5)
_KEEP = (0.0, 0.3, 1.0, 3.0)
_RATES = (1e-5, 3e-5, 1e-4, 3e-4, 1e-3)
_PEOPLE = (4, 8, 16, 32, 64)
_PHOTOS = (2, 4, 8)
_SHARES = (0.0, 0.1, 0.2, 0.3, 0.5)
_SEEDS = (1, 2, 3, 4, 5)


class LabMore(QWidget):
    """Two columns of choices. Emits changed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        starts = (
            (Start.DEFAULT, self.tr("facedesk's own encoder")),
            (Start.NOTHING, self.tr("Nothing: weights by chance")),
        )
        self.start = ChoiceBox(starts, _USUAL.start)
        self.margin = _numbers(_MARGINS, _USUAL.margin)
        self.keep = _numbers(_KEEP, _USUAL.keep)
        self.rate = _numbers(_RATES, _USUAL.learning_rate)
        optimisers = ((Optimiser.ADAMW, "AdamW"), (Optimiser.SGD, "SGD"))
        self.optimiser = ChoiceBox(optimisers, _USUAL.optimiser)
        self.people = _numbers(_PEOPLE, _USUAL.people_at_a_time)
        self.photos = _numbers(_PHOTOS, _USUAL.photos_each)
        shares = [(share, percent(share)) for share in _SHARES]
        self.validation = ChoiceBox(shares, _USUAL.validation)
        self.seed = _numbers(_SEEDS, _USUAL.seed)
        self.augment = QCheckBox(self.tr("Make photos look like webcam pictures"))
        self.augment.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.augment.setChecked(_USUAL.augment)
        self._lay_out()
        self.start.taken.connect(self._fit_start)
        self.augment.toggled.connect(self.changed)

    def settings(self, selection: Selection, learns: Learns) -> TrainingSettings:
        """Return what is chosen here, with what is chosen elsewhere."""
        return TrainingSettings(
            start=self.start.value,
            learns=learns,
            selection=selection,
            margin=self.margin.value,
            keep=self.keep.value,
            optimiser=self.optimiser.value,
            learning_rate=self.rate.value,
            people_at_a_time=self.people.value,
            photos_each=self.photos.value,
            augment=self.augment.isChecked(),
            validation=self.validation.value,
            seed=self.seed.value,
        )

    def _fit_start(self) -> None:
        self.keep.take(usual_keep(self.start.value))
        self.margin.take(usual_margin(self.start.value))

    def _lay_out(self) -> None:
        rows = QGridLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(16)
        rows.setVerticalSpacing(8)
        choices = (
            (self.tr("Begins with"), self.start),
            (self.tr("Margin α of the loss"), self.margin),
            (self.tr("Weight of keeping what it knows"), self.keep),
            (self.tr("Highest learning rate"), self.rate),
            (self.tr("Optimiser"), self.optimiser),
            (self.tr("People at a time"), self.people),
            (self.tr("Photos of each of them"), self.photos),
            (self.tr("People kept for trying it on"), self.validation),
            (self.tr("Draw"), self.seed),
        )
        for number, (name, box) in enumerate(choices):
            label = QLabel(name)
            label.setBuddy(box)
            label.setWordWrap(True)
            box.setAccessibleName(name)
            box.taken.connect(self.changed)
            row, column = divmod(number, 2)
            rows.addWidget(label, row, 2 * column)
            rows.addWidget(box, row, 2 * column + 1)
        rows.addWidget(self.augment, len(choices) // 2, 2, 1, 2)
        for column in (0, 2):
            rows.setColumnStretch(column, 1)


def _numbers(values: tuple[float, ...], usual: float) -> ChoiceBox:
    return ChoiceBox([(value, QLocale().toString(float(value), "g")) for value in values], usual)
