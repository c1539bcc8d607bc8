"""How to train: which triplets, what learns, how long; the rest on request."""

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from facedesk.training.training_settings import Learns, Selection, TrainingSettings
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.choice_box import ChoiceBox
from facedesk.ui.widgets.lab_more import LabMore
from facedesk.ui.widgets.lab_words import (
    ABOUT_LEARNING,
    ABOUT_SELECTIONS,
    LEARNING,
    SELECTIONS,
)
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.segments import Segments

_ICONS = ("random", "semi_hard", "hard"), ("layer", "block", "network")
_AIR = 4  # above the next choice
_USUAL = TrainingSettings()


class LabChoices(QWidget):
    """Emits changed with every choice."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.selection = _segments(SELECTIONS, _ICONS[0], _USUAL.selection)
        self.about_selection = text_label("", "secondary")
        self.learns = _segments(LEARNING, _ICONS[1], _USUAL.learns)
        self.about_learns = text_label("", "secondary")
        self.minutes = ChoiceBox(self._lengths(), 15)
        self.minutes.setAccessibleName(self.tr("Time to train"))
        self.more = LabMore()
        self.more.hide()
        self.show_more = push_button(self.tr("More"), "later", "quiet")
        self.show_more.setCheckable(True)
        self._lay_out()
        self._connect()
        self._explain()

    @property
    def settings(self) -> TrainingSettings:
        """What is chosen."""
        selection = list(SELECTIONS)[self.selection.taken]
        return self.more.settings(selection, list(LEARNING)[self.learns.taken])

    def _lengths(self) -> list[tuple[int, str]]:
        minutes, hours = self.tr("{n} minutes"), self.tr("{n} hours")
        return [
            (2, minutes.format(n=2)),
            (5, minutes.format(n=5)),
            (15, minutes.format(n=15)),
            (60, self.tr("One hour")),
            (240, hours.format(n=4)),
            (720, hours.format(n=12)),
        ]

    def _lay_out(self) -> None:
        rows = QGridLayout()
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(16)
        rows.setVerticalSpacing(4)
        rows.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        choices = (
            (self.tr("Triplets"), self.selection, self.about_selection),
            (self.tr("What learns"), self.learns, self.about_learns),
        )
        for number, (name, widget, about) in enumerate(choices):
            label = QLabel(name)
            label.setMinimumHeight(widget.sizeHint().height())
            rows.addWidget(label, 3 * number, 0, top)
            rows.addWidget(widget, 3 * number, 1)
            rows.addWidget(about, 3 * number + 1, 1)
            rows.setRowMinimumHeight(3 * number + 2, _AIR)
        label = QLabel(self.tr("Time to train"))
        label.setBuddy(self.minutes)
        rows.addWidget(label, 6, 0)
        rows.addWidget(self.minutes, 6, 1, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(rows)
        column.addWidget(self.show_more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.more)

    def _connect(self) -> None:
        self.selection.chosen.connect(self._explain)
        self.learns.chosen.connect(self._explain)
        self.minutes.taken.connect(self.changed)
        self.more.changed.connect(self.changed)
        self.show_more.toggled.connect(self.more.setVisible)

    def _explain(self) -> None:
        settings = self.settings
        about = ABOUT_SELECTIONS[settings.selection], ABOUT_LEARNING[settings.learns]
        for label, text in zip((self.about_selection, self.about_learns), about, strict=True):
            label.setText(QCoreApplication.translate("Lab", text))
        self.changed.emit()


def _segments(
    names: Mapping[Selection, str] | Mapping[Learns, str], icons: tuple[str, ...], usual: Enum
) -> Segments:
    words = [QCoreApplication.translate("Lab", name) for name in names.values()]
    segments = Segments(list(zip(words, icons, strict=True)))
    segments.choose(list(names).index(usual))
    return segments
