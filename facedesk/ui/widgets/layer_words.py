"""What is said about a layer of the encoder."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.insight.layers import Layer

_LINES, _TEXTURES, _DETAILS = 15, 45, 100  # sides of the squares seen, in pixels of a face of 150
_COARSE = 16  # pixels from one place to the next, where what is seen is mostly the same


def layer_title(index: int, count: int) -> str:
    """Return which layer it is of how many, from shallow to deep: “Layer 3 of 16”."""
    text = QCoreApplication.translate("Layers", "Layer {n} of {all}")
    return text.format(n=index + 1, all=count)


def layer_figures(layer: "Layer", side: int) -> str:
    """Return how many units it has and how much of a face each sees. side: of a face, in pixels."""
    text = QCoreApplication.translate(
        "Layers", "{units} units; each looks at squares of {field} of {side} pixels of a face"
    )
    return text.format(units=layer.units, field=min(layer.field, side), side=side)


def layer_words(layer: "Layer") -> str:
    """Return what units of such layers tend to respond to."""
    if layer.key == "last":
        return QCoreApplication.translate(
            "Layers", "The template itself: each unit looks at the whole face, and is one number."
        )
    if layer.field <= _LINES:
        return QCoreApplication.translate("Layers", "Mostly edges, lines and plain colours.")
    if layer.field <= _TEXTURES:
        return QCoreApplication.translate(
            "Layers", "Mostly textures, corners and curves: brows, lips, strands of hair."
        )
    if layer.field <= _DETAILS:
        return QCoreApplication.translate(
            "Layers", "Mostly parts of a face: an eye, a nose, the corner of a mouth, a collar."
        )
    if layer.stride < _COARSE:
        return QCoreApplication.translate(
            "Layers", "Mostly large parts of a face: an open mouth, eyes with glasses, one half."
        )
    return QCoreApplication.translate(
        "Layers", "Mostly whole faces: kinds of people, beards, glasses, hair, how a head is held."
    )
