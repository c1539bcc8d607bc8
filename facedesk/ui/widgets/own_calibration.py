"""What the figures were measured on, and how to measure them on one's own pictures."""

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facedesk.evaluation.calibrate import FEWEST_PEOPLE
from facedesk.matching.thresholds import Calibration
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.labels import shortened, text_label


class OwnCalibration(QWidget):
    """Where the figures come from, an explanation, and two buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.source = text_label("")
        self.measure = push_button(self.tr("Measure on your own pictures…"), "folder")
        self.use_shipped = push_button(self.tr("Use the shipped measurement again"))
        explanation = self.tr(
            "Faces differ from one group of people to another. On your own pictures, facedesk "
            "measures how strict to be with people like yours: choose a folder that holds a "
            "folder of photos for each person, for at least {n} people. Several photos of each "
            "tell how many are missed. The pictures are only read."
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.measure)
        buttons.addWidget(self.use_shipped)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(2)
        column.addWidget(self.source)
        column.addWidget(text_label(explanation.format(n=FEWEST_PEOPLE), "secondary"))
        column.addSpacing(8)
        column.addLayout(buttons)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_calibration(self, calibration: Calibration, is_own: bool) -> None:
        """Say what was measured on. is_own: whether there is another one to go back to."""
        text = self.tr("Measured on {n} people of “{name}”, {date}")
        number = QLocale().toString(calibration.people)
        day = self._day(calibration.date)
        self.source.setText(text.format(n=number, name=shortened(calibration.data_set), date=day))
        self.use_shipped.setVisible(is_own)

    def _day(self, iso: str) -> str:
        day = QDate.fromString(iso, Qt.DateFormat.ISODate)
        return QLocale().toString(day, self.tr("d MMM yyyy")) or iso
