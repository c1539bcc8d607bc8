"""Finds room for the labels of faces: inside the picture, and not over other faces."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF

_GAP = 6.0  # between a face and its label


def label_places(
    faces: Sequence[QRectF],
    sizes: Sequence[QSizeF | None],
    bounds: QRectF,
    taken: Sequence[QRectF] = (),
) -> list[QRectF | None]:
    """Return where the label of each face goes; None for a face without one.

    faces: their outlines. sizes: of their labels, each no larger than the bounds, which all
    labels stay inside. taken: where something else lies over the picture. A label goes above its
    face if it can, else below, beside or inside it: wherever it covers least of all else.
    """
    placed: list[QRectF | None] = []
    for index, (face, size) in enumerate(zip(faces, sizes, strict=True)):
        if size is None:
            placed.append(None)
            continue
        others = [other for number, other in enumerate(faces) if number != index]
        others += [*taken, *(label for label in placed if label is not None)]
        places = [_inside(place, bounds) for place in _candidates(face, size)]
        placed.append(min(places, key=lambda place: _covered(place, face, others)))
    return placed


def _candidates(face: QRectF, size: QSizeF) -> list[QRectF]:
    corners = (
        (face.left(), face.top() - _GAP - size.height()),
        (face.left(), face.bottom() + _GAP),
        (face.right() + _GAP, face.top()),
        (face.left() - _GAP - size.width(), face.top()),
        (face.left() + _GAP, face.bottom() - _GAP - size.height()),
    )
    return [QRectF(QPointF(x, y), size) for x, y in corners]


def _inside(place: QRectF, bounds: QRectF) -> QRectF:
    left = min(max(place.left(), bounds.left()), bounds.right() - place.width())
    top = min(max(place.top(), bounds.top()), bounds.bottom() - place.height())
    return QRectF(QPointF(left, top), place.size())


def _covered(place: QRectF, face: QRectF, others: Sequence[QRectF]) -> float:
    """Sum up what a label hides; its own face counts little, since it is not hidden entirely."""
    return sum(shared_area(place, other) for other in others) + 0.1 * shared_area(place, face)


def shared_area(first: QRectF, second: QRectF) -> float:
    """Return how much of each other two rectangles cover."""
    both = first.intersected(second)
    return both.width() * both.height()
