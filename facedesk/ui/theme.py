"""Light and dark: palette and style sheet, following the system or the user's choice."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from facedesk.ui.colours import DARK, LIGHT, Colours
from facedesk.ui.style_sheet import style_sheet

_Role = QPalette.ColorRole
_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


class Theme(QObject):
    """Dresses the application, and again whenever the system changes between light and dark.

    Widgets that paint themselves take their colours from the palette.
    """

    def __init__(self, app: QApplication, choice: str = "system") -> None:
        super().__init__(app)
        self._app = app
        self._choice = ""
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._dress)
        self.choose(choice)

    def choose(self, choice: str) -> None:
        """Take "light", "dark" or "system", at once."""
        if choice == self._choice:
            return
        self._choice = choice
        # So that what the system draws, such as the title bar, goes along where it can.
        self._app.styleHints().setColorScheme(_SCHEMES.get(choice, Qt.ColorScheme.Unknown))
        self._dress()

    @property
    def colours(self) -> Colours:
        """The colours of the moment."""
        scheme = _SCHEMES.get(self._choice, self._app.styleHints().colorScheme())
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT

    def _dress(self) -> None:
        colours = self.colours
        self._app.setPalette(palette(colours))
        self._app.setStyleSheet(style_sheet(colours, self._app.font().pointSizeF()))


def palette(colours: Colours) -> QPalette:
    """Return the palette of a theme."""
    roles = {
        _Role.Window: colours.page,
        _Role.WindowText: colours.text,
        _Role.Base: colours.surface,
        _Role.AlternateBase: colours.side,
        _Role.Text: colours.text,
        _Role.PlaceholderText: colours.muted,
        _Role.Button: colours.surface,
        _Role.ButtonText: colours.text,
        _Role.BrightText: colours.danger,
        _Role.Light: colours.surface,
        _Role.Midlight: colours.hover,
        _Role.Mid: colours.line,
        _Role.Dark: colours.edge,
        _Role.Shadow: colours.edge,
        _Role.Highlight: colours.accent,
        _Role.HighlightedText: colours.on_accent,
        _Role.Accent: colours.accent,
        _Role.Link: colours.accent,
        _Role.LinkVisited: colours.accent,
        _Role.ToolTipBase: colours.text,
        _Role.ToolTipText: colours.page,
    }
    made = QPalette()
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.disabled))
    return made
