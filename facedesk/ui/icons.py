"""The one set of icons: Material Design, painted in the colours of the palette of the moment."""

from functools import lru_cache

import qtawesome
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap

_GLYPHS = {
    "live": "video-outline",
    "people": "account-multiple-outline",
    "video": "movie-search-outline",
    "activity": "history",
    "attendance": "calendar-clock-outline",
    "earlier": "chevron-left",
    "later": "chevron-right",
    "forget": "eraser",
    "verify": "card-account-details-outline",
    "liveness": "heart-pulse",
    "style": "palette-outline",
    "evaluation": "chart-line",
    "groups": "account-group-outline",
    "insight": "eye-outline",
    "units": "view-grid-outline",
    "map": "map-outline",
    "why": "help-circle-outline",
    "lab": "flask-outline",
    "random": "dice-multiple-outline",
    "semi_hard": "signal-cellular-2",
    "hard": "signal-cellular-3",
    "layer": "layers-outline",
    "block": "layers-triple-outline",
    "network": "graph-outline",
    "pause": "pause",
    "go_on": "play-outline",
    "settings": "cog-outline",
    "side_bar": "dock-left",
    "known": "account-check",
    "unsure": "account-question",
    "unknown": "account-off-outline",
    "person": "account-outline",
    "enrol": "account-plus-outline",
    "camera": "camera-outline",
    "photo": "image-plus-outline",
    "photos": "image-multiple-outline",
    "folder": "folder-outline",
    "import": "folder-account-outline",
    "search": "magnify",
    "no_hits": "account-search-outline",
    "rename": "pencil-outline",
    "replace": "image-refresh-outline",
    "save": "content-save-outline",
    "copy": "content-copy",
    "delete": "trash-can-outline",
    "close": "close",
    "protected": "shield-lock-outline",
    "unprotected": "shield-off-outline",
    "info": "information-outline",
    "success": "check-circle-outline",
    "warning": "alert-outline",
    "error": "alert-circle-outline",
}
_Role = QPalette.ColorRole
_Mode = QIcon.Mode


def icon(name: str, colour: str | QPalette.ColorRole = _Role.ButtonText) -> QIcon:
    """Return an icon by our name for it, or by its own, such as "mdi6.cog-outline".

    colour: a fixed one, "#rrggbb", or a role of the palette, which the icon then follows when the
    theme changes.
    """
    glyph = name if name.startswith("mdi6.") else f"mdi6.{_GLYPHS[name]}"
    if isinstance(colour, str):
        return qtawesome.icon(glyph, color=colour)
    return QIcon(_PaletteEngine(glyph, colour))


class _PaletteEngine(QIconEngine):
    """Asks the palette for its colour each time it paints."""

    def __init__(self, glyph: str, role: QPalette.ColorRole) -> None:
        super().__init__()
        self._glyph = glyph
        self._role = role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        colour = self._colour(mode, state)
        _glyph(self._glyph, colour.name()).paint(painter, rect)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        palette = QGuiApplication.palette()
        if mode == _Mode.Disabled:
            return palette.color(QPalette.ColorGroup.Disabled, self._role)
        if state == QIcon.State.On:
            return palette.color(_Role.Accent)
        return palette.color(self._role)


@lru_cache(maxsize=256)
def _glyph(name: str, colour: str) -> QIcon:
    return qtawesome.icon(name, color=colour)
