"""Says in words and numbers how fast facedesk is on this computer."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from facedesk.bench.figure import Figure
from facedesk.ui.widgets.findings import Table

_NAMES = {
    "encode_1": QT_TRANSLATE_NOOP("Speed", "Encode a face"),
    "template_1": QT_TRANSLATE_NOOP("Speed", "Encode a face and its mirror image, live"),
    "template_photo": QT_TRANSLATE_NOOP("Speed", "Encode a photo in all views"),
    "track_640x480": QT_TRANSLATE_NOOP("Speed", "Follow a face, 640 × 480"),
    "detect_640x480": QT_TRANSLATE_NOOP("Speed", "Find a face, 640 × 480"),
    "detect_640x480_10_faces": QT_TRANSLATE_NOOP("Speed", "Find ten faces, 640 × 480"),
    "detect_1280x720": QT_TRANSLATE_NOOP("Speed", "Find a face, 1280 × 720"),
    "detect_1920x1080": QT_TRANSLATE_NOOP("Speed", "Find a face, 1920 × 1080"),
    "liveness_1280x720": QT_TRANSLATE_NOOP("Speed", "Watch a face for signs of life"),
}


def speed_table(figures: Sequence[Figure]) -> Table:
    """Return the figures that have a name in words; peers only where one is installed."""
    told = [figure for figure in figures if figure.name in _NAMES]
    headings = [_tr("What"), _tr("Milliseconds"), _tr("Mostly between")]
    columns = [
        [_tr(_NAMES[figure.name]) for figure in told],
        [_number(figure.median) for figure in told],
        [f"{_number(figure.low)} … {_number(figure.high)}" for figure in told],
    ]
    if any(figure.peer for figure in told):
        headings.append(_tr("Times as fast as"))
        columns.append([_compared(figure) for figure in told])
    return Table(_tr("Speed"), tuple(headings), tuple(zip(*columns, strict=True)))


def _compared(figure: Figure) -> str:
    if figure.ratio is None:
        return ""
    return f"{figure.peer}: {_number(figure.ratio)}"


def _number(value: float) -> str:
    return QLocale().toString(value, "f", 1)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Speed", text)
