from dataclasses import replace

import numpy as np
import pytest

from facedesk.capture.frame import Frame
from facedesk.capture.source import video_source
from facedesk.gallery.photo import StoredPhoto
from facedesk.live.face_path import PathRecorder
from facedesk.live.sightings import Sighting
from facedesk.live.video_log import VideoSighting
from facedesk.live.video_moment import best_shot_of, view_at
from facedesk.matching.decision import Answer
from facedesk.opencv import cv2
from facedesk.vision.detection import Detection
from facedesk.vision.quality import Quality

QUALITY = Quality(30, 0.1, 130, 0, 0, 1)
LANDMARKS = np.array([[34, 26], [46, 26], [40, 34], [35, 40], [45, 40]], np.float32)


def face(x):
    return Detection(
        np.array([25 + x, 10, 55 + x, 48], np.float32), LANDMARKS + np.float32([x, 0]), 0.9
    )


def seen(person, start_s, end_s):
    recorder = PathRecorder()
    for n in range(round((end_s - start_s) * 10) + 1):
        recorder.add(round(start_s + n / 10, 6), face(n))
    person_id = None if person is None else 7
    sighting = Sighting(person, start_s, end_s, 10, 4.0, person_id, (1,))
    return VideoSighting(sighting, recorder.path(), StoredPhoto(b"", LANDMARKS), QUALITY, start_s)


def frame(time_s):
    return Frame(np.zeros((64, 96, 3), np.uint8), 0, time_s, time_s, 0)


def test_those_who_are_seen_at_a_moment_are_in_its_view():
    sightings = [seen("Ada", 0, 1), seen(None, 0.5, 2), seen("Ada", 3, 4)]
    view = view_at(frame(0.7), sightings, longest_step_s=0.2)
    ada, stranger = view.faces
    assert (ada.track_id, stranger.track_id) == (0, 1)
    assert (ada.decision.answer, ada.decision.match.name) == (Answer.KNOWN, "Ada")
    assert stranger.decision.answer is Answer.UNKNOWN
    np.testing.assert_allclose(ada.box, face(7).box)
    assert [f.track_id for f in view_at(frame(3.0), sightings, 0.2).faces] == [2]
    assert view_at(frame(2.5), sightings, 0.2).faces == ()


@pytest.fixture
def film(tmp_path):
    path = tmp_path / "film.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 10, (96, 64))
    for n in range(20):
        writer.write(np.full((64, 96, 3), 10 * n, np.uint8))
    writer.release()
    return video_source(path)


def test_the_best_picture_is_read_again_in_full(film):
    shot = best_shot_of(replace(seen(None, 0, 1.5), best_s=0.4), film)
    assert shot.image.shape == (64, 96, 3)
    assert shot.image.mean() == pytest.approx(40, abs=4)
    np.testing.assert_allclose(shot.detection.box, face(4).box)
    assert not shot.image.flags.writeable
