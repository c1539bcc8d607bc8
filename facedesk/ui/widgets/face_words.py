"""What is said about a face, in words: in the picture, in the list and to screen readers."""

from PySide6.QtCore import QCoreApplication

from facedesk.live.view import SeenFace
from facedesk.matching.decision import Answer


def answer_of(face: SeenFace) -> Answer | None:
    """Return the answer about a face; None while there is none yet."""
    return face.decision.answer if face.decision else None


def face_title(face: SeenFace) -> str:
    """Return the name, “Name?” or “Unknown”; empty while not yet decided."""
    if face.decision is None:
        return ""
    if face.decision.answer is Answer.UNKNOWN or face.decision.match is None:
        return QCoreApplication.translate("Faces", "Unknown")
    if face.decision.answer is Answer.UNSURE:
        return QCoreApplication.translate("Faces", "{name}?").format(name=face.decision.match.name)
    return face.decision.match.name


def decision_words(face: SeenFace) -> str:
    """Return what the title means."""
    words = {
        None: QCoreApplication.translate("Faces", "Looking…"),
        Answer.KNOWN: QCoreApplication.translate("Faces", "Known"),
        Answer.UNSURE: QCoreApplication.translate("Faces", "Unsure"),
        Answer.UNKNOWN: QCoreApplication.translate("Faces", "No match"),
    }
    return words[answer_of(face)]


def score_words(face: SeenFace) -> str:
    """Return the score of the best person, one decimal; empty when there is none."""
    if face.decision is None or face.decision.match is None:
        return ""
    return f"{face.decision.match.score:.1f}"
