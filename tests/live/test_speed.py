import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk.capture.frame import Frame
from facedesk.live.speed import Counts, Speed, SpeedMeter
from facedesk.live.view import LiveView

PICTURE = np.zeros((2, 2, 3), np.uint8)


def frame(number, captured_at):
    return Frame(PICTURE, number, captured_at, captured_at, 0)


def film(meter, camera=30, every=1, seconds=3.0, age_s=0.05, stages=None, look_every_s=0.015):
    """Look at a film of so many frames a second, of which every so-manieth is answered."""
    answered = {}
    for step in range(round(seconds / look_every_s)):
        now = 100 + step * look_every_s
        newest = int(step * look_every_s * camera)
        due = int(max(step * look_every_s - age_s, 0) * camera) // every * every
        if due not in answered:
            answered = {due: LiveView(frame(due, 100 + due / camera), (), stages or {})}
        counts = Counts(newest, newest // every, newest - newest // every)
        meter.look(frame(newest, 100 + newest / camera), answered[due], counts, now)


@pytest.fixture
def meter():
    return SpeedMeter()


def test_before_anything_was_seen_all_is_zero(meter):
    assert meter.speed == Speed()
    meter.look(frame(0, 0.0), None, Counts(), 0.0)
    assert meter.speed == Speed()


def test_frames_are_counted_by_the_second(meter):
    film(meter, camera=30, every=2)
    assert meter.speed.captured == pytest.approx(30, abs=1)
    assert meter.speed.painted == pytest.approx(30, abs=1)
    assert meter.speed.answered == pytest.approx(15, abs=1)
    assert meter.speed.skipped == pytest.approx(0.5, abs=0.05)


def test_a_camera_that_is_faster_than_anybody_looks_is_counted_in_whole(meter):
    film(meter, camera=120)
    assert meter.speed.captured == pytest.approx(120, abs=3)


@given(camera=st.integers(5, 60), every=st.integers(1, 5))
def test_no_rate_is_higher_than_that_of_the_camera(camera, every):
    meter = SpeedMeter()
    film(meter, camera, every)
    speed = meter.speed
    assert speed.answered <= speed.captured + 1
    assert 0 <= speed.skipped <= 1


def test_only_the_last_two_seconds_count(meter):
    film(meter, camera=30, seconds=3)
    for step in range(200):
        meter.look(frame(90, 103.0), None, Counts(90), 103 + step * 0.015)
    assert meter.speed.captured == 0
    assert meter.speed.painted == 0
    assert meter.speed.stage_ms == {}


def test_the_age_is_how_long_ago_the_answered_frame_was_captured(meter):
    film(meter, camera=30, age_s=0.1)
    assert meter.speed.age_ms == pytest.approx(100 + 1000 / 30 / 2, abs=25)


def test_an_answer_to_a_picture_that_stands_still_has_no_age(meter):
    view = LiveView(frame(0, 0.0), ())
    for step in range(100):
        meter.look(frame(0, 0.0), view, Counts(1, 1), step * 0.015)
    assert meter.speed.age_ms is None


def test_without_answers_there_is_neither_age_nor_stage(meter):
    for number in range(30):
        meter.look(frame(number, number / 30), None, Counts(number), number / 30)
    assert meter.speed.captured == pytest.approx(30)
    assert meter.speed.answered == 0
    assert meter.speed.age_ms is None
    assert meter.speed.stage_ms == {}


def test_a_stage_takes_what_it_took_in_the_answers_that_needed_it(meter):
    for number in range(10):
        stages = {"track": 2.0} | ({"detect": 10.0 + number} if number % 5 == 0 else {})
        view = LiveView(frame(number, number / 30), (), stages)
        meter.look(view.frame, view, Counts(number), number / 30)
    assert meter.speed.stage_ms == {"track": 2.0, "detect": 12.5}


def test_another_source_begins_anew(meter):
    film(meter)
    meter.begin_anew()
    assert meter.speed == Speed()
