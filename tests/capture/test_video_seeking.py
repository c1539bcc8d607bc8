import numpy as np
import pytest
from PIL import Image

from facedesk import errors
from facedesk.capture.source import Source, SourceKind
from facedesk.capture.video_reader import VideoReader, open_video
from facedesk.capture.video_seeking import VideoSeeker
from facedesk.opencv import cv2

COUNT = 120
ORDER = [0, 7, 119, 60, 61, 3, 90, 2, 118, 64, 30, 0, 29]


def shade(number):
    return 2 * number


def source(path):
    return Source(SourceKind.VIDEO, str(path), path.name)


def written(path, code):
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*code), 20, (64, 48))
    for number in range(COUNT):
        writer.write(np.full((48, 64, 3), shade(number), np.uint8))
    writer.release()
    return path


@pytest.fixture(params=[("film.mp4", "mp4v"), ("film.avi", "MJPG"), ("film.mkv", "mp4v"), "gif"])
def film(request, tmp_path):
    """Six seconds that grow lighter with every picture."""
    if request.param != "gif":
        name, code = request.param
        return written(tmp_path / name, code)
    path = tmp_path / "film.gif"
    greys = [Image.new("L", (64, 48), shade(number)) for number in range(COUNT)]
    greys[0].save(path, save_all=True, append_images=greys[1:], duration=50)
    return path


@pytest.fixture
def seeker(film):
    seeker = VideoSeeker(source(film))
    yield seeker
    seeker.close()


def test_any_moment_is_found_in_any_order(film, seeker):
    reader = open_video(source(film))
    in_order = list(iter(reader.read, None))
    reader.close()
    for number in ORDER:
        picture = seeker.picture_at(number / 20)
        assert picture.time_s == pytest.approx(number / 20, abs=0.001)
        np.testing.assert_array_equal(picture.image, in_order[number].image)


def test_between_two_pictures_the_later_one_is_shown(seeker):
    assert seeker.picture_at(1.02).time_s == pytest.approx(1.05)
    assert seeker.picture_at(1.03).time_s == pytest.approx(1.05)
    assert seeker.picture_at(1.07).time_s == pytest.approx(1.10)


def test_behind_the_end_stays_the_last_picture(seeker):
    for time_s in (7.0, 100.0, 6.5):
        assert seeker.picture_at(time_s).time_s == pytest.approx(119 / 20)
    assert seeker.picture_at(-1.0).time_s == 0


def test_a_wish_that_is_abandoned_gives_no_picture_and_the_next_one_does(seeker):
    assert seeker.picture_at(4.0, abandoned=lambda: True) is None
    assert seeker.picture_at(4.0).time_s == pytest.approx(4.0)


def test_a_file_that_can_not_jump_is_read_from_its_beginning(film, seeker, monkeypatch):
    monkeypatch.setattr("facedesk.capture.video_reader.VideoReader.jump", lambda *_: False)
    for number in ORDER:
        assert seeker.picture_at(number / 20).time_s == pytest.approx(number / 20, abs=0.001)


def test_a_file_that_jumps_too_far_is_read_from_further_back(tmp_path, monkeypatch):
    right = VideoReader.jump
    monkeypatch.setattr(VideoReader, "jump", lambda self, time_s: right(self, time_s + 0.8))
    seeker = VideoSeeker(source(written(tmp_path / "film.mp4", "mp4v")))
    for number in ORDER:
        assert seeker.picture_at(number / 20).time_s == pytest.approx(number / 20, abs=0.001)
    seeker.close()


def test_what_is_no_video_is_refused(tmp_path):
    (tmp_path / "film.mkv").touch()
    with pytest.raises(errors.FileUnreadable):
        VideoSeeker(source(tmp_path / "film.mkv"))
