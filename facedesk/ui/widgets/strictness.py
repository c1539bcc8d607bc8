"""How strict to be: a slider, and what is to be expected of it."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facedesk.gallery.person import Person
from facedesk.matching.expectation import Expectation, expectation
from facedesk.matching.thresholds import Calibration
from facedesk.ui.widgets.announce import announce
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.rate_slider import RateSlider

_EXAMPLE = 10  # people in the gallery of somebody who has none yet
_OF = 1000


class Strictness(QWidget):
    """Strict, slider, lenient; below, how many strangers are named and how many people missed."""

    def __init__(self, slider: RateSlider) -> None:
        super().__init__()
        self.slider = slider
        self._calibration: Calibration | None = None
        self._people: Sequence[Person] | None = None
        self.named = text_label("", "heading")
        self.missed = text_label("", "heading")
        self.missed_caption = text_label("", "secondary")
        self.note = text_label("", "secondary")
        self._lay_out()
        slider.moved.connect(self._renew)
        slider.chosen.connect(lambda: announce(slider, slider.accessibleDescription()))

    def show_calibration(self, calibration: Calibration) -> None:
        """Show what is to be expected by this calibration."""
        self._calibration = calibration
        self._renew()

    def show_people(self, people: Sequence[Person]) -> None:
        """Show what is to be expected with these people enrolled."""
        self._people = people
        self._renew()

    def _lay_out(self) -> None:
        ends = QHBoxLayout()
        ends.setSpacing(12)
        ends.addWidget(_end(self.tr("Strict")))
        ends.addWidget(self.slider, 1)
        ends.addWidget(_end(self.tr("Lenient")))
        figures = QGridLayout()
        figures.setHorizontalSpacing(24)
        figures.setVerticalSpacing(0)
        figures.addWidget(self.named, 0, 0)
        figures.addWidget(text_label(self.tr("strangers are given a name"), "secondary"), 1, 0)
        figures.addWidget(self.missed, 0, 1)
        figures.addWidget(self.missed_caption, 1, 1)
        figures.setColumnStretch(0, 1)
        figures.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 16)
        column.setSpacing(12)
        column.addLayout(ends)
        column.addLayout(figures)
        column.addWidget(self.note)

    def _renew(self) -> None:
        if self._calibration is None or self._people is None:
            return
        photos = sum(person.photos for person in self._people) or _EXAMPLE
        expected = expectation(self._calibration, photos, self.slider.rate)
        self.named.setText(self._about(expected.named))
        self._show_missed(expected)
        self.note.setText(self._basis(expected))
        words = (
            self.tr("{count} strangers are given a name.").format(count=self.named.text()),
            f"{self.missed.text()} {self.missed_caption.text()}.",
            self.note.text(),
        )
        self.slider.setAccessibleDescription(" ".join(words))

    def _show_missed(self, expected: Expectation) -> None:
        if expected.missed is None:
            self.missed.setText(self.tr("Not measured"))
            self.missed_caption.setText(self.tr("how many people who are enrolled are missed"))
        else:
            few = expected.missed < expected.finest
            text = self._fewer(expected.finest) if few else self._about(expected.missed)
            self.missed.setText(text)
            self.missed_caption.setText(self.tr("people who are enrolled are missed"))

    def _about(self, share: float) -> str:
        """Return a share in words, with two digits: “About 24 of 1,000”."""
        return _filled(self.tr("About {count} of {whole}"), share)

    def _fewer(self, share: float) -> str:
        return _filled(self.tr("Fewer than {count} of {whole}"), share)

    def _basis(self, expected: Expectation) -> str:
        if self._people:
            text = self.tr(
                "To be expected of a single picture of each. "
                "People enrolled now: {people}; photos: {photos}."
            )
            photos = sum(person.photos for person in self._people)
        else:
            text = self.tr("Nobody is enrolled yet. With {people} people, this is to be expected.")
            photos = _EXAMPLE
        number = QLocale()
        people = number.toString(len(self._people) or _EXAMPLE)
        basis = text.format(people=people, photos=number.toString(photos))
        if expected.beyond:
            rarer = self.tr("Mistakes this rare were not measured, so the figures are estimates.")
            return f"{basis} {rarer}"
        return basis


def _filled(text: str, share: float) -> str:
    number = QLocale()
    count = float(f"{share * _OF:.2g}")
    digits = 0 if count >= 10 or count == round(count) else 1
    return text.format(count=number.toString(count, "f", digits), whole=number.toString(_OF))


def _end(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "secondary")
    return label
