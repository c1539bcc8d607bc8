import itertools

import numpy as np
import pytest
from PIL import Image

from facedesk import errors
from facedesk.capture.source import video_source
from facedesk.gallery.enrolment import prepare_photo
from facedesk.live.analyse_video import analyse_video
from facedesk.live.engine import Engine
from facedesk.live.knowledge import load_knowledge
from facedesk.live.video_analysis import Ending
from facedesk.live.view import LiveView
from facedesk.opencv import cv2


def never():
    return False


def written(path, images, rate=15, code="mp4v"):
    height, width = images[0].shape[:2]
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*code), rate, (width, height))
    for image in images:
        writer.write(np.ascontiguousarray(image[:, :, ::-1]))
    writer.release()
    return path


def shades(count):
    return [np.full((48, 64, 3), n % 200, np.uint8) for n in range(count)]


class NobodyThere:
    """An engine that finds no face."""

    def __init__(self):
        self.frames = []

    def answer(self, frame):
        self.frames.append(frame)
        return LiveView(frame, ())


@pytest.fixture
def engine():
    return NobodyThere()


def test_a_video_is_looked_at_to_its_end(tmp_path, engine):
    path = written(tmp_path / "film.mp4", shades(45))
    analysis = analyse_video(video_source(path), engine, lambda _: None, never)
    assert analysis.ending is Ending.COMPLETE
    assert analysis.sightings == ()
    assert analysis.duration_s == analysis.analysed_s == pytest.approx(3.0)
    assert (analysis.done, analysis.pictures) == (45, 45)
    assert len(engine.frames) == 45
    assert analysis.view is None


def test_of_many_pictures_a_second_every_other_is_enough(tmp_path, engine):
    path = written(tmp_path / "film.mp4", shades(60), rate=30)
    analyse_video(video_source(path), engine, lambda _: None, never)
    times = [frame.time_s for frame in engine.frames]
    assert len(times) == 30
    assert np.diff(times) == pytest.approx([2 / 30] * 29, abs=0.002)


def test_what_was_found_so_far_is_told_with_how_much_is_done(tmp_path, engine):
    told = []
    path = written(tmp_path / "film.mp4", shades(20))
    analyse_video(video_source(path), engine, told.append, never)
    assert told[0].ending is Ending.NONE
    assert (told[0].done, told[0].pictures) == (1, 20)
    assert told[0].view.frame is engine.frames[0]


def test_cancelled_it_keeps_what_was_found(tmp_path, engine):
    asked = itertools.count()
    path = written(tmp_path / "film.mp4", shades(45))
    analysis = analyse_video(video_source(path), engine, lambda _: None, lambda: next(asked) == 10)
    assert analysis.ending is Ending.CANCELLED
    assert len(engine.frames) == 10
    assert analysis.analysed_s < 1 < analysis.duration_s == pytest.approx(3.0)


def test_a_video_that_breaks_off_is_analysed_as_far_as_it_goes(tmp_path, engine):
    path = written(tmp_path / "film.avi", shades(300), code="MJPG")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    analysis = analyse_video(video_source(path), engine, lambda _: None, never)
    if analysis.pictures:  # else the file does not say any more how long it was
        assert analysis.ending is Ending.BROKEN_OFF
        assert analysis.analysed_s < 15 < analysis.duration_s
    assert 50 < len(engine.frames) < 250


def test_a_video_whose_last_picture_stays_for_long_is_complete(tmp_path, engine):
    path = tmp_path / "moving.gif"
    first, *others = [Image.fromarray(image) for image in shades(5)]
    stays_ms = [100, 100, 100, 100, 9000]
    first.save(path, save_all=True, append_images=others, duration=stays_ms)
    analysis = analyse_video(video_source(path), engine, lambda _: None, never)
    assert analysis.ending is Ending.COMPLETE
    assert (analysis.done, analysis.pictures) == (5, 5)


@pytest.mark.parametrize("name", ["text.mp4", "empty.mkv", "text.bin"])
def test_what_is_no_video_is_said_in_a_sentence(tmp_path, engine, name):
    (tmp_path / name).write_bytes(b"" if "empty" in name else b"no film at all" * 50)
    with pytest.raises(errors.NotAVideo, match="is not a video that can be read"):
        analyse_video(video_source(tmp_path / name), engine, lambda _: None, never)


def test_a_single_picture_is_no_video(tmp_path, astronaut):
    Image.fromarray(astronaut).save(tmp_path / "photo.png")
    with pytest.raises(errors.NotAVideo):
        video_source(tmp_path / "photo.png")
    with pytest.raises(errors.NotAVideo):
        video_source(tmp_path)
    with pytest.raises(errors.NotAVideo):
        video_source(tmp_path / "gone.mp4")


def test_the_file_is_closed_also_when_the_gallery_fails(tmp_path, monkeypatch):
    from facedesk.capture.video_reader import VideoReader

    closed = []
    monkeypatch.setattr(VideoReader, "close", lambda self: closed.append(self))

    class Failing:
        def answer(self, frame):
            raise errors.GalleryLocked

    path = written(tmp_path / "film.mp4", shades(5))
    with pytest.raises(errors.GalleryLocked):
        analyse_video(video_source(path), Failing(), lambda _: None, never)
    assert len(closed) == 1


@pytest.fixture
def visit(tmp_path, astronaut, admiral):
    """Eileen, then nobody, then Eileen and a stranger: six seconds at 30 pictures a second."""
    there, gone = np.pad(astronaut, ((0, 0), (0, 512), (0, 0))), np.zeros((512, 1024, 3), np.uint8)
    both = np.concatenate([astronaut, admiral[:512]], axis=1)
    images = [np.roll(there, i // 3, axis=1) for i in range(45)]
    images += [gone] * 90
    images += [np.roll(both, i // 3, axis=1) for i in range(45)]
    return written(tmp_path / "visit.mp4", images, rate=30)


def test_who_is_seen_when_and_where(visit, models, gallery, astronaut):
    gallery.enrol("Eileen", prepare_photo(astronaut, models))
    engine = Engine(models, load_knowledge(models.encoder.id), gallery)
    analysis = analyse_video(video_source(visit), engine, lambda _: None, never)
    eileen = [seen for seen in analysis.sightings if seen.sighting.person == "Eileen"]
    (stranger,) = [seen for seen in analysis.sightings if seen.sighting.person is None]
    first, second = eileen
    assert first.sighting.start_s < 0.7
    assert first.sighting.end_s == pytest.approx(1.5, abs=0.3)
    assert second.sighting.start_s == pytest.approx(4.7, abs=0.4)
    assert stranger.sighting.end_s == pytest.approx(6.0, abs=0.2)
    left = second.path.at(5.5, analysis.longest_step_s)
    right = stranger.path.at(5.5, analysis.longest_step_s)
    assert left.box[2] < 512 < right.box[0]
