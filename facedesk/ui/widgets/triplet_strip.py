"""Shows the hardest triplets of a moment as pictures."""

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facedesk.training.progress import HardTriplets
from facedesk.ui.widgets.fitted_image import fitted_image
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.rounded_picture import RoundedPicture

_SIDE, _CORNER, _GAP, _MARGIN = 84, 10.0, 16, 16
_MOST = 8


class TripletStrip(QFrame):
    """Columns of three pictures: anchor, same person, another person; as many as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.columns = tuple(_Triplet() for _ in range(_MOST))
        self._shown = 0
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        for column in self.columns:
            row.addWidget(column)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        whole.setSpacing(8)
        whole.addWidget(text_label(self.tr("The hardest triplets of this step"), "heading"))
        about = self.tr(
            "A photo, the same person, and somebody else, as the network sees them. It learns to "
            "bring the first two together and to keep the third away."
        )
        whole.addWidget(text_label(about, "secondary"))
        whole.addLayout(row)

    def show_triplets(self, triplets: HardTriplets) -> None:
        """Show these from now on."""
        self._shown = len(triplets.rows)
        for number, column in enumerate(self.columns[: self._shown]):
            column.show_triplet(triplets, number)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Take the width of one: those that are shown must not keep the window from narrowing."""
        return QSize(_SIDE + 2 * _MARGIN, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        fit = max(1, (self.width() - 2 * _MARGIN + _GAP) // (_SIDE + _GAP))
        for number, column in enumerate(self.columns):
            column.setVisible(number < min(self._shown, fit))


class _Triplet(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(_SIDE)
        self.pictures = tuple(RoundedPicture(_SIDE, _CORNER) for _ in range(3))
        self.captions = tuple(_caption() for _ in range(3))
        self.captions[0].setText(self.tr("photo"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for picture, caption in zip(self.pictures, self.captions, strict=True):
            column.addWidget(picture)
            column.addWidget(caption)

    def show_triplet(self, triplets: HardTriplets, number: int) -> None:
        for picture, chip in zip(self.pictures, triplets.chips[number], strict=True):
            picture.show_image(fitted_image(chip, picture.pixels, picture.pixels))
        same, other = (
            QLocale().toString(float(distance), "f", 2) for distance in triplets.distances[number]
        )
        self.captions[1].setText(self.tr("same {d}").format(d=same))
        self.captions[2].setText(self.tr("other {d}").format(d=other))
        words = self.tr("Triplet: the same person at distance {same}, somebody else at {other}")
        self.setAccessibleName(words.format(same=same, other=other))


def _caption() -> QLabel:
    caption = QLabel()
    caption.setProperty("role", "secondary")
    caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return caption
