"""How far a drawn face is from being taken for somebody, against how far it shall be."""

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from facedesk.style.progress import StyleProgress
from facedesk.ui.widgets.labels import shortened, text_label
from facedesk.ui.widgets.verdict_words import distance_words

_WHOLE = 1000


class DisguiseMeter(QWidget):
    """A bar that is full at the target, and the same in words."""

    def __init__(self) -> None:
        super().__init__()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, _WHOLE)
        self.bar.setAccessibleName(self.tr("Distance to the person, up to the target"))
        self.words = text_label("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)  # apart from the progress below
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addWidget(self.bar)

    def show_step(self, step: StyleProgress, name: str) -> None:
        """Show where a step has got. name: of the person."""
        if step.distance is None:
            self.bar.setValue(_WHOLE)
            self.words.setText(self.tr("facedesk finds no face in it any more."))
            return
        share = min(max(step.distance / step.target, 0.0), 1.0)
        self.bar.setValue(round(share * _WHOLE))
        text = self.tr("Distance d to {name}: {d}, wanted: {target}").format(
            name=shortened(name),
            d=distance_words(step.distance),
            target=distance_words(step.target),
        )
        self.words.setText(f"{text}. {self._answer(step)}".rstrip())

    def _answer(self, step: StyleProgress) -> str:
        """Return what facedesk said when it looked at the picture, if it has."""
        if step.recognised is None:
            return ""
        if step.recognised:
            return self.tr("facedesk still recognises the face.")
        return self.tr("facedesk does not recognise the face any more.")
