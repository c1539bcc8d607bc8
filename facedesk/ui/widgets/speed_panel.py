"""Writes over the picture how fast the live loop is."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from facedesk.live.speed import Speed

_DARK = QColor(12, 16, 22, 205)  # like behind labels: readable on a picture of any brightness
_MUTED = QColor(203, 213, 225)
_PADDING = 10
_GAP = 18  # between the two columns
_WIDEST_VALUE = "99.9 ms"
_BETWEEN = 3  # two lines
_NOTHING = "–"
_STAGES = ("track", "detect", "align", "encode", "match", "liveness")


class SpeedPanel(QWidget):
    """Two columns: frames per second and the age of the answer; milliseconds of each stage.

    It always has the same lines and the same size, so that only figures change.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Speed"))
        self._columns: tuple[list[tuple[str, str]], ...] = ()
        self.show_speed(Speed())
        self.resize(self.sizeHint())

    def show_speed(self, speed: Speed) -> None:
        """Show these figures."""
        columns = _rates(speed), _stages(speed)
        if columns != self._columns:
            self._columns = columns
            lines = [f"{name} {value}" for column in columns for name, value in column]
            self.setAccessibleDescription(", ".join(lines))
            self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        widths = [_width(column, metrics) for column in self._columns]
        rows = max(len(column) for column in self._columns)
        return QSize(
            sum(widths) + _GAP * (len(widths) - 1) + 2 * _PADDING,
            rows * (metrics.height() + _BETWEEN) - _BETWEEN + 2 * _PADDING,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_DARK)
        painter.drawRoundedRect(QRectF(self.rect()), 10, 10)
        left = _PADDING
        for column in self._columns:
            width = _width(column, self.fontMetrics())
            self._paint_column(painter, column, left, width)
            left += width + _GAP
        painter.end()

    def _paint_column(
        self, painter: QPainter, column: list[tuple[str, str]], left: int, width: int
    ) -> None:
        height = self.fontMetrics().height()
        for row, (name, value) in enumerate(column):
            line = QRectF(left, _PADDING + row * (height + _BETWEEN), width, height)
            painter.setPen(_MUTED)
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft, name)
            painter.setPen(QColor("white"))
            painter.drawText(line, Qt.AlignmentFlag.AlignRight, value)


def _width(column: list[tuple[str, str]], metrics: QFontMetrics) -> int:
    names = max(metrics.horizontalAdvance(name) for name, _ in column)
    return names + metrics.horizontalAdvance(f"   {_WIDEST_VALUE}")


def _rates(speed: Speed) -> list[tuple[str, str]]:
    return [
        (QCoreApplication.translate("Speed", "Captured"), _per_second(speed.captured)),
        (QCoreApplication.translate("Speed", "Painted"), _per_second(speed.painted)),
        (QCoreApplication.translate("Speed", "Answered"), _per_second(speed.answered)),
        (QCoreApplication.translate("Speed", "Skipped"), f"{100 * speed.skipped:.0f} %"),
        (QCoreApplication.translate("Speed", "Age"), _milliseconds(speed.age_ms, 0)),
    ]


def _stages(speed: Speed) -> list[tuple[str, str]]:
    names = (
        QCoreApplication.translate("Speed", "Follow"),
        QCoreApplication.translate("Speed", "Detect"),
        QCoreApplication.translate("Speed", "Align"),
        QCoreApplication.translate("Speed", "Encode"),
        QCoreApplication.translate("Speed", "Decide"),
        QCoreApplication.translate("Speed", "Liveness"),
    )
    times = [_milliseconds(speed.stage_ms.get(stage), 1) for stage in _STAGES]
    return list(zip(names, times, strict=True))


def _per_second(rate: float) -> str:
    return f"{rate:.0f}/s"


def _milliseconds(ms: float | None, decimals: int) -> str:
    """Return a time; decimals: of one below 100, a longer one needs none."""
    if ms is None:
        return _NOTHING
    return f"{ms:.{decimals if ms < 100 else 0}f} ms"
