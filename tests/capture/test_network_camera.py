"""A network camera that stalls, dies and comes back: a real server, on this computer."""

import contextlib
import http.server
import itertools
import logging
import socket
import threading
import time

import numpy as np
import pytest

from facedesk import errors
from facedesk.capture import camera_reader
from facedesk.capture.capture_thread import CaptureState, CaptureThread
from facedesk.capture.reading import CaptureLimits
from facedesk.capture.source import parse_source
from facedesk.opencv import cv2

LIMITS = CaptureLimits(
    first_frame_s=5.0,
    next_frame_s=0.5,
    faulty_s=2.0,
    release_s=0.1,
    shortest_wait_s=0.05,
    longest_wait_s=0.2,
)


class NetworkCamera(http.server.ThreadingHTTPServer):
    """Sends JPEG pictures like an IP camera, to everybody with the right password.

    stalled: set, it keeps its connections but sends nothing. Its connections end with it.
    """

    daemon_threads = True

    def __init__(self, port=0):
        super().__init__(("127.0.0.1", port), _Streaming)
        self.stalled = threading.Event()
        self.ended = threading.Event()
        self.served = 0
        self._thread = threading.Thread(target=self.serve_forever, args=(0.02,))
        self._thread.start()

    @property
    def address(self):
        return f"http://ada:open-sesame@127.0.0.1:{self.server_port}/live?token=open-sesame"

    def end(self):
        self.ended.set()
        self.shutdown()
        self.server_close()
        self._thread.join()


class _Streaming(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if not self.headers.get("Authorization"):
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="camera"')
            self.end_headers()
            return
        self.server.served += 1
        self.send_response(200)
        self.send_header("Content-Type", "multipart/x-mixed-replace; boundary=next")
        self.end_headers()
        with contextlib.suppress(OSError):  # nobody looks any more
            self._send_pictures()

    def _send_pictures(self):
        for shade in itertools.cycle(range(40, 200, 5)):
            if self.server.ended.wait(0.03):
                return
            if self.server.stalled.is_set():
                continue
            image = np.full((48, 64, 3), shade, np.uint8)
            jpeg = cv2.imencode(".jpg", image)[1].tobytes()
            self.wfile.write(b"--next\r\nContent-Type: image/jpeg\r\n")
            self.wfile.write(b"Content-Length: %d\r\n\r\n%s\r\n" % (len(jpeg), jpeg))

    def log_message(self, *_):
        pass


@pytest.fixture(autouse=True)
def short_timeouts(monkeypatch):
    monkeypatch.setattr(camera_reader, "_TIMEOUT_MS", 400)


@pytest.fixture
def cameras():
    """Start network cameras, on a port if one is given; all end with the test."""
    started = []

    def start(port=0):
        started.append(NetworkCamera(port))
        return started[-1]

    yield start
    for camera in started:
        if not camera.ended.is_set():
            camera.end()


@pytest.fixture
def capture():
    capture = CaptureThread(limits=LIMITS)
    yield capture
    capture.close()


def wait_for(capture, state):
    deadline = time.monotonic() + 15
    while capture.status.state is not state:
        assert time.monotonic() < deadline, f"it is {capture.status}"
        time.sleep(0.005)


def test_a_stream_that_stalls_is_opened_again(cameras, capture):
    camera = cameras()
    capture.open(parse_source(camera.address))
    wait_for(capture, CaptureState.RUNNING)
    scene = capture.newest.scene
    camera.stalled.set()
    wait_for(capture, CaptureState.LOST)
    assert isinstance(capture.status.error, errors.CameraLost)
    camera.stalled.clear()
    wait_for(capture, CaptureState.RUNNING)
    assert capture.newest.scene > scene
    assert camera.served >= 2


def test_a_camera_that_is_switched_off_is_found_when_it_is_on_again(cameras, capture):
    camera = cameras()
    capture.open(parse_source(camera.address))
    wait_for(capture, CaptureState.RUNNING)
    port = camera.server_port
    camera.end()
    wait_for(capture, CaptureState.LOST)
    deadline = time.monotonic() + 10
    while not isinstance(capture.status.error, errors.AddressUnreachable):
        assert time.monotonic() < deadline, "nothing says that it can't be reached"
        time.sleep(0.01)
    cameras(port)
    wait_for(capture, CaptureState.RUNNING)


def test_a_stream_that_stalls_can_be_closed_at_once(cameras, capture):
    camera = cameras()
    capture.open(parse_source(camera.address))
    wait_for(capture, CaptureState.RUNNING)
    camera.stalled.set()
    start = time.monotonic()
    capture.close(timeout_s=0)
    assert time.monotonic() - start < 0.2
    assert capture.status.state is CaptureState.STOPPED


def test_a_server_that_never_answers_can_be_left_for_another_source(cameras, capture):
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        capture.open(parse_source(f"http://127.0.0.1:{silent.getsockname()[1]}/live"))
        time.sleep(0.1)
        assert capture.status.state is CaptureState.OPENING
        capture.open(parse_source(cameras().address))
        wait_for(capture, CaptureState.RUNNING)


def test_no_password_is_told_or_logged_whatever_happens(cameras, capture, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    camera = cameras()
    source = parse_source(camera.address)
    capture.open(source)
    wait_for(capture, CaptureState.RUNNING)
    told = [capture.status]
    camera.stalled.set()
    wait_for(capture, CaptureState.LOST)
    told.append(capture.status)
    camera.end()
    capture.open(source)
    wait_for(capture, CaptureState.FAILED)
    told.append(capture.status)
    words = [
        f"{status} {status.error and status.error.text} {status.source.label}" for status in told
    ]
    for text in (*words, caplog.text, *capfd.readouterr()):
        assert "open-sesame" not in text
    assert f"http://127.0.0.1:{camera.server_port} does not answer" in words[-1]
