from dataclasses import replace

import pytest

from facedesk.liveness.signals.face_signals import FaceSignals

SIGNALS = FaceSignals(1.0, (0.8, 0.4), 5.0, 3.0, 2.0, 0.1, (0.3, 0.4), (1.0, 2.0, 3.0))


def turned(yaw):
    return FaceSignals(1.0, (0.8, 0.4), yaw, 3.0, 2.0, 0.1, (0.3, 0.4), (1.0, 2.0, 3.0))


def test_the_opening_is_that_of_both_eyes_or_of_the_nearer_one():
    assert turned(5).opening == (0.8 + 0.4) / 2
    assert turned(30).opening == 0.8
    assert turned(-30).opening == 0.4


def test_mirrored_twice_is_as_before():
    twice = SIGNALS.mirrored().mirrored()
    assert twice.place == pytest.approx(SIGNALS.place)
    assert replace(twice, place=SIGNALS.place) == SIGNALS


def test_in_the_mirror_left_is_right():
    mirrored = SIGNALS.mirrored()
    assert (mirrored.eyes, mirrored.yaw, mirrored.roll) == ((0.4, 0.8), -5.0, -2.0)
    assert mirrored.place == (0.7, 0.4)
    assert (mirrored.pitch, mirrored.scale, mirrored.skin) == (3.0, 0.1, (1.0, 2.0, 3.0))
    assert turned(30).mirrored().opening == turned(30).opening
