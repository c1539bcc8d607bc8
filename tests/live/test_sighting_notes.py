"""What the record is to say, until it has been written."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk.capture.frame import Frame
from facedesk.live import sighting_notes
from facedesk.live.record_rules import RecordRules
from facedesk.live.sighting_notes import SightingNotes
from facedesk.live.view import LiveView, SeenFace
from facedesk.matching.decision import NOBODY, Answer, Decision, Match
from facedesk.vision.detection import Detection
from facedesk.vision.quality import Quality
from facedesk.vision.shot import Shot

# Noon, wherever this runs: midnight is far.
NOON = datetime(2026, 5, 4, 12).astimezone()
RULES = RecordRules()
GOOD = Quality(60, 0.1, 130, 0, 0, 1)
DETECTION = Detection(
    np.array([20, 20, 60, 70], np.float32),
    np.array([[30, 35], [50, 35], [40, 45], [32, 55], [48, 55]], np.float32),
    1.0,
)


def ada(answer=Answer.KNOWN, score=7.0):
    return Decision(answer, Match(1, "Ada", score, 0.1), None)


def shot(quality=GOOD, grey=90):
    return Shot(np.full((100, 100, 3), grey, np.uint8), DETECTION, quality)


def view(seconds, *faces, picture=None):
    """Each face: track id, decision."""
    frame = Frame(np.zeros((1, 1, 3), np.uint8), 0, 0.0, seconds, 0)
    seen = tuple(SeenFace(t, DETECTION, GOOD, d, picture) for t, d in faces)
    return LiveView(frame, seen)


class Stage:
    """A clock that can be set, and the notes."""

    def __init__(self):
        self.notes = SightingNotes()
        self.zero = NOON

    def see(self, *moments, rules=RULES, picture=None):
        for seconds, *faces in moments:
            seen = view(seconds, *faces, picture=picture)
            self.notes.observe(seen, "Desk camera", rules, self.zero)

    def write(self):
        batch = self.notes.due()
        self.notes.written(batch)
        return batch


@pytest.fixture
def stage():
    return Stage()


def times(note):
    return (note.started_at - NOON).total_seconds(), (note.ended_at - NOON).total_seconds()


def test_a_sighting_is_noted_before_it_ends_and_prolonged_later(stage):
    stage.see((0.0, (1, ada())), (1.5, (1, ada())))
    (first,) = stage.write().notes
    assert (first.person_id, first.decision, first.source) == (1, Answer.KNOWN, "Desk camera")
    assert (times(first), first.first) == ((0.0, 1.5), True)
    stage.see((3.0, (1, ada(score=9.0))))
    (second,) = stage.write().notes
    assert (second.key, times(second), second.first) == (first.key, (0.0, 3.0), False)
    assert second.score == 9.0


def test_what_has_been_written_and_has_not_changed_is_not_written_again(stage):
    stage.see((0.0, (1, ada())))
    stage.write()
    assert not stage.notes.due()
    stage.see((1.0,))
    assert not stage.notes.due()


def test_what_changes_while_it_is_being_written_is_written_next(stage):
    stage.see((0.0, (1, ada())))
    batch = stage.notes.due()
    stage.see((1.0, (1, ada())))
    stage.notes.written(batch)
    (note,) = stage.write().notes
    assert (times(note), note.first) == ((0.0, 1.0), False)
    assert not stage.notes.due()


def test_what_could_not_be_written_is_due_again_with_what_came_since(stage):
    stage.see((0.0, (1, ada())))
    stage.notes.due()
    stage.see((1.0, (1, ada())))
    (note,) = stage.notes.due().notes
    assert (times(note), note.first) == ((0.0, 1.0), True)


def test_a_stranger_who_turns_out_to_be_somebody_becomes_them(stage):
    stage.see(*[(i / 10, (1, NOBODY)) for i in range(5)])
    (stranger,) = stage.write().notes
    assert (stranger.person_id, stranger.decision) == (None, Answer.UNKNOWN)
    stage.see((1.0, (1, ada())))
    (known,) = stage.write().notes
    assert (known.key, known.person_id, known.became_known) == (stranger.key, 1, True)
    stage.see((2.0, (1, ada())))
    assert not stage.write().notes[0].became_known


def test_a_stranger_who_turns_out_to_be_somebody_seen_all_the_while_is_taken_back(stage):
    stage.see(*[(i / 10, (1, ada()), (2, NOBODY)) for i in range(5)])
    stranger = next(note for note in stage.write().notes if note.person_id is None)
    stage.see((1.0, (2, ada())))
    batch = stage.write()
    assert batch.withdrawn == (stranger.key,)
    assert [note.person_id for note in batch.notes] == [1]
    assert not stage.notes.due()


def test_a_stranger_who_leaves_is_not_taken_back(stage):
    stage.see(*[(i / 10, (1, NOBODY)) for i in range(5)])
    stage.write()
    stage.see((10.0,), (11.0,))
    assert not stage.notes.due()


def test_whoever_facedesk_was_unsure_about_is_noted_as_such(stage):
    stage.see(*[(i / 10, (1, ada(Answer.UNSURE))) for i in range(5)])
    (note,) = stage.notes.due().notes
    assert (note.person_id, note.decision) == (None, Answer.UNSURE)


def test_somebody_back_within_a_minute_was_there_all_the_time(stage):
    stage.see((0.0, (1, ada())), (55.0, (2, ada())), (200.0, (3, ada())))
    assert [times(note) for note in stage.notes.due().notes] == [(0.0, 55.0), (200.0, 200.0)]


def test_who_is_seen_by_another_source_is_another_sighting(stage):
    stage.see((0.0, (1, ada())))
    stage.notes.finish()
    stage.see((1.0, (2, ada())))
    assert [times(note) for note in stage.notes.due().notes] == [(0.0, 0.0), (1.0, 1.0)]


def test_strangers_are_left_out_when_they_are_not_wanted(stage):
    rules = RecordRules(strangers=False)
    stage.see(*[(i / 10, (1, NOBODY), (2, ada())) for i in range(5)], rules=rules)
    assert [note.person_id for note in stage.notes.due().notes] == [1]


class TestThumbnails:
    def test_the_best_picture_is_kept(self, stage):
        stage.see((0.0, (1, ada())), picture=shot(replace(GOOD, eye_distance=20)))
        (note,) = stage.write().notes
        assert note.thumbnail.jpeg.startswith(b"\xff\xd8")
        stage.see((1.0, (1, ada())), picture=shot(replace(GOOD, eye_distance=15)))
        assert stage.write().notes[0].thumbnail is None
        stage.see((2.0, (1, ada())), picture=shot(GOOD))
        assert stage.write().notes[0].thumbnail is not None

    def test_one_that_could_not_be_written_stays_due(self, stage):
        stage.see((0.0, (1, ada())), picture=shot())
        stage.notes.due()
        stage.see((1.0, (1, ada())), picture=shot())
        assert stage.notes.due().notes[0].thumbnail is not None

    def test_none_is_made_when_they_are_not_wanted(self, stage):
        stage.see((0.0, (1, ada())), picture=shot(), rules=RecordRules(thumbnails=False))
        assert stage.notes.due().notes[0].thumbnail is None

    def test_of_a_near_face_there_are_two_hundred_pixels(self, stage):
        from facedesk.capture.photo_file import decode_photo

        box = np.array([300, 200, 700, 700], np.float32)
        near = Shot(np.zeros((1080, 1920, 3), np.uint8), replace(DETECTION, box=box), GOOD)
        stage.see((0.0, (1, ada())), picture=near)
        image = decode_photo(stage.notes.due().notes[0].thumbnail.jpeg)
        assert image.shape[1] / 2.2 >= 200  # times so much is cut out


class TestClock:
    def test_set_back_it_ends_sightings_and_none_ends_before_it_began(self, stage):
        stage.see((0.0, (1, ada())), (1.0, (1, ada())))
        stage.zero -= timedelta(hours=1)
        stage.see((2.0, (1, ada())), (3.0, (1, ada())))
        assert [times(n) for n in stage.notes.due().notes] == [(0.0, 1.0), (-3598.0, -3597.0)]

    def test_after_the_computer_slept_a_new_sighting_begins(self, stage):
        stage.see((0.0, (1, ada())))
        stage.zero += timedelta(hours=8)
        stage.see((1.0, (1, ada())))
        assert [times(n) for n in stage.notes.due().notes] == [(0.0, 0.0), (28801.0, 28801.0)]

    def test_small_corrections_change_nothing(self, stage):
        stage.see((0.0, (1, ada())))
        stage.zero -= timedelta(seconds=1)
        stage.see((0.5, (1, ada())))
        assert [times(n) for n in stage.notes.due().notes] == [(0.0, 0.5)]

    def test_every_day_has_sightings_of_its_own(self, stage):
        midnight = 12 * 3600.0
        stage.see((midnight - 1, (1, ada())), (midnight + 1, (1, ada())))
        first, second = stage.notes.due().notes
        assert times(first) == (midnight - 1, midnight - 1)
        assert times(second) == (midnight + 1, midnight + 1)

    @given(
        st.lists(
            st.tuples(
                st.floats(0, 90), st.floats(-5000, 5000), st.sampled_from([ada(), NOBODY, None])
            ),
            max_size=30,
        )
    )
    def test_whatever_the_clock_does_nothing_ends_before_it_began(self, steps):
        stage, now = Stage(), 0.0
        for seconds, set_by, decision in steps:
            now += seconds
            stage.zero += timedelta(seconds=set_by)
            stage.see((now, (1, decision)))
        assert all(note.started_at <= note.ended_at for note in stage.notes.due().notes)


def test_memory_is_bounded(stage, monkeypatch):
    monkeypatch.setattr(sighting_notes, "_MOST_WAITING", 3)
    for track in range(10):
        stage.see(*[(track * 10 + i / 10, (track, NOBODY)) for i in range(4)])
    assert [times(note)[0] for note in stage.notes.due().notes] == [70.0, 80.0, 90.0]


def test_utc_or_local_time_makes_no_difference(stage):
    stage.zero = NOON.astimezone(timezone.utc)
    stage.see((0.0, (1, ada())))
    assert stage.notes.due().notes[0].started_at == NOON
