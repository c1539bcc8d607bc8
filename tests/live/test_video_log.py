import numpy as np
import pytest

from facedesk.capture.frame import Frame
from facedesk.capture.photo_file import decode_photo
from facedesk.live.video_log import VideoLog
from facedesk.live.view import LiveView, SeenFace
from facedesk.matching.decision import NOBODY, Answer, Decision, Match
from facedesk.vision.detection import Detection
from facedesk.vision.quality import Quality
from facedesk.vision.shot import Shot

ADA = Decision(Answer.KNOWN, Match(1, "Ada", 7.0, 0.1), None)


def detection(x):
    landmarks = np.array([[9, 10], [21, 10], [15, 17], [10, 24], [20, 24]], np.float32) + x
    return Detection(np.array([x, 0, x + 30, 40], np.float32), landmarks, 0.9)


def quality(eye_distance=30):
    return Quality(eye_distance, 0.1, 130, 0, 0, 1)


class Film:
    """Shows views to a VideoLog; each face has the picture of its best moment so far."""

    def __init__(self):
        self.log = VideoLog()
        self.best = {}

    def show(self, time_s, *faces):
        """Each face: track, decision, x, eye distance."""
        image = np.full((200, 300, 3), int(time_s * 10) % 255, np.uint8)
        seen = []
        for track_id, decision, x, eyes in faces:
            shot = Shot(image, detection(x), quality(eyes))
            best = self.best.setdefault(track_id, shot)
            if shot.quality.weight > best.quality.weight:
                self.best[track_id] = shot
            seen.append(
                SeenFace(track_id, detection(x), quality(eyes), decision, self.best[track_id])
            )
        self.log.observe(LiveView(Frame(image, 0, time_s, time_s, 0), tuple(seen)))


@pytest.fixture
def film():
    return Film()


def test_each_sighting_tells_where_the_face_was(film):
    for n in range(10):
        film.show(n / 10, (1, ADA, 50 + n, 30), (2, NOBODY, 150 - n, 30))
    film.log.finish()
    ada, stranger = sorted(film.log.sightings, key=lambda seen: seen.sighting.person or "z")
    assert ada.path.times_s.tolist() == pytest.approx([n / 10 for n in range(10)])
    assert ada.path.places[:, 0].tolist() == [50 + n for n in range(10)]
    assert stranger.path.places[-1, 0] == 141
    assert stranger.sighting.person is None


def test_the_portrait_is_the_best_picture_and_its_time_is_known(film):
    for n, eyes in enumerate([10, 20, 45, 30, 12]):
        film.show(n / 10, (1, ADA, 50 + n, eyes))
    film.log.finish()
    (seen,) = film.log.sightings
    assert seen.best_s == pytest.approx(0.2)
    assert decode_photo(seen.portrait.jpeg).mean() == pytest.approx(2, abs=1)
    assert max(decode_photo(seen.portrait.jpeg).shape) <= 160


def test_of_whole_pictures_none_is_kept(film):
    for n in range(5):
        film.show(n / 10, (1, ADA, 50, 30))
    film.log.finish()
    (seen,) = film.log.sightings
    assert seen.sighting.best_shot is None


def test_what_has_not_ended_is_there_as_far_as_it_goes(film):
    for n in range(5):
        film.show(n / 10, (1, ADA, 50, 30))
    (before,) = film.log.sightings
    film.show(0.5, (1, ADA, 50, 30))
    (after,) = film.log.sightings
    assert before.sighting.end_s == pytest.approx(0.4)
    assert after.sighting.end_s == pytest.approx(0.5)
    assert len(before.path.times_s) == 5


def test_a_short_absence_is_bridged_by_a_path_of_two_tracks(film):
    for n in range(5):
        film.show(n / 10, (1, ADA, 50, 30))
    for n in range(15, 20):
        film.show(n / 10, (2, ADA, 90, 30))
    film.log.finish()
    (seen,) = film.log.sightings
    assert seen.path.places[:, 0].tolist() == [50] * 5 + [90] * 5
    assert seen.path.at(1.0, longest_step_s=0.2) is None


def test_the_earliest_comes_first_also_when_it_ends_last(film):
    for n in range(60):
        late = [(2, NOBODY, 150, 30)] if 5 <= n < 10 else []
        film.show(n / 10, (1, ADA, 50, 30), *late)
    film.log.finish()
    assert [seen.sighting.person for seen in film.log.sightings] == ["Ada", None]


def test_a_portrait_stays_the_same_until_there_is_a_better_one(film):
    portraits = []
    for n, eyes in enumerate([30, 30, 30, 20, 45, 45]):
        film.show(n / 10, (1, ADA, 50, eyes))
        portraits.append(film.log.sightings[0].portrait)
    assert portraits[0] is portraits[1] is portraits[2] is portraits[3]
    assert portraits[3] is not portraits[4] is portraits[5]
    assert film.log.sightings[0].quality.eye_distance == 45


def test_tracks_that_are_over_are_forgotten(film):
    for n in range(400):
        film.show(n / 4, (n // 4, NOBODY, 50, 30))
    assert len(film.log._tracks) < 60
    film.log.finish()
    assert len(film.log.sightings) == 100


def test_a_sighting_begins_with_the_first_picture_of_the_face(film):
    for n in range(10):
        film.show(n / 10, (1, None if n < 4 else ADA, 50, 30))
    film.log.finish()
    (seen,) = film.log.sightings
    assert seen.sighting.start_s == 0
    assert seen.path.times_s[0] == 0


def test_who_is_not_known_any_more_was_known_until_then(film):
    for n in range(60):
        film.show(n / 10, (1, ADA if n < 20 else NOBODY, 50, 30))
    film.log.finish()
    ada, stranger = film.log.sightings
    assert ada.sighting.end_s == pytest.approx(1.9)
    assert stranger.sighting.start_s == pytest.approx(2.0)
