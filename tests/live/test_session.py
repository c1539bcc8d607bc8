import threading
import time
from dataclasses import replace

import numpy as np
import pytest
from added_encoder import add_default_again
from fake_camera import FAKE, FakeCamera, break_down, frames, stall, vanish

from facedesk import errors
from facedesk.capture.capture_status import CaptureState
from facedesk.capture.capture_thread import CaptureThread
from facedesk.encoder.registry import ModelChoice
from facedesk.encoder.template import Template
from facedesk.gallery.enrolment import prepare_photo
from facedesk.live.loading import encode_outdated, load_parts
from facedesk.live.session import EngineState, EngineStatus, LiveSession
from facedesk.matching.decision import Answer


def wait_until(condition, timeout_s=20.0):
    deadline = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.01)


def somebody_known(view):
    decisions = [face.decision for face in view.faces] if view else []
    return any(d is not None and d.answer is Answer.KNOWN for d in decisions)


@pytest.fixture
def session_on(gallery):
    """Start a session on a fake camera; it is stopped when the test ends."""
    started = []

    def start(*script, image=None, choice=None):
        camera = FakeCamera(*script, image=image, interval_s=0.02)
        session = LiveSession(gallery, CaptureThread(open_reader=camera), choice)
        session.start()
        started.append((session, camera))
        return session

    yield start
    for session, camera in started:
        camera.release()
        session.stop()


def test_the_networks_load_in_the_background_while_pictures_come_already(session_on):
    session = session_on()
    assert session.engine.state is EngineState.LOADING
    assert session.models is None
    session.open(FAKE)
    wait_until(lambda: session.newest_frame is not None)
    wait_until(lambda: session.engine.state is EngineState.READY)
    assert session.models is not None
    wait_until(lambda: session.newest_view is not None)


def test_an_enrolled_person_in_front_of_the_camera_is_named(session_on, gallery, models, astronaut):
    gallery.enrol("Eileen", prepare_photo(astronaut, models))
    session = session_on(image=astronaut)
    session.open(FAKE)
    wait_until(lambda: somebody_known(session.newest_view))


@pytest.mark.parametrize("fault", [vanish(refusals=1), break_down(refusals=1)])
def test_a_camera_that_goes_and_comes_back_is_answered_again(session_on, fault):
    session = session_on(frames(5), fault)
    session.open(FAKE)
    wait_until(lambda: session.status.state is CaptureState.LOST)
    wait_until(lambda: session.status.state is CaptureState.RUNNING)
    number = session.newest_frame.number
    wait_until(lambda: session.newest_view and session.newest_view.frame.number > number)


def test_closing_while_a_read_hangs_does_not_keep_anyone_waiting(session_on):
    session = session_on(frames(3), stall())
    session.open(FAKE)
    wait_until(lambda: session.newest_frame is not None)
    before = time.monotonic()
    session.close_source()
    assert time.monotonic() - before < 0.5
    assert session.newest_view is None


def test_a_picture_that_breaks_the_engine_is_logged_once_and_the_next_one_is_answered(
    session_on, monkeypatch, caplog
):
    from facedesk.live.engine import Engine

    answer, seen = Engine.answer, []

    def flaky(self, frame):
        seen.append(frame.number)
        if len(seen) <= 3:
            raise ZeroDivisionError
        return answer(self, frame)

    monkeypatch.setattr(Engine, "answer", flaky)
    session = session_on()
    session.open(FAKE)
    wait_until(lambda: session.newest_view is not None)
    wait_until(lambda: session.engine.error is None)
    assert [r.levelname for r in caplog.records if "could not be answered" in r.message] == [
        "ERROR"
    ]
    caplog.clear()


def test_frames_that_were_answered_are_counted(session_on, monkeypatch, caplog):
    from facedesk.live.engine import Engine

    session, answer = session_on(), Engine.answer
    session.open(FAKE)
    wait_until(lambda: session.answered > 3)
    assert session.answered <= session.newest_frame.number + 1

    def broken(self, frame):
        raise ZeroDivisionError

    monkeypatch.setattr(Engine, "answer", broken)
    wait_until(lambda: session.engine.error is not None)
    before = session.answered
    number = session.newest_frame.number
    wait_until(lambda: session.newest_frame.number > number + 3)
    assert session.answered == before
    monkeypatch.setattr(Engine, "answer", answer)
    wait_until(lambda: session.answered > before)
    caplog.clear()


def test_an_answer_that_comes_after_its_source_was_closed_is_not_shown(session_on, monkeypatch):
    from facedesk.live.engine import Engine

    answer, answering, closed = Engine.answer, threading.Event(), threading.Event()

    def slow(self, frame):
        view = answer(self, frame)
        answering.set()
        assert closed.wait(20)
        return view

    monkeypatch.setattr(Engine, "answer", slow)
    session = session_on()
    session.open(FAKE)
    assert answering.wait(20)
    session.close_source()
    closed.set()
    wait_until(lambda: session._view is not None)
    assert session.newest_view is None


def test_how_strict_to_be_may_be_said_before_the_engine_is_there(session_on, monkeypatch):
    from facedesk.live.engine import Engine

    answer, asked = Engine.answer, []

    def listening(self, frame):
        asked.append(self.fpir)
        return answer(self, frame)

    monkeypatch.setattr(Engine, "answer", listening)
    session = session_on()
    session.accept(0.05)
    session.open(FAKE)
    wait_until(lambda: asked)
    session.accept(0.001)
    wait_until(lambda: asked[-1] == 0.001)
    assert asked[0] == 0.05


def test_other_models_are_used_without_a_restart(session_on, gallery, models, astronaut, tmp_path):
    model = add_default_again(models, tmp_path / "models")
    choice = ModelChoice(model.id, models=tmp_path / "models")
    gallery.enrol("Eileen", prepare_photo(astronaut, models))
    session = session_on(image=astronaut)
    assert session.encoder_id == models.encoder.id
    session.open(FAKE)
    wait_until(lambda: somebody_known(session.newest_view))
    parts = load_parts(choice)
    encode_outdated(gallery, parts[0])
    session.recognise_with(*parts)
    assert session.encoder_id == model.id
    answered = session.answered
    wait_until(lambda: session.answered > answered + 2)
    wait_until(lambda: any(face.decision for face in session.newest_view.faces))
    (face,) = session.newest_view.faces
    assert face.decision.match.name == "Eileen"
    assert session.engine == EngineStatus(EngineState.READY)


def test_why_a_chosen_model_is_not_used_can_be_asked(session_on, tmp_path):
    session = session_on(choice=ModelChoice("gone-1", models=tmp_path / "models"))
    assert session.encoder_id == "gone-1"
    wait_until(lambda: session.engine.state is EngineState.READY)
    assert [type(error) for error in session.unusable] == [errors.ModelUnknown]
    assert session.encoder_id == session.models.encoder.id


def test_missing_weights_are_an_error_to_show_not_a_crash(session_on, monkeypatch):
    def missing(_choice):
        raise errors.WeightsMissing(package="mtcnn", file="pnet.lz4")

    monkeypatch.setattr("facedesk.live.loading.load_models", missing)
    session = session_on()
    wait_until(lambda: session.engine.state is EngineState.FAILED)
    assert "pip install mtcnn" in str(session.engine.error)
    session.open(FAKE)
    wait_until(lambda: session.newest_frame is not None)
    assert session.newest_view is None


def test_a_gallery_that_comes_back_after_the_networks_were_loaded_is_used_then(
    session_on, gallery, models, astronaut, tmp_path
):
    gallery.enrol("Eileen", prepare_photo(astronaut, models))
    file = next(tmp_path.rglob("*.sqlite3"))
    elsewhere = file.rename(file.with_suffix(".away"))
    session = session_on(image=astronaut)
    session.open(FAKE)
    wait_until(lambda: session.models is not None and session.engine.error is not None)
    assert session.engine == EngineStatus(EngineState.LOADING, session.engine.error)
    assert isinstance(session.engine.error, errors.GalleryGone)
    assert session.newest_view is None

    elsewhere.rename(file)
    wait_until(lambda: session.engine == EngineStatus(EngineState.READY))
    wait_until(lambda: somebody_known(session.newest_view))


def test_photos_to_be_encoded_again_do_not_keep_anyone_waiting_who_stops(
    gallery, models, astronaut
):
    from facedesk.live.loading import encode_outdated

    photo = prepare_photo(astronaut, models)
    old = Template(np.zeros(128, np.float32), "an-older-encoder")
    gallery.enrol("Eileen", replace(photo, template=old))
    encode_outdated(gallery, models, stopped=lambda: True)
    assert len(gallery.outdated(models.encoder.id)) == 1


def test_stopping_while_the_networks_load_leaves_no_thread(session_on):
    session_on().stop()


def test_photos_of_an_older_encoder_are_encoded_again(gallery, models, astronaut):
    from facedesk.live.loading import encode_outdated

    photo = prepare_photo(astronaut, models)
    old = Template(np.zeros(128, np.float32), "an-older-encoder")
    person = gallery.enrol("Eileen", replace(photo, template=old))
    assert gallery.outdated(models.encoder.id) == [gallery.photo(person.id).id]
    encode_outdated(gallery, models)
    assert gallery.outdated(models.encoder.id) == []
    vectors = gallery.templates(models.encoder.id).photos.vectors
    np.testing.assert_allclose(vectors[0], photo.template.vector, atol=1e-5)


def test_an_error_that_comes_back_stays_to_be_read(session_on, gallery, monkeypatch):
    session = session_on()
    session.open(FAKE)
    wait_until(lambda: session.newest_view is not None)

    def gone():
        raise errors.GalleryLocked

    monkeypatch.setattr(gallery, "revision", gone)
    wait_until(lambda: session.engine.error is not None)
    until = time.monotonic() + 1.5
    while time.monotonic() < until:
        assert isinstance(session.engine.error, errors.GalleryLocked)
        time.sleep(0.01)
