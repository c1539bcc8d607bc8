from dataclasses import replace

import numpy as np
import pytest
from added_encoder import add_default_again, add_small_encoder

from facedesk.encoder.adding_models import add_model, examine
from facedesk.encoder.encoder_id import ENCODER_ID
from facedesk.live.knowledge import load_knowledge
from facedesk.live.session import EngineState, EngineStatus
from facedesk.matching.grounds import keep_grounds, load_grounds
from facedesk.ui.messages import Level
from facedesk.ui.using_encoder import UsingEncoder


class ReadySession:
    """Speaks like a LiveSession whose networks are loaded."""

    engine = EngineStatus(EngineState.READY)

    def __init__(self, models):
        self.recognise_with(models, load_knowledge(models.encoder.id))

    def recognise_with(self, models, knowledge):
        self.models, self.knowledge = models, knowledge
        self.encoder_id = models.encoder.id


@pytest.fixture
def ready(context, models):
    return replace(context, session=ReadySession(models))


@pytest.fixture
def using(ready):
    return UsingEncoder(ready)


@pytest.fixture
def own(context):
    return context.paths.models


@pytest.fixture
def finished(qtbot):
    """A function that waits for a task, and for what follows it."""

    def wait(task):
        with qtbot.waitSignal(task.finished, timeout=30_000):
            pass
        qtbot.wait(10)

    return wait


def test_everyone_is_encoded_before_an_encoder_is_used(
    using, ready, own, models, finished, astronaut_photo, said
):
    person = ready.gallery.enrol("Ada", astronaut_photo)
    model = add_default_again(models, own)
    changes = []
    using.changed.connect(lambda: changes.append(ready.session.encoder_id))
    finished(using.use(model.id))
    assert changes == [ready.session.encoder_id] == [model.id]
    assert ready.settings.get("recognition.encoder") == model.id
    templates = ready.gallery.templates(model.id)
    assert [each.id for each in templates.people] == [person.id]
    np.testing.assert_allclose(
        templates.photos.vectors[0], astronaut_photo.template.vector, atol=1e-4
    )
    assert (said[-1].level, said[-1].text) == (
        Level.SUCCESS,
        "Faces are recognised with Again from now on.",
    )


def test_that_can_be_undone(using, ready, own, models, finished, said, qtbot):
    finished(using.use(add_default_again(models, own).id))
    with qtbot.waitSignal(using.changed, timeout=30_000):
        said[-1].action.do()
    assert ready.session.encoder_id == ENCODER_ID
    assert ready.settings.get("recognition.encoder") == ""


def test_cancelled_nothing_changes(using, ready, own, models, finished, astronaut_photo, said):
    ready.gallery.enrol("Ada", astronaut_photo)
    task = using.use(add_default_again(models, own).id)
    task.cancel()
    finished(task)
    assert ready.session.models is models
    assert ready.settings.get("recognition.encoder") == ""
    assert said == []


def test_an_encoder_that_was_not_measured_is_refused(using, ready, own, models, finished, said):
    finished(using.use(add_small_encoder(own, measured=False).id))
    assert ready.session.models is models
    assert "has not been measured" in said[-1].text


def test_a_model_that_is_gone_is_said(using, said):
    assert using.use("gone-1") is None
    assert "no model “gone-1”" in said[-1].text


def test_a_detector_is_used_with_the_encoder_as_it_is(using, ready, own, finished, shared, said):
    model = add_model(examine(shared / "models" / "yunet_n_dynamic.onnx"), own)
    finished(using.use(model.id))
    assert ready.session.models.detector.id == model.id
    assert ready.session.encoder_id == ENCODER_ID
    assert using.choice.detector == model.id
    assert said[-1].text.startswith("Faces are found with YuNet")


def test_that_thresholds_were_carried_over_is_said(using, ready, own, models, finished, said):
    model = add_default_again(models, own)
    known = load_grounds(model.id, own)
    told = "LFW, carried over with 20 people of Lab"
    calibration = replace(known.calibration, data_set=told)
    keep_grounds(replace(known, calibration=calibration), model.file.parent)
    finished(using.use(model.id))
    assert ready.session.knowledge.calibration.data_set == told
    assert said[-1].level is Level.WARNING
    assert "rather too strictly" in said[-1].detail


def test_what_follows_is_done_in_place_of_an_offer_to_undo(
    using, own, models, finished, said, qtbot
):
    done = []
    finished(using.use(add_default_again(models, own).id, lambda: done.append(True)))
    assert done == [True]
    assert said[-1].action is None
