import threading
import time

import numpy as np
import pytest
from video_stage import film

from facedesk import errors
from facedesk.capture import video_seeking
from facedesk.capture.source import video_source
from facedesk.ui import moments
from facedesk.ui.moments import Moments


@pytest.fixture
def found(qtbot):
    """Moments, with what came of them in `pictures` and `errors`."""
    made = Moments()
    made.pictures, made.errors = [], []
    made.found.connect(made.pictures.append)
    made.failed.connect(made.errors.append)
    yield made
    made.close()


def test_the_picture_of_a_moment_is_found(qtbot, found, tmp_path):
    found.open(video_source(film(tmp_path / "film.avi")))
    found.wish(12.3)
    qtbot.waitUntil(lambda: len(found.pictures) > 0)
    (picture,) = found.pictures
    assert picture.time_s == pytest.approx(12.3)
    assert picture.image.mean() == pytest.approx(123, abs=4)
    assert not picture.image.flags.writeable


def test_of_many_wishes_the_newest_is_fulfilled(qtbot, found, tmp_path):
    found.open(video_source(film(tmp_path / "film.avi")))
    for number in range(150):
        found.wish(number / 10)
    found.wish(3.0)
    qtbot.waitUntil(lambda: [p.time_s for p in found.pictures[-1:]] == [pytest.approx(3.0)])
    assert len(found.pictures) < 150


def test_a_wish_that_takes_long_is_given_up_for_a_newer_one(qtbot, found, tmp_path, monkeypatch):
    given_up = []

    class Slow:
        def __init__(self, source):
            pass

        def picture_at(self, time_s, abandoned):
            if time_s == 1.0:
                while not abandoned():
                    pass
                given_up.append(time_s)
                return None
            return video_seeking.Picture(np.zeros((2, 2, 3), np.uint8), time_s)

        def close(self):
            pass

    monkeypatch.setattr(moments, "VideoSeeker", Slow)
    found.open(video_source(film(tmp_path / "film.avi", 1)))
    found.wish(1.0)
    qtbot.wait(50)
    found.wish(2.0)
    qtbot.waitUntil(lambda: len(found.pictures) > 0)
    assert given_up == [1.0]
    assert [picture.time_s for picture in found.pictures] == [2.0]


def test_a_file_that_can_not_be_read_is_told(qtbot, found, tmp_path):
    path = film(tmp_path / "film.avi", 1)
    source = video_source(path)
    path.unlink()
    found.open(source)
    found.wish(0.5)
    qtbot.waitUntil(lambda: len(found.errors) > 0)
    assert isinstance(found.errors[0], errors.FileUnreadable)
    found.wish(0.7)  # asked again, it is tried again
    qtbot.waitUntil(lambda: len(found.errors) == 2)


def test_what_was_wished_of_another_video_is_not_shown(qtbot, found, tmp_path):
    first = video_source(film(tmp_path / "first.avi"))
    second = video_source(film(tmp_path / "second.avi", 2))
    found.open(first)
    found.wish(0.1)
    time.sleep(0.5)  # found by now, but not told yet
    found.open(second)
    found.wish(1.0)
    qtbot.waitUntil(lambda: len(found.pictures) > 0)
    qtbot.wait(100)
    assert [picture.time_s for picture in found.pictures] == [pytest.approx(1.0)]


def test_after_a_while_without_wishes_the_file_is_closed_and_opened_again(
    qtbot, found, tmp_path, monkeypatch
):
    monkeypatch.setattr(moments, "_KEPT_OPEN_S", 0.05)
    found.open(video_source(film(tmp_path / "film.avi", 2)))
    found.wish(0.5)
    qtbot.waitUntil(lambda: len(found.pictures) == 1)
    qtbot.waitUntil(lambda: "moments" not in [thread.name for thread in threading.enumerate()])
    found.wish(1.0)
    qtbot.waitUntil(lambda: len(found.pictures) == 2)


def test_nothing_is_found_without_a_video(found):
    found.wish(1.0)
    assert found.pictures == found.errors == []
