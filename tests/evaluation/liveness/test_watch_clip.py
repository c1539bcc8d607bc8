"""What is shown to a watch, and when it is asked."""

import numpy as np
import pytest

from facedesk.evaluation.liveness.watched import FaceClip, watch_clip
from facedesk.liveness.answer import Liveness

FACE = np.array([[60, 60], [100, 60], [80, 85], [65, 105], [95, 105]], np.float32)


def clip_of(greys, rate=30.0):
    pictures = [np.full((160, 160, 3), grey, np.uint8) for grey in greys]
    landmarks = np.stack([FACE] * len(greys))
    return FaceClip(pictures, landmarks, 7.0 + np.arange(len(greys)) / rate)


def test_every_look_is_asked_at_each_moment(looks):
    clip = clip_of([180] * 45 + [60] * 75)
    answers = watch_clip(clip, looks, [1.0, 3.0, 4.0])
    assert [time for time, _ in answers] == [1.0, 3.0, 4.0]
    words = [answer.liveness for _, answer in answers]
    assert words == [Liveness.NOT_SURE, Liveness.LIVE, Liveness.LIVE]
    assert answers[0][1].flat > 0 > answers[1][1].flat
    (sources,) = looks.begun
    assert all(source.seen == 120 for source in sources)
    asked = sources[0].asked
    assert all(any(abs(at - each / 30) <= 0.1 for each in asked) for at in (1, 3, 4))


def test_a_clip_that_is_too_short_is_asked_about_at_its_end(looks):
    ((time, answer),) = watch_clip(clip_of([60] * 31), looks, [3.0])
    assert time == pytest.approx(31 / 30)
    assert answer.seconds == pytest.approx(1.0, abs=0.11)
    assert answer.flat < 0


def test_a_short_clip_goes_to_and_fro():
    clip = clip_of(range(10), rate=10)
    longer = clip.to_and_fro(3.0)
    greys = [picture[0, 0, 0] for picture in longer.pictures]
    there, back = list(range(10)), list(range(8, 0, -1))
    assert greys == (there + back + there + back)[: len(greys)]
    assert longer.seconds == pytest.approx(3.0)
    assert np.allclose(np.diff(longer.times), 0.1)
    assert longer.landmarks.shape == (len(greys), 5, 2)


def test_going_back_takes_as_long_as_going_there():
    clip = FaceClip([np.zeros((1, 1, 3), np.uint8)] * 3, np.zeros((3, 5, 2)), np.array([0, 1, 3.0]))
    assert clip.seconds == 4.5
    assert clip.to_and_fro(7.6).times.tolist() == [0, 1, 3, 5, 6]


def test_a_clip_that_is_long_enough_stays_as_it_is():
    clip = clip_of(range(10), rate=10)
    assert clip.to_and_fro(0.5).seconds == pytest.approx(clip.seconds)
    assert len(clip.to_and_fro(0.5).pictures) == 10
