"""Buttons as the style sheet knows them."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPalette
from PySide6.QtWidgets import QPushButton, QToolButton

from facedesk.ui import icons

Kind = Literal["plain", "primary", "danger", "quiet"]
_ICON = QSize(24, 18)  # wider than high, for some air between icon and text
_ROLES = {
    "plain": QPalette.ColorRole.ButtonText,
    "primary": QPalette.ColorRole.HighlightedText,
    "danger": QPalette.ColorRole.BrightText,
    "quiet": QPalette.ColorRole.ButtonText,
}


def push_button(text: str, icon: str = "", kind: Kind = "plain") -> QPushButton:
    """Return a button. primary: the one thing to do next. danger: something gets lost.

    quiet: seldom wanted, though always there.
    """
    button = QPushButton(text)
    button.setProperty("kind", kind)
    # A click with the mouse leaves the focus, and so the ring that shows it, where it was.
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAutoDefault(False)
    if icon:
        button.setIconSize(_ICON)
        button.setIcon(icons.icon(icon, _ROLES[kind]))
    return button


def toggle_button(icon: str, words: str) -> QToolButton:
    """Return a button that stays down. words: what it does, which only its icon shows."""
    button = QToolButton()
    button.setIcon(icons.icon(icon))
    button.setIconSize(QSize(20, 20))
    button.setCheckable(True)
    button.setToolTip(words)
    button.setAccessibleName(words)
    return button


def short_text(text: str, metrics: QFontMetrics, widest: int) -> str:
    """Return a text with a name in it for a button or a menu, at most so many pixels wide."""
    elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, widest)
    return elided.replace("&", "&&")  # else the letter behind it would become a key
