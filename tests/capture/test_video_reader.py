import itertools
import struct

import numpy as np
import pytest
from PIL import Image

from facedesk import errors
from facedesk.capture.source import Source, SourceKind, parse_source
from facedesk.capture.video_reader import VideoReader, open_video
from facedesk.opencv import cv2

COLOURS = [(250, 10, 10), (10, 250, 10), (10, 10, 250), (250, 250, 10), (90, 90, 90)]


def pictures_of(path):
    """Read a video to its end; return its reader and its pictures."""
    reader = open_video(parse_source(str(path)))
    pictures = list(iter(reader.read, None))
    reader.close()
    return reader, pictures


def assert_colours(pictures, tolerance):
    assert len(pictures) == len(COLOURS)
    for picture, colour in zip(pictures, COLOURS, strict=True):
        assert picture.image.shape == (48, 64, 3)
        assert picture.image.dtype == np.uint8
        assert np.abs(picture.image[24, 32].astype(int) - colour).max() <= tolerance


@pytest.fixture
def film(tmp_path):
    path = tmp_path / "film.mp4"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), 20, (64, 48))
    for colour in COLOURS:
        writer.write(np.full((48, 64, 3), colour[::-1], np.uint8))
    writer.release()
    return path


def test_a_video_gives_all_its_pictures_in_order(film):
    reader, pictures = pictures_of(film)
    assert_colours(pictures, tolerance=12)
    assert not reader.endless


def test_each_picture_has_its_time(film):
    reader, pictures = pictures_of(film)
    assert reader.interval_s == pytest.approx(1 / 20)
    assert [p.time_s for p in pictures] == pytest.approx([n / 20 for n in range(len(COLOURS))])
    assert {p.scene for p in pictures} == {0}


def test_an_animated_gif_is_a_video(tmp_path):
    path = tmp_path / "moving.gif"
    first, *others = [Image.new("RGB", (64, 48), colour) for colour in COLOURS]
    first.save(path, save_all=True, append_images=others, duration=[100, 100, 300, 100, 100])
    reader, pictures = pictures_of(path)
    assert_colours(pictures, tolerance=2)
    assert [p.time_s for p in pictures] == pytest.approx([0, 0.1, 0.2, 0.5, 0.6])
    assert reader.interval_s > 0


class FakeVideoCapture:
    """A file with the rate and positions given."""

    def __init__(self, rate, positions_ms, pictures=-1):
        self.rate = rate
        self.positions_ms = list(positions_ms)
        self.left = len(positions_ms)
        self.pictures = pictures

    def grab(self):
        self.left -= 1
        return self.left >= 0

    def retrieve(self):
        return True, np.zeros((4, 4, 3), np.uint8)

    def get(self, property_id):
        if property_id == cv2.CAP_PROP_FPS:
            return self.rate
        if property_id == cv2.CAP_PROP_FRAME_COUNT:
            return self.pictures
        return self.positions_ms.pop(0)


def times_of(rate, positions_ms, pictures=-1):
    reader = VideoReader(FakeVideoCapture(rate, positions_ms, pictures), None)
    return [picture.time_s for picture in iter(reader.read, None)]


@pytest.mark.parametrize("rate", [0, -1, float("nan"), float("inf"), 90000])
def test_a_video_with_a_senseless_rate_gets_25_pictures_per_second(rate):
    assert times_of(rate, [0, 0, 0]) == pytest.approx([0, 0.04, 0.08])


def test_times_come_from_the_file_where_it_has_them():
    assert times_of(10, [0, 50, 400]) == pytest.approx([0, 0.05, 0.4])


@pytest.mark.parametrize("nonsense", [-5000, 100, 1e12, float("nan")])
def test_times_go_on_where_the_file_has_none(nonsense):
    assert times_of(10, [0, 100, nonsense, 250]) == pytest.approx([0, 0.1, 0.2, 0.25])


def test_a_picture_may_stay_as_long_as_the_video_lasts():
    assert times_of(1, [0, 1000, 25000], pictures=30) == pytest.approx([0, 1, 25])


@pytest.mark.parametrize("pictures", [0, -1, -9.2e18, float("nan"), 1e12])
def test_a_senseless_count_of_pictures_is_none(pictures):
    reader = VideoReader(FakeVideoCapture(25, [0], pictures), None)
    assert reader.pictures is None
    assert reader.duration_s is None


def test_it_says_how_much_there_is_and_how_much_it_has_gone_through(film):
    reader = open_video(parse_source(str(film)))
    assert (reader.pictures, reader.passed) == (5, 0)
    assert reader.duration_s == pytest.approx(0.25)
    reader.advance()
    reader.advance()
    assert (reader.passed, reader.time_s) == (2, pytest.approx(0.05))
    third = reader.read()
    assert np.abs(third.image[24, 32].astype(int) - COLOURS[2]).max() <= 12
    reader.close()


def test_it_reads_on_behind_a_damaged_part():
    class Damaged(FakeVideoCapture):
        def grab(self):
            self.left -= 1
            return self.left in (39, 38, 1, 0)

    capture = Damaged(10, range(0, 4000, 100))
    assert len(list(iter(VideoReader(capture, None, attempts=50).read, None))) == 4


def test_a_film_that_is_to_be_shown_turned_is_turned(film):
    """As those of a phone held upright: the pictures lie, and a matrix says how to turn them."""
    content = bytearray(film.read_bytes())
    matrix = content.index(b"tkhd") + 44
    one, by_90_degrees = 0x10000, (0, 1, 0, -1, 0, 0, 0, 0, 0x4000)
    numbers = [one * n for n in by_90_degrees]
    content[matrix : matrix + 36] = struct.pack(">9i", *numbers)
    film.write_bytes(content)
    _, pictures = pictures_of(film)
    assert {picture.image.shape for picture in pictures} == {(64, 48, 3)}


def test_a_film_that_breaks_off_is_read_as_far_as_it_goes(tmp_path):
    path = tmp_path / "film.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 20, (64, 48))
    for shade in range(100):
        writer.write(np.full((48, 64, 3), shade, np.uint8))
    writer.release()
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    _, pictures = pictures_of(path)
    assert 10 < len(pictures) < 100


@pytest.mark.parametrize("content", [b"", b"no film at all" * 100], ids=["empty", "text"])
def test_what_is_no_video_is_refused_without_noise(tmp_path, content, capfd):
    path = tmp_path / "film.mp4"
    path.write_bytes(content)
    with pytest.raises(errors.FileUnreadable) as caught:
        open_video(parse_source(str(path)))
    assert caught.value.details == {"source": "film.mp4"}
    assert capfd.readouterr() == ("", "")


def test_a_video_that_is_gone_is_refused(tmp_path):
    with pytest.raises(errors.FileUnreadable):
        open_video(Source(SourceKind.VIDEO, str(tmp_path / "gone.mp4"), "gone.mp4"))


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "count", "duration_s"),
    [
        ("facerec_short_hamilton_clip.mp4", 275, 9.14),
        ("intel_classroom.gif", 45, 2.93),
        ("intel_face-demographics-walking-and-pause.gif", 41, 3.33),
        ("intel_head-pose-face-detection-female.gif", 23, 1.83),
    ],
)
def test_real_clips_are_read_to_their_end(shared, name, count, duration_s):
    _, pictures = pictures_of(shared / "data" / "clips" / name)
    times = [picture.time_s for picture in pictures]
    assert len(pictures) == count
    assert times[-1] == pytest.approx(duration_s, abs=0.02)
    assert all(later > earlier for earlier, later in itertools.pairwise(times))
