"""What is said about a face, in words: in the picture, in the list and to screen readers."""

from PySide6.QtCore import QCoreApplication

from facedesk.live.enrol_guide import until_live
from facedesk.live.view import SeenFace
from facedesk.liveness.answer import Liveness
from facedesk.matching.decision import Answer, Match
from facedesk.ui.widgets.liveness_words import liveness_words


def answer_of(face: SeenFace) -> Answer | None:
    """Return the answer about a face; None while there is none yet."""
    return face.decision.answer if face.decision else None


def named(face: SeenFace) -> Match | None:
    """Return whom a face is named after, surely or not; None while it has no name."""
    return face.decision.match if answer_of(face) in (Answer.KNOWN, Answer.UNSURE) else None


def is_flat(face: SeenFace) -> bool:
    """Tell whether a face was found to be a picture of one."""
    return face.liveness is not None and face.liveness.liveness is Liveness.FLAT


def face_title(face: SeenFace) -> str:
    """Return the name, “Name?” or “Unknown”; empty while not yet decided.

    Of a face that is to be found alive first: that it is looked at, or is like a picture.
    """
    if face.withheld:
        if is_flat(face):
            return QCoreApplication.translate("Faces", "Looks like a picture")
        return QCoreApplication.translate("Faces", "Checking…")
    if face.decision is None:
        return ""
    match = named(face)
    if match is None:
        return QCoreApplication.translate("Faces", "Unknown")
    if face.decision.answer is Answer.UNSURE:
        return QCoreApplication.translate("Faces", "{name}?").format(name=match.name)
    return match.name


def decision_words(face: SeenFace) -> str:
    """Return what the title means, or what to do to be named."""
    if face.withheld:
        flat = QCoreApplication.translate("Faces", "Nobody is named")
        return flat if is_flat(face) else until_live_words(face)
    words = {
        None: QCoreApplication.translate("Faces", "Looking…"),
        Answer.KNOWN: QCoreApplication.translate("Faces", "Known"),
        Answer.UNSURE: QCoreApplication.translate("Faces", "Unsure"),
        Answer.UNKNOWN: QCoreApplication.translate("Faces", "No match"),
    }
    return words[answer_of(face)]


def until_live_words(face: SeenFace) -> str:
    """Return what to do so that a face about which nothing is said yet is found alive."""
    return QCoreApplication.translate("Hint", until_live(face.liveness).value)


def face_sentence(face: SeenFace) -> str:
    """Return all that is known about a face, for who does not see the picture."""
    words = [face_title(face) or decision_words(face)]
    liveness = face.liveness.liveness if face.liveness else Liveness.NOT_SURE
    if liveness is not Liveness.NOT_SURE and not face.withheld:
        words.append(liveness_words(liveness))
    return ": ".join(words)


def correction_words(match: Match) -> str:
    """Return what corrects a wrong name."""
    return QCoreApplication.translate("Faces", "Not {name}").format(name=match.name)


def score_words(face: SeenFace) -> str:
    """Return the score of the best person, one decimal; empty when there is none."""
    if face.decision is None or face.decision.match is None:
        return ""
    return f"{face.decision.match.score:.1f}"
