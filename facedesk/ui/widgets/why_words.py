"""What is said about why two faces are alike, or not."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from facedesk.ui.widgets.verdict_words import distance_words

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.insight.why import Why

# Where the parts of a face lie in an aligned one, as boxes x1, y1, x2, y2 in its 150 × 150 pixels.
_PARTS = {
    QT_TRANSLATE_NOOP("Why", "the hair and what is above"): ((0, 0, 150, 16),),
    QT_TRANSLATE_NOOP("Why", "the forehead"): ((25, 16, 125, 32),),
    QT_TRANSLATE_NOOP("Why", "the eyes and brows"): ((28, 32, 122, 58),),
    QT_TRANSLATE_NOOP("Why", "the nose"): ((56, 58, 92, 90),),
    QT_TRANSLATE_NOOP("Why", "the cheeks"): ((18, 60, 54, 108), (94, 60, 130, 108)),
    QT_TRANSLATE_NOOP("Why", "the mouth"): ((44, 92, 104, 116),),
    QT_TRANSLATE_NOOP("Why", "the chin"): ((40, 118, 108, 150),),
    QT_TRANSLATE_NOOP("Why", "the outline and what is beside"): (
        (0, 16, 18, 150),
        (132, 16, 150, 150),
    ),
}
_MOST = 3  # parts that are named
_FAINT = 0.4  # of the strongest part: below it, one is not named


def parts_for_and_against(why: "Why") -> tuple[list[str], list[str]]:
    """Return which parts of the faces speak most for a match and against it, in English."""
    heat = why.for_first + why.for_second
    strengths = {name: _strength(heat, boxes) for name, boxes in _PARTS.items()}
    named = _FAINT * max(abs(strength) for strength in strengths.values())
    ordered = sorted(strengths, key=lambda name: -strengths[name])
    speak_for = [name for name in ordered if strengths[name] > named]
    against = [name for name in reversed(ordered) if strengths[name] < -named]
    return speak_for[:_MOST], against[:_MOST]


def parts_words(why: "Why") -> str:
    """Return which parts of the faces speak most for a match, and which against it."""
    sentences = []
    speak_for, against = parts_for_and_against(why)
    if speak_for:
        text = QCoreApplication.translate("Why", "For one person speak most: {parts}.")
        sentences.append(text.format(parts=_listed(speak_for)))
    if against:
        text = QCoreApplication.translate("Why", "Against it speak most: {parts}.")
        sentences.append(text.format(parts=_listed(against)))
    return " ".join(sentences)


def strength_words(why: "Why") -> str:
    """Return how strong the strongest colour is."""
    text = QCoreApplication.translate(
        "Why",
        "The distance of these two pictures is d {d}. Where the colour is strongest, covering that "
        "place changes it by {most}.",
    )
    return text.format(d=distance_words(2 - why.similarity), most=distance_words(why.most))


def limits_words() -> str:
    """Return how it was found out, and what it can't tell."""
    return QCoreApplication.translate(
        "Why",
        "Each place was blurred and the faces compared again. Places that count only together "
        "stay hidden, and the colours don't say whether the answer is right.",
    )


def _strength(heat: np.ndarray, boxes: tuple[tuple[int, int, int, int], ...]) -> float:
    return float(np.mean([heat[y1:y2, x1:x2].mean() for x1, y1, x2, y2 in boxes]))


def _listed(names: list[str]) -> str:
    return ", ".join(QCoreApplication.translate("Why", name) for name in names)
