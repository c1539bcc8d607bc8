"""A camera that fails in every way there is, again and again, ends running."""

import random
import threading
import time

import pytest
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
HANGING = 3  # reads that never end: a thread stays behind in each until the driver lets go


def test_a_camera_that_fails_a_hundred_times_in_every_way_ends_running(caplog):
    chance = random.Random(4)
    order = chance.choices(list(FAULTS), k=HOW_OFTEN)
    assert set(order) == set(FAULTS)
    faults = [FAULTS[fault][0] for fault in order]
    for _ in range(HANGING):
        faults.insert(chance.randrange(HOW_OFTEN), stall())
    script = [step for fault in faults for step in (fault, frames(6))]
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
    wait_until(lambda: camera.open_readers == 1 + HANGING)
    camera.release()
    capture.close()
    wait_until(lambda: set(threading.enumerate()) <= before)
    assert camera.open_readers == 0
    caplog.clear()  # what the driver raises is logged


@pytest.mark.parametrize("fault", list(FAULTS))
def test_each_fault_is_noticed_and_got_over(fault, caplog):
    step, opened_again = FAULTS[fault]
    camera = FakeCamera(frames(6), step, interval_s=0.002)
    capture = CaptureThread(camera, LIMITS, is_connected=lambda _source: camera.connected)
    capture.open(FAKE)
    wait_until(lambda: camera.script_is_over or camera.openings > 1)
    if opened_again:
        wait_until(lambda: camera.openings > 1 + step.refusals)
    wait_until(lambda: camera.script_is_over and capture.status.state is CaptureState.RUNNING)
    capture.close()
    wait_until(lambda: camera.open_readers == 0)
    caplog.clear()


def wait_until(condition):
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline, "it never came to that"
        time.sleep(0.002)
