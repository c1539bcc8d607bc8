"""What is said about whether a face is alive, in words and icons."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from facedesk.liveness.answer import Doubt, Evidence, Liveness, LivenessAnswer, Look

translate = QCoreApplication.translate

ADVICE = QT_TRANSLATE_NOOP(
    "Liveness",
    "This is advice, and facedesk is not a security device: a good fake can pass, and a living "
    "person may not.",
)
LIVENESS_ICONS = {
    Liveness.LIVE: "mdi6.heart-pulse",
    Liveness.FLAT: "mdi6.image-frame",
    Liveness.NOT_SURE: "mdi6.help-circle-outline",
}
_WORDS = {
    Liveness.LIVE: QT_TRANSLATE_NOOP("Liveness", "Live"),
    Liveness.FLAT: QT_TRANSLATE_NOOP("Liveness", "Looks flat"),
    Liveness.NOT_SURE: QT_TRANSLATE_NOOP("Liveness", "Not sure yet"),
}
_MEANINGS = {
    Liveness.LIVE: QT_TRANSLATE_NOOP("Liveness", "It looks like a living person."),
    Liveness.FLAT: QT_TRANSLATE_NOOP(
        "Liveness", "It looks like a picture of somebody: a print, or a screen."
    ),
}
_DOUBTS = {
    Doubt.SHORT: QT_TRANSLATE_NOOP("Liveness", "The face has to be watched for a few seconds."),
    Doubt.STILL: QT_TRANSLATE_NOOP("Liveness", "Not enough movement yet: turn your head a little."),
    Doubt.FEW: QT_TRANSLATE_NOOP("Liveness", "Too few pictures a second come to tell."),
    Doubt.SMALL: QT_TRANSLATE_NOOP("Liveness", "The face is too small to tell: come closer."),
    Doubt.DARK: QT_TRANSLATE_NOOP("Liveness", "The face is too dark to tell: make more light."),
    Doubt.BRIGHT: QT_TRANSLATE_NOOP("Liveness", "The face is too bright to tell."),
    Doubt.UNCLEAR: QT_TRANSLATE_NOOP(
        "Liveness", "What was seen so far does not speak clearly for one or the other."
    ),
}
_LOOKS = {
    Look.GEOMETRY: QT_TRANSLATE_NOOP("Liveness", "How it moves"),
    Look.CLIP: QT_TRANSLATE_NOOP("Liveness", "The clip network"),
    Look.SIGNALS: QT_TRANSLATE_NOOP("Liveness", "Blinks and pulse"),
}
_MOST_DOUBT = 0.6  # log-odds that speak neither for one nor for the other
_PULSE_FROM = 0.85  # probability
_FEWEST_BESIDE = 4.0  # points that were followed beside a face
_MOST_OF_THEM = 0.7
_STRONG = 4.0  # log-odds beyond which it makes no difference any more


@dataclass(frozen=True)
class EvidenceWords:
    """What one way of looking has found.

    look: its name. sentence: what it has found, or what it lacks. leaning: −1 flat … 1 live; None
    while nothing can be said. enough: 0…1, how much of what it needs there was.
    """

    look: str
    sentence: str
    leaning: float | None
    enough: float


def liveness_words(liveness: Liveness) -> str:
    """Return the answer in a word or two."""
    return translate("Liveness", _WORDS[liveness])


def answer_reason(answer: LivenessAnswer) -> str:
    """Return what the answer means, or why there is none yet, in a sentence."""
    if answer.liveness is Liveness.NOT_SURE:
        return translate("Liveness", _DOUBTS[answer.doubt or Doubt.UNCLEAR])
    return translate("Liveness", _MEANINGS[answer.liveness])


def evidence_words(answer: LivenessAnswer) -> tuple[EvidenceWords, ...]:
    """Return what each way of looking has found, always in the same order."""
    found = {evidence.look: evidence for evidence in answer.evidence}
    return tuple(_of(found.get(look, Evidence(look, None, 0.0))) for look in Look)


def _of(evidence: Evidence) -> EvidenceWords:
    leaning = None
    if evidence.flat is not None:
        leaning = -min(max(evidence.flat / _STRONG, -1.0), 1.0)
    sentences = [_FOUND[evidence.look](evidence), *_numbers(evidence)]
    name = translate("Liveness", _LOOKS[evidence.look])
    return EvidenceWords(name, " ".join(filter(None, sentences)), leaning, evidence.enough)


def _geometry(evidence: Evidence) -> str:
    return _chosen(
        evidence,
        translate("Liveness", "Not enough movement yet: turn your head a little."),
        translate("Liveness", "It moves as something solid does."),
        translate("Liveness", "It moves as something flat does."),
        translate("Liveness", "It moves, but not so that one could tell."),
    )


def _clip(evidence: Evidence) -> str:
    return _chosen(
        evidence,
        translate("Liveness", "Still watching."),
        translate("Liveness", "It takes this for a living head."),
        translate("Liveness", "It takes this for a picture that is held up."),
        translate("Liveness", "It can't tell."),
    )


def _signals(evidence: Evidence) -> str:
    return _chosen(
        evidence,
        translate("Liveness", "Still watching."),
        translate("Liveness", "Eyes and skin look alive."),
        translate("Liveness", "Eyes and skin look lifeless."),
        translate("Liveness", "Eyes and skin do not tell yet."),
    )


_FOUND = {Look.GEOMETRY: _geometry, Look.CLIP: _clip, Look.SIGNALS: _signals}


def _chosen(evidence: Evidence, nothing: str, live: str, flat: str, neither: str) -> str:
    if evidence.flat is None:
        return nothing if evidence.enough < 1 else neither
    if abs(evidence.flat) < _MOST_DOUBT:
        return neither
    return flat if evidence.flat > 0 else live


def _numbers(evidence: Evidence) -> Sequence[str]:
    """Return a sentence for each number that says something to a reader.

    That something is not there can be said only once there was enough to see it.
    """
    sentences = []
    numbers, watched = evidence.numbers, evidence.enough >= 1
    if "turned_degrees" in numbers:
        text = translate("Liveness", "The head has turned by {n}°.")
        sentences.append(text.format(n=round(numbers["turned_degrees"])))
    sentences.extend(_surroundings(numbers))
    if "blinks" in numbers and (watched or numbers["blinks"] >= 1):
        sentences.append(_blinks(round(numbers["blinks"])))
    if numbers.get("pulse_probability", 0.0) >= _PULSE_FROM:
        sentences.append(translate("Liveness", "The colour of the skin seems to carry a pulse."))
    elif "pulse_probability" in numbers and watched:
        sentences.append(translate("Liveness", "No pulse is to be seen."))
    return sentences


def _surroundings(numbers: dict[str, float]) -> Sequence[str]:
    """Return whether what is beside the face moves with it, where that could be seen."""
    if numbers.get("points_beside", 0.0) < _FEWEST_BESIDE:
        return ()
    if numbers["beside_with_face"] >= _MOST_OF_THEM:
        return (translate("Liveness", "What is beside it moves along."),)
    if numbers["beside_still"] >= _MOST_OF_THEM:
        return (translate("Liveness", "What is beside it stands still."),)
    return ()


def _blinks(count: int) -> str:
    if count == 0:
        return translate("Liveness", "No blink was seen.")
    if count == 1:
        return translate("Liveness", "One blink was seen.")
    return translate("Liveness", "{n} blinks were seen.").format(n=count)
