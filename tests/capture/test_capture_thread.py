import itertools
import threading
import time
from dataclasses import replace

import numpy as np
import pytest
from fake_camera import (
    FAKE,
    FakeCamera,
    black,
    break_down,
    frames,
    grey,
    odd_sized,
    refuse,
    repeated,
    stall,
    vanish,
)
from PIL import Image

from facedesk import errors
from facedesk.capture.camera_mode import CameraMode
from facedesk.capture.capture_thread import (
    CaptureLimits,
    CaptureState,
    CaptureStatus,
    CaptureThread,
)
from facedesk.capture.picture import Picture
from facedesk.capture.source import Source, SourceKind, parse_source
from facedesk.opencv import cv2

STOPPED = CaptureStatus(CaptureState.STOPPED)
LIMITS = CaptureLimits(
    first_frame_s=1.0,
    next_frame_s=0.4,
    faulty_s=0.3,
    release_s=0.1,
    shortest_wait_s=0.05,
    longest_wait_s=0.1,
)


def wait_until(condition, timeout_s=10.0):
    deadline = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < deadline, "it never came to that"
        time.sleep(0.002)


def wait_for(capture, state):
    wait_until(lambda: capture.status.state is state)


@pytest.fixture
def running():
    """Open cameras with a script each; whatever hangs at the end of the test is released."""
    opened = []

    def run(*script, limits=LIMITS, given=None):
        camera = FakeCamera(*script)
        camera.given = given
        capture = CaptureThread(camera, limits, is_connected=lambda _source: camera.connected)
        opened.append((camera, capture))
        capture.open(FAKE)
        return capture, camera

    yield run
    for camera, capture in opened:
        camera.release()
        capture.close()
        wait_until(lambda camera=camera: camera.open_readers == 0)


# A camera that works ----------------------------------------------------------------------------


def test_nothing_is_open_at_first():
    capture = CaptureThread()
    assert capture.status == STOPPED
    assert capture.newest is None
    capture.close()
    assert capture.status == STOPPED


def test_an_open_camera_runs_and_its_frames_arrive(running):
    capture, _ = running()
    taken = [capture.mailbox.take(5) for _ in range(5)]
    assert capture.status == CaptureStatus(CaptureState.RUNNING, FAKE)
    assert capture.newest.number >= taken[-1].number
    assert all(later.number > earlier.number for earlier, later in itertools.pairwise(taken))
    assert {frame.scene for frame in taken} == {0}
    assert not any(frame.image.flags.writeable for frame in taken)


def test_a_slow_taker_gets_the_newest_frame(running):
    capture, _ = running()
    wait_until(lambda: capture.newest is not None and capture.newest.number > 20)
    newest = capture.newest.number
    assert capture.mailbox.take(5).number >= newest
    assert capture.mailbox.skipped > 10


def test_closing_stops_at_once_and_forgets_the_picture(running):
    capture, camera = running()
    wait_for(capture, CaptureState.RUNNING)
    start = time.monotonic()
    capture.close()
    assert time.monotonic() - start < 1
    assert capture.status == STOPPED
    assert capture.newest is None
    assert capture.mailbox.take(0) is None
    assert camera.open_readers == 0


def test_a_closed_camera_can_be_opened_again(running):
    capture, camera = running()
    last = capture.mailbox.take(5)
    capture.close()
    capture.open(FAKE)
    frame = capture.mailbox.take(5)
    assert frame.number > last.number
    assert frame.scene > last.scene
    assert camera.openings == 2


def test_what_a_camera_gives_is_told_where_it_is_not_what_was_asked_for(running):
    given = CameraMode(640, 480, 15)
    capture, camera = running(repeated(100_000), given=given)
    wait_for(capture, CaptureState.RUNNING)
    assert capture.status.given == given
    wait_for(capture, CaptureState.DEGRADED)
    assert capture.status.given == given
    camera.recover()
    wait_for(capture, CaptureState.RUNNING)
    assert capture.status.given == given


# A camera that does not -------------------------------------------------------------------------


@pytest.mark.parametrize("fault", [vanish, break_down])
def test_a_camera_that_vanishes_is_opened_again_until_it_is_back(running, fault):
    capture, camera = running(frames(5), fault(refusals=3))
    wait_for(capture, CaptureState.LOST)
    assert isinstance(capture.status.error, errors.CameraLost)
    assert "Fake camera stopped sending pictures" in capture.status.error.text
    before = capture.newest
    wait_for(capture, CaptureState.RUNNING)
    assert camera.openings == 5
    assert capture.newest.scene > before.scene
    assert capture.newest.number > before.number


def test_a_camera_that_stalls_is_opened_again_and_its_late_picture_ignored(running):
    capture, camera = running(frames(5), stall())
    wait_for(capture, CaptureState.LOST)
    wait_for(capture, CaptureState.RUNNING)
    assert camera.open_readers == 2  # one of them hangs
    scene = capture.newest.scene
    camera.release()
    wait_until(lambda: camera.open_readers == 1)
    assert {capture.mailbox.take(5).scene for _ in range(10)} == {scene}


def test_a_camera_that_stalls_for_ever_does_not_gather_threads(running):
    capture, camera = running(
        frames(1), *[step for _ in range(30) for step in (frames(1), stall())]
    )
    wait_until(lambda: camera.open_readers == 4)
    before = threading.active_count()
    time.sleep(1.0)
    assert threading.active_count() <= before
    assert camera.open_readers == 4
    assert capture.status.state is CaptureState.LOST


def test_closing_does_not_wait_for_a_read_that_hangs(running):
    capture, camera = running(frames(5), stall())
    wait_until(lambda: capture.newest is not None and capture.newest.number == 4)
    start = time.monotonic()
    capture.close(timeout_s=0.1)
    assert time.monotonic() - start < 1
    assert capture.status == STOPPED
    camera.release()
    wait_until(lambda: camera.open_readers == 0)
    assert capture.status == STOPPED
    assert capture.newest is None
    assert capture.mailbox.take(0) is None


def test_a_camera_that_shows_only_black_is_degraded_until_it_shows_more(running):
    capture, camera = running(frames(5), black(100_000))
    wait_for(capture, CaptureState.DEGRADED)
    assert isinstance(capture.status.error, errors.PictureBlack)
    camera.recover()
    wait_for(capture, CaptureState.RUNNING)
    assert capture.status.error is None
    assert camera.openings == 1


def test_a_camera_that_repeats_itself_is_degraded_until_it_goes_on(running):
    capture, camera = running(frames(5), repeated(100_000))
    wait_for(capture, CaptureState.DEGRADED)
    assert isinstance(capture.status.error, errors.PictureFrozen)
    assert capture.newest.number > 10  # pictures still arrive
    camera.recover()
    wait_for(capture, CaptureState.RUNNING)
    assert camera.openings == 1


def test_the_status_is_the_same_object_as_long_as_it_stays_the_same(running):
    capture, _ = running(frames(5), repeated(100_000))
    for state in (CaptureState.RUNNING, CaptureState.DEGRADED):
        wait_for(capture, state)
        status, number = capture.status, capture.newest.number
        wait_until(lambda number=number: capture.newest.number > number + 3)
        assert capture.status is status


def test_a_camera_that_repeats_itself_for_long_is_opened_again(running):
    capture, camera = running(frames(5), repeated(100_000))
    wait_for(capture, CaptureState.LOST)
    wait_for(capture, CaptureState.DEGRADED)
    assert camera.openings == 2


@pytest.mark.parametrize("odd", [grey, odd_sized])
def test_odd_pictures_are_pictures(running, odd):
    capture, camera = running(odd(50))
    seen = [capture.mailbox.take(5) for _ in range(20)]
    assert all(frame.image.shape[2] == 3 for frame in seen)
    assert capture.status.state is CaptureState.RUNNING
    assert camera.openings == 1


def test_one_fault_after_the_other_is_survived(running):
    capture, camera = running(
        *(frames(3), vanish(refusals=2), frames(3), stall(), black(5), grey(5)),
        *(odd_sized(5), break_down(), repeated(5), vanish(), frames(10)),
    )
    wait_until(lambda: camera.openings >= 7 and capture.status.state is CaptureState.RUNNING)
    assert capture.mailbox.take(5) is not None


# A camera that never did ------------------------------------------------------------------------


@pytest.mark.parametrize("refusal", [errors.CameraMissing, errors.CameraBusy])
def test_a_camera_that_can_not_be_had_has_failed_and_is_taken_up_when_it_can(running, refusal):
    capture, camera = running(refuse(1000, refusal))
    wait_for(capture, CaptureState.FAILED)
    assert isinstance(capture.status.error, refusal)
    assert capture.status.tried_again
    wait_until(lambda: camera.openings >= 3)
    assert capture.status.state is CaptureState.FAILED
    camera.plug_in()
    wait_for(capture, CaptureState.RUNNING)
    assert capture.status.error is None


def test_a_camera_that_can_not_be_had_is_not_tried_any_more_once_closed(running):
    capture, camera = running(refuse(1000))
    wait_for(capture, CaptureState.FAILED)
    capture.close()
    tried = camera.openings
    time.sleep(3 * LIMITS.longest_wait_s)
    assert camera.openings == tried
    assert capture.status == STOPPED


def test_only_cameras_are_tried_again_when_they_never_ran():
    tried = []

    def refused(source):
        tried.append(source)
        raise errors.AddressUnreachable(source=source.label)

    capture = CaptureThread(open_reader=refused, limits=LIMITS)
    capture.open(Source(SourceKind.ADDRESS, "rtsp://door.local/1", "rtsp://door.local"))
    wait_for(capture, CaptureState.FAILED)
    assert not capture.status.tried_again
    time.sleep(3 * LIMITS.longest_wait_s)
    assert len(tried) == 1
    capture.close()


IMPATIENT_NEVER = replace(LIMITS, shortest_wait_s=60, longest_wait_s=60, look_s=0.01)


def test_a_camera_that_is_plugged_in_again_is_opened_at_once(running):
    capture, camera = running(frames(5), vanish(refusals=1000), limits=IMPATIENT_NEVER)
    wait_for(capture, CaptureState.LOST)
    time.sleep(0.1)
    assert camera.openings == 1
    camera.plug_in()
    wait_for(capture, CaptureState.RUNNING)
    assert camera.openings == 2


def test_a_lost_camera_that_another_program_took_is_said_so(running):
    capture, camera = running(frames(5), vanish(1000, errors.CameraBusy))
    wait_until(lambda: isinstance(capture.status.error, errors.CameraBusy))
    assert capture.status.state is CaptureState.LOST
    camera.plug_in()
    wait_for(capture, CaptureState.RUNNING)


@pytest.mark.parametrize("fault", [vanish, stall])
def test_a_camera_that_gives_no_first_picture_is_called_busy(running, fault):
    capture, _ = running(fault())
    assert capture.status.state is CaptureState.OPENING
    wait_for(capture, CaptureState.FAILED)
    assert isinstance(capture.status.error, errors.CameraBusy)


def test_opening_that_hangs_can_be_closed():
    opening, let_go = threading.Event(), threading.Event()
    closed = []

    class Late:
        interval_s = None
        endless = True
        given = None

        def read(self):
            return None

        def close(self):
            closed.append(True)

    def open_slowly(_source):
        opening.set()
        let_go.wait()
        return Late()

    capture = CaptureThread(open_reader=open_slowly, limits=LIMITS)
    capture.open(FAKE)
    opening.wait()
    capture.close(timeout_s=0.05)
    assert capture.status == STOPPED
    let_go.set()
    wait_until(lambda: closed)
    assert capture.status == STOPPED


def test_a_mistake_of_ours_is_logged_and_told(caplog):
    def broken(_source):
        raise KeyError("mistake")

    capture = CaptureThread(open_reader=broken)
    capture.open(FILM)
    wait_for(capture, CaptureState.FAILED)
    assert "reading a video failed" in caplog.text
    caplog.clear()
    assert capture.status.error.text == "film.mp4 can't be opened."
    capture.close()


# Switching --------------------------------------------------------------------------------------


def test_switching_takes_effect_at_once():
    cameras = {name: FakeCamera() for name in "ab"}
    sources = {name: Source(SourceKind.CAMERA, name, name) for name in "ab"}
    capture = CaptureThread(open_reader=lambda source: cameras[source.label](source))
    capture.open(sources["a"])
    first = capture.mailbox.take(5)
    capture.open(sources["b"])
    assert capture.status == CaptureStatus(CaptureState.OPENING, sources["b"])
    assert capture.newest is None
    second = capture.mailbox.take(5)
    assert second.scene > first.scene
    assert second.number > first.number
    wait_until(lambda: cameras["a"].open_readers == 0)
    capture.close()
    assert cameras["b"].open_readers == 0


def test_a_camera_is_let_go_of_before_it_is_opened_again(running):
    most = 0
    capture, camera = running()
    for _ in range(10):
        wait_for(capture, CaptureState.RUNNING)
        capture.open(FAKE)
        most = max(most, camera.open_readers)
    wait_for(capture, CaptureState.RUNNING)
    assert camera.open_readers == 1
    assert most == 1


def test_switching_away_from_a_camera_that_hangs(running):
    capture, camera = running(frames(1), stall())
    wait_for(capture, CaptureState.RUNNING)
    time.sleep(0.05)
    capture.open(FAKE)
    frame = capture.mailbox.take(5)
    wait_for(capture, CaptureState.RUNNING)
    scene = frame.scene
    camera.release()
    wait_until(lambda: camera.open_readers == 1)
    assert capture.newest.scene == scene


def test_a_camera_that_hangs_does_not_hold_up_a_film():
    camera = FakeCamera(frames(1), stall())
    patient = replace(LIMITS, release_s=60)
    film = Film([n * 0.02 for n in range(5)])
    capture = CaptureThread(lambda source: camera() if source is FAKE else film, patient)
    capture.open(FAKE)
    wait_for(capture, CaptureState.RUNNING)
    time.sleep(0.05)
    capture.open(FILM)
    wait_for(capture, CaptureState.ENDED)
    camera.release()
    capture.close()


def test_switching_while_the_camera_is_still_being_opened(running):
    capture, camera = running(frames(3), vanish(opening_s=0.5), frames(10))
    wait_for(capture, CaptureState.LOST)
    wait_until(lambda: camera.openings == 2)
    capture.open(FAKE)
    assert capture.status.state is CaptureState.OPENING
    wait_for(capture, CaptureState.RUNNING)
    scene = capture.newest.scene
    time.sleep(0.6)
    assert capture.newest.scene == scene
    assert camera.open_readers == 1


def test_opening_and_closing_in_a_hurry_leaves_nothing_behind():
    camera = FakeCamera()
    capture = CaptureThread(open_reader=camera, limits=LIMITS)
    for n in range(60):
        capture.open(FAKE)
        if n % 3 == 0:
            capture.close(timeout_s=0)
    capture.close()
    wait_until(lambda: camera.open_readers == 0)
    assert capture.status == STOPPED


# Files ------------------------------------------------------------------------------------------


class Film:
    interval_s = 0.02
    endless = False
    given = None

    def __init__(self, times_s):
        self.times_s = list(times_s)

    def read(self):
        image = np.full((4, 4, 3), 90, np.uint8)
        return Picture(image, self.times_s.pop(0)) if self.times_s else None

    def close(self):
        pass


FILM = Source(SourceKind.VIDEO, "film.mp4", "film.mp4")


def test_a_film_is_played_at_its_own_speed_and_ends():
    film = Film([n * 0.02 for n in range(30)])
    capture = CaptureThread(open_reader=lambda _source: film, limits=LIMITS)
    capture.open(FILM)
    played = []
    while (frame := capture.mailbox.take(1)) is not None:
        played.append(frame)
    assert capture.status == CaptureStatus(CaptureState.ENDED, FILM)
    assert capture.newest.number == 29
    lengths = (played[-1].captured_at - played[0].captured_at, played[-1].time_s)
    assert lengths[0] == pytest.approx(lengths[1], abs=0.3)
    capture.close()


def test_the_pictures_of_a_film_may_be_far_apart():
    film = Film([0, 3 * LIMITS.next_frame_s])
    capture = CaptureThread(open_reader=lambda _source: film, limits=LIMITS)
    capture.open(FILM)
    wait_for(capture, CaptureState.RUNNING)
    wait_for(capture, CaptureState.ENDED)
    assert capture.newest.number == 1
    capture.close()


def test_a_film_waiting_for_its_next_picture_can_be_closed_at_once():
    capture = CaptureThread(open_reader=lambda _source: Film([0, 3600]))
    capture.open(FILM)
    wait_for(capture, CaptureState.RUNNING)
    start = time.monotonic()
    capture.close()
    assert time.monotonic() - start < 1


def test_a_film_without_pictures_has_failed():
    capture = CaptureThread(open_reader=lambda _source: Film([]))
    capture.open(FILM)
    wait_for(capture, CaptureState.FAILED)
    assert isinstance(capture.status.error, errors.FileUnreadable)
    capture.close()


def test_a_still_picture_never_counts_as_frozen_or_black(tmp_path):
    Image.new("RGB", (8, 8), "black").save(tmp_path / "night.png")
    capture = CaptureThread(limits=LIMITS)
    capture.open(parse_source(str(tmp_path / "night.png")))
    wait_until(lambda: capture.newest is not None and capture.newest.number >= 8)
    assert capture.status.state is CaptureState.RUNNING
    capture.close()


def test_real_files_are_played_one_after_the_other(tmp_path):
    path = tmp_path / "film.mp4"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), 50, (64, 48))
    for shade in range(0, 200, 20):
        writer.write(np.full((48, 64, 3), shade, np.uint8))
    writer.release()
    (tmp_path / "broken.png").write_bytes(b"no picture")
    capture = CaptureThread()
    capture.open(parse_source(str(path)))
    wait_for(capture, CaptureState.ENDED)
    assert capture.newest.number == 9
    capture.open(parse_source(str(tmp_path / "broken.png")))
    wait_for(capture, CaptureState.FAILED)
    assert isinstance(capture.status.error, errors.NotAnImage)
    capture.open(parse_source(str(path)))
    wait_for(capture, CaptureState.ENDED)
    assert capture.newest.number == 19
    capture.close()
