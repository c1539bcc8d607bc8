"""Shares as people say them."""

from PySide6.QtCore import QCoreApplication

from facedesk.ui.widgets.number_words import fixed_words

translate = QCoreApplication.translate


def of_hundred(share: float) -> str:
    """Return how many of 100 a share, 0…1, is, in words that fit into a sentence."""
    count = 100 * share
    if count == 0:
        return translate("Shares", "none")
    if count < 0.5:
        return translate("Shares", "fewer than 1")
    if 99.5 <= count < 100:
        return translate("Shares", "more than 99")
    return translate("Shares", "about {n}").format(n=round(count))


def exact(share: float) -> str:
    """Return a share, 0…1, as a percentage for a table: two decimals where it is small."""
    return f"{_percents(share)} %"


def between(low: float, high: float) -> str:
    """Return a range of shares, 0…1, in percent but without the sign."""
    return f"{_percents(low)} … {_percents(high)}"


def _percents(share: float) -> str:
    return fixed_words(100 * share, 2 if share < 0.1 else 1)
