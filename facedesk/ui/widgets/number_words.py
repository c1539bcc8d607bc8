"""Numbers as they are written where the user lives."""

from PySide6.QtCore import QLocale


def number_words(value: float) -> str:
    """Return a number with no more digits than it takes, six at most."""
    return QLocale().toString(float(value), "g", 6)


def fixed_words(value: float, decimals: int) -> str:
    """Return a number with as many decimals."""
    return QLocale().toString(float(value), "f", decimals)
