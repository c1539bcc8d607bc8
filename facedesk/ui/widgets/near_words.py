"""What is said about who is near whom."""

from PySide6.QtCore import QCoreApplication

from facedesk.ui.widgets.verdict_words import distance_words


def distance_label(distance: float) -> str:
    """Return a distance as it stands beside somebody: “d 0.734”."""
    return QCoreApplication.translate("Near", "d {d}").format(d=distance_words(distance))


def neighbour_words(distance: float, close: bool) -> str:
    """Return how far a neighbour is. close: whether they are too close to be told apart."""
    text = QCoreApplication.translate("Near", "distance d {d}")
    if close:
        text = QCoreApplication.translate("Near", "too close: d {d}")
    return text.format(d=distance_words(distance))


def nearest_words(name: str, distance: float, close: bool) -> str:
    """Return who is nearest to somebody: the distance first, for names may be long."""
    text = QCoreApplication.translate("Near", "d {d} to {name}")
    if close:
        text = QCoreApplication.translate("Near", "Too close: d {d} to {name}")
    return text.format(d=distance_words(distance), name=name)


def in_view_words(name: str, distance: float) -> str:
    """Return who is nearest to a face of the live picture."""
    text = QCoreApplication.translate("Near", "In view, d {d} to {name}")
    return text.format(d=distance_words(distance), name=name)


def shown_words(kept: float) -> str:
    """Return how far the map can be trusted. kept: see FaceMap."""
    text = QCoreApplication.translate(
        "Near",
        "A flat map can't show all differences: of {n} in 100 people, the nearest is among the "
        "five next to them on it. The distances d are exact.",
    )
    return text.format(n=round(100 * kept))
