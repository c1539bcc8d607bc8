"""What a challenge asks for, and how it went, in words."""

import math

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from facedesk.liveness.challenge.movement import Movement
from facedesk.liveness.challenge.state import ChallengeState, Failure, Outcome

translate = QCoreApplication.translate

_TURNS = (Movement.TURN_LEFT, Movement.TURN_RIGHT)
_ASKED = {
    Movement.TURN_LEFT: QT_TRANSLATE_NOOP("Challenge", "Turn your head to your left"),
    Movement.TURN_RIGHT: QT_TRANSLATE_NOOP("Challenge", "Turn your head to your right"),
    Movement.NOD: QT_TRANSLATE_NOOP("Challenge", "Nod"),
    Movement.BLINK: QT_TRANSLATE_NOOP("Challenge", "Shut your eyes for a moment"),
    Movement.COME_CLOSER: QT_TRANSLATE_NOOP("Challenge", "Come closer"),
}
_HOW = {
    Movement.TURN_LEFT: QT_TRANSLATE_NOOP("Challenge", "As if to look at your left shoulder."),
    Movement.TURN_RIGHT: QT_TRANSLATE_NOOP("Challenge", "As if to look at your right shoulder."),
    Movement.NOD: QT_TRANSLATE_NOOP("Challenge", "Your chin goes down, and up again."),
    Movement.BLINK: QT_TRANSLATE_NOOP("Challenge", "Both eyes, for longer than a blink."),
    Movement.COME_CLOSER: QT_TRANSLATE_NOOP("Challenge", "About a hand's width."),
}
_FAILURES = {
    Failure.TOO_LATE: QT_TRANSLATE_NOOP("Challenge", "The time was over."),
    Failure.FACE_LOST: QT_TRANSLATE_NOOP(
        "Challenge", "The face was lost. Stay in the picture, and be alone in it."
    ),
    Failure.WRONG_MOVEMENT: QT_TRANSLATE_NOOP(
        "Challenge", "That was another movement than the one that was asked for."
    ),
    Failure.JUMPED: QT_TRANSLATE_NOOP(
        "Challenge", "The face jumped from one place to another. Move slowly."
    ),
}


def asked_words(state: ChallengeState) -> str:
    """Return what to do now, or how it went."""
    if state.outcome is Outcome.PASSED:
        return translate("Challenge", "Passed")
    if state.outcome is Outcome.FAILED:
        return translate("Challenge", "Not passed")
    if state.outcome is Outcome.WAITING_FOR_NEUTRAL:
        return translate("Challenge", "Look straight ahead")
    return translate("Challenge", _ASKED[state.step])


def how_words(state: ChallengeState) -> str:
    """Return how to do it, or why it went as it did."""
    if state.outcome is Outcome.PASSED:
        return translate("Challenge", "All movements were made when they were asked for.")
    if state.outcome is Outcome.FAILED:
        return _why_failed(state)
    if state.outcome is Outcome.WAITING_FOR_NEUTRAL:
        return translate("Challenge", "Eyes open, and keep still for a moment.")
    return translate("Challenge", _HOW[state.step])


def _why_failed(state: ChallengeState) -> str:
    why = translate("Challenge", _FAILURES[state.failure])
    if state.failure is Failure.WRONG_MOVEMENT and state.step in _TURNS:
        own = translate("Challenge", "Left and right are your own.")
        return f"{why} {own}"
    return why


def step_words(state: ChallengeState) -> str:
    """Return which step it is."""
    text = translate("Challenge", "Step {n} of {all}")
    return text.format(n=state.index + 1, all=state.of)


def left_words(state: ChallengeState) -> str:
    """Return how much time is left."""
    return translate("Challenge", "{n} s left").format(n=math.ceil(state.seconds_left))
