"""The live loop says whether each of the nearest faces is alive."""

import numpy as np
import pytest
from plain_looks import Looks

from facedesk.capture.frame import Frame
from facedesk.gallery.enrolment import prepare_photo
from facedesk.live.engine import Engine
from facedesk.live.knowledge import load_knowledge
from facedesk.live.liveness_mode import LivenessMode
from facedesk.live.track_liveness import TrackLiveness
from facedesk.liveness.answer import Doubt, Liveness
from facedesk.matching.decision import Answer
from facedesk.vision.detection import Detection
from facedesk.vision.tracker import Track

DARK, BRIGHT = np.full((300, 300, 3), 60, np.uint8), np.full((300, 300, 3), 200, np.uint8)
SHARES = np.array([[0.3, 0.4], [0.7, 0.4], [0.5, 0.6], [0.35, 0.8], [0.65, 0.8]], np.float32)


@pytest.fixture(autouse=True)
def looks(monkeypatch):
    looks = Looks()
    monkeypatch.setattr("facedesk.live.track_liveness.load_networks", lambda: looks)
    return looks


def track(number=1, size=100.0, **more):
    box = np.array([0, 0, size, size], np.float32)
    return Track(number, Detection(box, SHARES * size, 0.99), **more)


def watching(mode=LivenessMode.SHOW):
    liveness = TrackLiveness()
    liveness.use(mode)
    return liveness


def show(liveness, *tracks, image=DARK, seconds=4.0, start_s=0.0):
    for number in range(round(seconds * 20)):
        liveness.see(image, tracks, start_s + number / 20)


def test_at_first_nobody_asks(looks):
    liveness = TrackLiveness()
    assert not liveness.on
    assert liveness.answer(1) is None
    assert not liveness.withholds(None)


def test_after_some_seconds_a_face_is_live_or_flat():
    liveness = watching()
    show(liveness, track())
    assert liveness.answer(1).liveness is Liveness.LIVE
    show(liveness, track(2), image=BRIGHT, start_s=9.0)
    assert liveness.answer(2).liveness is Liveness.FLAT


def test_only_the_four_nearest_are_watched(looks):
    liveness = watching()
    crowd = [track(number, 100.0 + 10 * number) for number in range(6)]
    show(liveness, *crowd)
    assert len(looks.begun) == 4
    far, near = liveness.answer(0), liveness.answer(5)
    assert (far.liveness, far.doubt) == (Liveness.NOT_SURE, Doubt.SMALL)
    assert near.liveness is Liveness.LIVE


def test_whoever_takes_the_place_of_a_face_is_watched_from_the_beginning():
    liveness = watching()
    show(liveness, track(1))
    show(liveness, track(2), seconds=0.5, start_s=4.0)
    assert liveness.answer(2).doubt is Doubt.SHORT


def test_where_a_face_was_lost_nobody_is_looked_at(looks):
    liveness = watching()
    show(liveness, track())
    seen = looks.begun[0][0].seen
    liveness.see(DARK, [track(doubtful=True)], 4.0)
    assert looks.begun[0][0].seen == seen


def test_a_look_that_fails_costs_nobody_the_answer_to_a_frame(looks, monkeypatch, caplog):
    liveness = watching(LivenessMode.REQUIRED)
    show(liveness, track(1), track(2), seconds=2.0)
    monkeypatch.setattr(looks.begun[0][0], "evidence", lambda: 1 / 0)
    show(liveness, track(1), track(2), seconds=2.0, start_s=2.0)
    assert liveness.answer(1).doubt is Doubt.SHORT
    assert liveness.answer(2).liveness is Liveness.LIVE
    show(liveness, track(1), track(2), start_s=4.0)
    assert liveness.answer(1).liveness is Liveness.LIVE
    caplog.clear()


def test_what_fails_in_every_frame_is_logged_once(looks, monkeypatch, caplog):
    monkeypatch.setattr("plain_looks.Brightness.see", lambda *_: 1 / 0)
    liveness = watching()
    show(liveness, track(1), track(2))
    assert liveness.answer(1).liveness is Liveness.NOT_SURE
    assert len(caplog.records) == 1
    caplog.clear()


def test_a_name_is_withheld_only_where_liveness_is_required_and_not_found():
    for mode, image, withheld in (
        (LivenessMode.SHOW, BRIGHT, False),
        (LivenessMode.REQUIRED, BRIGHT, True),
        (LivenessMode.REQUIRED, DARK, False),
    ):
        liveness = watching(mode)
        show(liveness, track(), image=image)
        assert liveness.withholds(liveness.answer(1)) is withheld
    assert watching(LivenessMode.REQUIRED).withholds(None)


def test_switched_off_it_forgets_and_begins_anew():
    liveness = watching()
    show(liveness, track())
    liveness.use(LivenessMode.OFF)
    assert liveness.answer(1) is None
    liveness.use(LivenessMode.SHOW)
    show(liveness, track(), seconds=0.2, start_s=4.0)
    assert liveness.answer(1).doubt is Doubt.SHORT


def views_of(engine, image, seconds=4.0):
    """What is said about a person whose picture drifts, 20 pictures a second."""
    return [
        engine.answer(Frame(np.roll(image, (i % 9, 0), (0, 1)), i, i / 20, i / 20, 0))
        for i in range(round(seconds * 20))
    ]


def test_a_required_name_is_given_to_a_live_face_and_withheld_from_a_flat_one(
    models, gallery, astronaut
):
    gallery.enrol("Eileen Collins", prepare_photo(astronaut, models))
    bright = astronaut // 2 + 128
    for image, liveness in ((astronaut // 2, Liveness.LIVE), (bright, Liveness.FLAT)):
        engine = Engine(models, load_knowledge(models.encoder.id), gallery)
        engine.liveness.use(LivenessMode.REQUIRED)
        views = views_of(engine, image)
        assert all(face.decision is None and face.withheld for face in views[20].faces)
        (face,) = views[-1].faces
        assert face.liveness.liveness is liveness
        named = face.decision is not None and face.decision.answer is Answer.KNOWN
        assert named is (liveness is Liveness.LIVE) is not face.withheld
        assert "liveness" in views[-1].stage_ms


def test_what_is_withheld_is_not_given_away_when_the_gallery_changes(
    models, gallery, astronaut, monkeypatch
):
    monkeypatch.setattr("facedesk.live.engine._LOOK_AT_GALLERY_EVERY_S", 0.0)
    engine = Engine(models, load_knowledge(models.encoder.id), gallery)
    engine.liveness.use(LivenessMode.REQUIRED)
    views_of(engine, astronaut, seconds=1.0)
    gallery.enrol("Eileen Collins", prepare_photo(astronaut, models))
    assert engine.reconsider().faces[0].decision is None
