import http.server
import socket
import threading
import time

import numpy as np
import pytest

from facedesk import errors
from facedesk.capture import camera_reader
from facedesk.capture.camera_mode import CameraMode
from facedesk.capture.camera_reader import open_address, open_camera
from facedesk.capture.cameras import Camera
from facedesk.capture.source import Source, SourceKind, parse_source
from facedesk.capture.video_reader import VideoReader
from facedesk.opencv import cv2

SOURCE = Source(SourceKind.CAMERA, "C270", "C270")
MODE = CameraMode(1280, 720, 30)
BLUE = np.full((5, 7, 3), (200, 20, 10), np.uint8)  # in OpenCV's order


class FakeVideoCapture:
    """As much of cv2.VideoCapture as a camera needs; None stands for a read that fails."""

    def __init__(self, *images):
        self.images = list(images)
        self.settings = []
        self.rate = 30.0
        self.opened = bool(images)

    def __call__(self, location, backend, parameters):
        self.location, self.backend = location, backend
        return self

    def isOpened(self):
        return self.opened

    def read(self):
        image = self.images.pop(0) if self.images else None
        if isinstance(image, Exception):
            raise image
        return image is not None, image

    def set(self, property_id, value):
        self.settings.append((property_id, value))
        return False

    def get(self, property_id):
        return self.rate if property_id == cv2.CAP_PROP_FPS else 0.0

    def release(self):
        self.opened = False


@pytest.fixture
def opened(monkeypatch):
    """Open a camera that sends the pictures given; return its reader and its capture."""
    monkeypatch.setattr(camera_reader, "find_camera", lambda *_: Camera("C270", 3, cv2.CAP_V4L2))
    monkeypatch.setattr(camera_reader, "_FIRST_PICTURE_S", 0.2)

    def open_one(*images, rate=30.0):
        capture = FakeVideoCapture(*images)
        capture.rate = rate
        monkeypatch.setattr(cv2, "VideoCapture", capture)
        return open_camera(SOURCE, MODE), capture

    return open_one


def test_pictures_are_rgb(opened):
    reader, _ = opened(BLUE, BLUE)
    for _ in range(2):
        image = reader.read().image
        assert image.shape == (5, 7, 3)
        assert image[0, 0].tolist() == [10, 20, 200]


@pytest.mark.parametrize(
    ("sent", "colour"),
    [
        (np.full((5, 7), 90, np.uint8), [90, 90, 90]),
        (np.full((5, 7, 1), 90, np.uint8), [90, 90, 90]),
        (np.full((5, 7), 90 * 256, np.uint16), [90, 90, 90]),
        (np.dstack([BLUE, np.zeros((5, 7), np.uint8)]), [10, 20, 200]),
        (np.full((4, 8, 2), 128, np.uint8), [130, 130, 130]),
    ],
    ids=["grey", "grey with a channel", "16 bits", "with alpha", "YUYV"],
)
def test_every_kind_of_picture_becomes_rgb(opened, sent, colour):
    image = opened(sent)[0].read().image
    assert image.dtype == np.uint8
    assert image.shape == (*sent.shape[:2], 3)
    assert image[0, 0].tolist() == colour


def test_the_size_of_the_pictures_may_change(opened):
    reader, _ = opened(BLUE, np.zeros((481, 641, 3), np.uint8))
    assert [reader.read().image.shape for _ in range(2)] == [(5, 7, 3), (481, 641, 3)]


def test_the_camera_is_asked_for_a_fast_format_first_then_for_its_size_and_its_rate(opened):
    _, capture = opened(BLUE)
    assert (capture.location, capture.backend) == (3, cv2.CAP_V4L2)
    assert capture.settings[:4] == [
        (cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG")),
        (cv2.CAP_PROP_FRAME_WIDTH, 1280),
        (cv2.CAP_PROP_FRAME_HEIGHT, 720),
        (cv2.CAP_PROP_FPS, 30),
    ]


@pytest.mark.parametrize(
    ("size", "rate", "given"),
    [
        ((720, 1280), 30.0, None),
        ((720, 1280), 29.97, None),
        ((480, 640), 30.0, CameraMode(640, 480, 30)),
        ((720, 1280), 10.0, CameraMode(1280, 720, 10)),
        ((480, 640), 0.0, CameraMode(640, 480, 30)),
        ((720, 1280), 90_000.0, None),
        ((720, 1280), float("nan"), None),
    ],
)
def test_what_the_camera_gives_is_known_where_it_is_not_what_was_asked_for(
    opened, size, rate, given
):
    reader, _ = opened(np.zeros((*size, 3), np.uint8), rate=rate)
    assert reader.given == given


def test_the_camera_sets_the_pace(opened):
    reader, _ = opened(BLUE)
    assert reader.interval_s is None
    assert reader.endless


def test_a_camera_may_take_a_moment_to_wake_up(opened):
    reader, _ = opened(None, None, None, BLUE)
    assert reader.read() is not None


def test_single_damaged_pictures_are_passed_over(opened):
    reader, _ = opened(BLUE, None, cv2.error("damaged"), np.empty((0, 0, 3), np.uint8), BLUE)
    assert reader.read() is not None
    assert reader.read() is not None
    assert reader.read() is None


def test_a_lost_camera_has_no_more_pictures(opened):
    reader, _ = opened(BLUE)
    reader.read()
    assert reader.read() is None


def test_closing_lets_go_of_the_camera(opened):
    reader, capture = opened(BLUE)
    reader.close()
    assert not capture.opened


@pytest.mark.parametrize("images", [(), [None] * 1000], ids=["can't be opened", "no picture"])
def test_a_camera_that_another_program_has_is_called_busy(opened, images):
    with pytest.raises(errors.CameraBusy) as raised:
        opened(*images)
    assert "C270 gives no picture" in raised.value.text


def test_no_camera_means_no_complaint_on_stderr(capfd):
    with pytest.raises(errors.SourceError):
        open_camera(Source(SourceKind.CAMERA, "97", "Camera 97"), MODE)
    assert capfd.readouterr() == ("", "")


class StreamingHandler(http.server.BaseHTTPRequestHandler):
    """Asks for a password, then sends a file, or pictures like an IP camera until its end."""

    protocol_version = "HTTP/1.1"
    pictures = 12
    file = b""

    def do_GET(self):
        if not self.headers.get("Authorization"):
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="camera"')
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif self.path == "/live":
            self._send_pictures()
        else:
            self._send_file()

    def _send_pictures(self):
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "multipart/x-mixed-replace; boundary=next")
        self.end_headers()
        jpeg = cv2.imencode(".jpg", np.full((48, 64, 3), (200, 20, 10), np.uint8))[1].tobytes()
        for _ in range(self.pictures):
            self.wfile.write(b"--next\r\nContent-Type: image/jpeg\r\n")
            self.wfile.write(b"Content-Length: %d\r\n\r\n%s\r\n" % (len(jpeg), jpeg))

    def _send_file(self):
        start = int(self.headers.get("Range", "bytes=0-").removeprefix("bytes=").split("-")[0])
        size = len(self.file)
        self.send_response(206)
        self.send_header("Connection", "close")
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Content-Range", f"bytes {start}-{size - 1}/{size}")
        self.send_header("Content-Length", str(size - start))
        self.end_headers()
        try:
            self.wfile.write(self.file[start:])
        except ConnectionError:
            self.close_connection = True

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    """A server on this computer; yields the beginning of its addresses."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), StreamingHandler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield f"http://someone:secret@127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_an_address_sends_live_pictures(server, capfd):
    reader = open_address(parse_source(f"{server}/live"))
    assert reader.interval_s is None
    first = reader.read()
    assert first.image.shape == (48, 64, 3)
    assert np.abs(first.image[0, 0].astype(int) - [10, 20, 200]).max() < 12
    count = 1
    while reader.read() is not None:
        count += 1
    reader.close()
    assert count == StreamingHandler.pictures
    assert capfd.readouterr() == ("", "")


def test_a_film_on_a_server_is_played_like_a_file(server, tmp_path, monkeypatch):
    path = tmp_path / "film.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 20, (64, 48))
    for shade in range(0, 200, 20):
        writer.write(np.full((48, 64, 3), shade, np.uint8))
    writer.release()
    monkeypatch.setattr(StreamingHandler, "file", path.read_bytes())
    reader = open_address(parse_source(f"{server}/film.avi"))
    assert isinstance(reader, VideoReader)
    assert reader.interval_s == pytest.approx(1 / 20)
    count = 0
    while reader.read() is not None:
        count += 1
    reader.close()
    assert count == 10


def test_an_address_where_nobody_listens_is_unreachable(capfd):
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        address = f"rtsp://someone:secret@127.0.0.1:{reserved.getsockname()[1]}/1"
        with pytest.raises(errors.AddressUnreachable) as refused:
            open_address(parse_source(address))
    assert "secret" not in f"{refused.value} {refused.value!r} {refused.value.details}"
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("scheme", ["http", "rtsp"])
def test_an_address_that_does_not_answer_is_given_up_in_time(monkeypatch, capfd, scheme):
    monkeypatch.setattr(camera_reader, "_TIMEOUT_MS", 300)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        start = time.monotonic()
        with pytest.raises(errors.AddressUnreachable, match="does not answer"):
            open_address(parse_source(f"{scheme}://127.0.0.1:{silent.getsockname()[1]}/live"))
    assert time.monotonic() - start < 5
    assert capfd.readouterr() == ("", "")
