"""A camera that fails in every way there is, again and again, ends running."""

import random
import threading
import time

from fake_camera import (
    FAKE,
    FakeCamera,
    black,
    break_down,
    crash,
    drivers_mistake,
    frames,
    grey,
    odd_sized,
    refuse,
    repeated,
    stall,
    vanish,
)

from facedesk import errors
from facedesk.capture.capture_thread import CaptureState, CaptureThread
from facedesk.capture.reading import CaptureLimits

LIMITS = CaptureLimits(
    first_frame_s=0.08,
    next_frame_s=0.04,
    faulty_s=0.02,
    release_s=0.01,
    shortest_wait_s=0.002,
    longest_wait_s=0.01,
    look_s=0.002,
)
# Each with whether it has to be opened again.
FAULTS = {
    "no picture for a while": (stall(0.1), True),
    "gone, then back": (vanish(refusals=2), True),
    "gone, then slow to open": (vanish(opening_s=0.05), True),
    "gone, then hanging when opened": (vanish(opening_s=0.15), True),
    "gone, then used by another program": (vanish(3, errors.CameraBusy), True),
    "gone, then the driver raises": (vanish(2, drivers_mistake), True),
    "broken down": (break_down(refusals=1), True),
    "raising what nobody expects": (crash(), True),
    "black for a moment": (black(3), False),
    "black for long": (black(60), True),
    "the same picture for a moment": (repeated(3), False),
    "the same picture for long": (repeated(60), True),
    "odd sizes": (odd_sized(5), False),
    "grey": (grey(5), False),
}
HOW_OFTEN = 100


def test_a_camera_that_fails_a_hundred_times_in_every_way_ends_running(caplog):
    order = random.Random(4).choices(list(FAULTS), k=HOW_OFTEN)
    assert set(order) == set(FAULTS)
    script = [step for fault in order for step in (FAULTS[fault][0], frames(6))]
    camera = FakeCamera(refuse(2, errors.CameraBusy), *script, interval_s=0.002)
    before = set(threading.enumerate())
    capture = CaptureThread(camera, LIMITS, is_connected=lambda _source: camera.connected)
    capture.open(FAKE)
    seen = set()
    deadline = time.monotonic() + 60
    while not camera.script_is_over:
        assert time.monotonic() < deadline, "it gave up"
        seen.add(capture.status.state)
        time.sleep(0.001)
    wait_until(lambda: capture.status.state is CaptureState.RUNNING)
    number = capture.newest.number
    wait_until(lambda: capture.newest.number > number + 10)
    assert seen >= {CaptureState.RUNNING, CaptureState.DEGRADED, CaptureState.LOST}
    assert camera.openings > sum(FAULTS[fault][1] for fault in order)
    capture.close()
    wait_until(lambda: set(threading.enumerate()) <= before)
    assert camera.open_readers == 0
    caplog.clear()  # what the driver raises is logged


def wait_until(condition):
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline, "it never came to that"
        time.sleep(0.002)
