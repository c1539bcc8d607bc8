"""What the 1-D network finds in a track's signals."""

from enum import IntEnum


class Event(IntEnum):
    """Each is a row of what the network says. Left is the person's own left.

    Before a camera that does not mirror, that is the picture's right.
    """

    BLINK = 0
    TURN_LEFT = 1
    TURN_RIGHT = 2
    NOD = 3
    COME_CLOSER = 4
