"""What a face must have to be enrolled, as a list that is ticked off."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from facedesk.live.enrol_guide import Hint
from facedesk.ui.widgets.icon_mark import IconMark

_WHO = frozenset({Hint.LOOK_AT_CAMERA, Hint.ONE_PERSON})
_MARKS = {
    True: ("mdi6.check-circle", QPalette.ColorRole.Accent),
    False: ("mdi6.circle-outline", QPalette.ColorRole.WindowText),
    None: ("mdi6.circle-small", QPalette.ColorRole.PlaceholderText),
}


class EnrolChecks(QWidget):
    """Each check is met, not met, or can't be told while the person is not there alone.

    The last is whether the face is alive, where that is asked for.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checks = (
            (self.tr("One face"), _WHO),
            (self.tr("Near enough"), frozenset({Hint.COME_CLOSER})),
            (self.tr("Whole face in the picture"), frozenset({Hint.MOVE_INTO_PICTURE})),
            (self.tr("Good light"), frozenset({Hint.MORE_LIGHT, Hint.LESS_LIGHT})),
            (self.tr("Facing forward"), frozenset({Hint.FACE_FORWARD})),
            (self.tr("Sharp"), frozenset({Hint.HOLD_STILL})),
            (self.tr("A person, not a picture"), frozenset({Hint.TURN_A_LITTLE})),
        )
        self._rows = [(IconMark(), QLabel(name)) for name, _ in self._checks]
        self._met: tuple[bool | None, ...] = ()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (mark, text) in enumerate(self._rows):
            grid.addWidget(mark, row, 0)
            grid.addWidget(text, row, 1)
        self.show_problems(_WHO)
        self.ask_liveness(False)

    def ask_liveness(self, asked: bool) -> None:
        """Show whether the face is found alive among the checks, or leave it out."""
        for widget in self._rows[-1]:
            widget.setVisible(asked)

    @property
    def texts(self) -> list[QLabel]:
        """The names of the checks, from top to bottom."""
        return [text for _, text in self._rows]

    @property
    def met(self) -> tuple[bool | None, ...]:
        """For each check from top to bottom whether it is met; None: can't be told."""
        return self._met

    def show_problems(self, problems: frozenset[Hint]) -> None:
        """Tick off whatever is no problem."""
        alone = not problems & _WHO
        met = tuple(not problems & own if alone or own is _WHO else None for _, own in self._checks)
        if met == self._met:
            return
        self._met = met
        for (mark, text), (name, _), fulfilled in zip(self._rows, self._checks, met, strict=True):
            mark.show_icon(*_MARKS[fulfilled])
            text.setEnabled(fulfilled is not None)
            words = self.tr("yes") if fulfilled else self.tr("not yet")
            text.setAccessibleName(f"{name}: {words}")
