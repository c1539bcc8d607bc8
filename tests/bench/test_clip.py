import numpy as np
import pytest
from PIL import Image

from facedesk import errors
from facedesk.bench.clip import (
    clips_in,
    fitting_pictures_of,
    made_up_pictures,
    pictures_of,
    write_clip,
)
from facedesk.bench.clip_camera import AsTaken, ClipCamera, Pace
from facedesk.bench.pictures import heads, portraits


@pytest.fixture
def clip(tmp_path):
    """Three pictures, each brighter than the one before."""
    file = tmp_path / "clip.avi"
    write_clip((np.full((48, 64, 3), 60 * n, np.uint8) for n in range(1, 4)), file)
    return file


def brightness(pictures):
    return [round(float(picture.mean()) / 60) for picture in pictures]


def test_a_clip_holds_its_pictures_in_their_order(clip):
    assert brightness(pictures_of(clip)) == [1, 2, 3]
    assert brightness(pictures_of(clip, most=2)) == [1, 2]


def test_colours_stay_what_they_are(tmp_path):
    red = np.zeros((48, 64, 3), np.uint8)
    red[..., 0] = 200
    write_clip(iter([red]), tmp_path / "red.avi")
    (picture,) = pictures_of(tmp_path / "red.avi")
    assert picture.reshape(-1, 3).mean(axis=0) == pytest.approx([200, 0, 0], abs=8)


def test_large_clips_are_made_to_fit_and_small_ones_left(tmp_path, clip):
    write_clip(iter([np.zeros((720, 1280, 3), np.uint8)]), tmp_path / "large.avi")
    assert [p.shape for p in fitting_pictures_of(tmp_path / "large.avi")] == [(360, 640, 3)]
    assert {p.shape for p in fitting_pictures_of(clip)} == {(48, 64, 3)}


def test_what_is_no_clip_is_said(tmp_path):
    (tmp_path / "none.avi").write_bytes(b"nothing")
    with pytest.raises(errors.FileUnreadable):
        list(pictures_of(tmp_path / "none.avi"))
    with pytest.raises(errors.NotAVideo):
        list(pictures_of(tmp_path / "gone.avi"))
    with pytest.raises(errors.NotAVideo):
        list(pictures_of(tmp_path))


def test_the_clips_of_a_folder_are_its_videos(tmp_path, clip):
    (tmp_path / "notes.txt").write_text("no video", "utf-8")
    Image.new("L", (8, 8)).save(tmp_path / "still.gif")
    assert clips_in(tmp_path) == (clip,)


def test_somebody_made_up_moves_and_stays_in_the_picture(models):
    pictures = list(made_up_pictures(heads(portraits(), models)[0]))
    assert len(pictures) == 300
    assert {picture.shape for picture in pictures} == {(480, 640, 3)}
    found = [models.detector.detect(picture, 60) for picture in pictures[::40]]
    assert [len(faces) for faces in found] == [1] * 8
    assert len({tuple(faces[0].box) for faces in found}) == 8


def test_a_camera_plays_the_clip_again_and_again(clip):
    waits = []
    camera = ClipCamera(clip, lambda: waits.append(None))
    pictures = [camera.read() for _ in range(7)]
    camera.close()
    assert brightness(picture.image for picture in pictures) == [1, 2, 3, 1, 2, 3, 1]
    assert len(waits) == 7
    times = [picture.time_s for picture in pictures]
    assert times == sorted(times)


def test_a_pace_is_kept_and_a_late_call_not_made_up(monkeypatch):
    clock = Clock(monkeypatch)
    pace = Pace(10)
    called = []
    for late_s in (0, 0.05, 0.35, 0, 0):
        clock.now += late_s
        pace()
        called.append(round(clock.now, 3))
    assert called == [0.1, 0.2, 0.55, 0.65, 0.75]


def test_the_next_picture_waits_for_the_answer_but_not_for_ever(monkeypatch):
    clock = Clock(monkeypatch)
    answers = iter([0, 0, 0, 0, 1, 1])
    as_taken = AsTaken(lambda: next(answers))
    as_taken()
    assert clock.now == 0  # nothing was sent yet
    as_taken()
    assert 0 < clock.now < 0.01
    without_answers = AsTaken(lambda: 7)
    without_answers()
    without_answers()
    assert 0.5 <= clock.now < 0.6


class Clock:
    """Time that passes only while somebody sleeps."""

    def __init__(self, monkeypatch):
        from facedesk.bench import clip_camera

        self.now = 0.0
        monkeypatch.setattr(clip_camera, "time", self)

    def monotonic(self):
        return self.now

    def sleep(self, time_s):
        self.now += time_s
