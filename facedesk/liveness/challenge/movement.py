"""The movements that somebody can be asked for, and how much of each has been made."""

from enum import Enum

from facedesk.liveness.signals.face_signals import FaceSignals


class Movement(Enum):
    """A movement as the person who makes it would call it: left is their own left."""

    TURN_LEFT = "turn left"
    TURN_RIGHT = "turn right"
    NOD = "nod"
    BLINK = "blink"  # slowly: shut both eyes for a moment, longer than anybody blinks unasked
    COME_CLOSER = "come closer"


_TURN = 17.0  # degrees that are enough
_NOD = 9.0
_CLOSER = 0.20  # of the size that the face had
_SHUT = 0.45  # of the opening that there was, which is gone
_OPEN = 0.25  # a neutral opening less than this is not told from shut


def amount(movement: Movement, now: FaceSignals, neutral: FaceSignals) -> float:
    """Return how much of a movement is to be seen: 1 is enough, negative is the other way.

    Both signals as of a camera that does not mirror. A nod counts on its way down; eyes count as
    shut, 1, when they are about half as open as they were.
    """
    match movement:
        case Movement.TURN_LEFT:
            return (now.yaw - neutral.yaw) / _TURN
        case Movement.TURN_RIGHT:
            return (neutral.yaw - now.yaw) / _TURN
        case Movement.NOD:
            return (now.pitch - neutral.pitch) / _NOD
        case Movement.COME_CLOSER:
            return (now.scale / neutral.scale - 1) / _CLOSER
        case Movement.BLINK:
            return (1 - now.opening / max(neutral.opening, _OPEN)) / _SHUT
