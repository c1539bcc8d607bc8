from dataclasses import replace

import numpy as np
import pytest
from added_encoder import add_default_again, add_small_encoder, default_file
from PIL import Image

from facedesk import errors
from facedesk.encoder.encoder_id import ENCODER_ID
from facedesk.encoder.registry import registered
from facedesk.evaluation import measure_model
from facedesk.live.knowledge import load_knowledge
from facedesk.live.session import EngineState, EngineStatus
from facedesk.matching.grounds import has_grounds
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
    from facedesk.encoder.adding_models import add_model, examine

    model = add_model(examine(shared / "models" / "yunet_n_dynamic.onnx"), own)
    finished(using.use(model.id))
    assert ready.session.models.detector.id == model.id
    assert ready.session.encoder_id == ENCODER_ID
    assert using.choice.detector == model.id
    assert said[-1].text.startswith("Faces are found with YuNet")


class TestATrainedEncoder:
    """Added, measured and used in one go."""

    @pytest.fixture
    def file(self, models, tmp_path):
        return default_file(models, tmp_path / "trained")

    @pytest.fixture
    def people(self, tmp_path, astronaut, admiral):
        """A photo each of ten people, as far as their folders say."""
        for number in range(10):
            person = tmp_path / "Lab" / f"p{number:02}"
            person.mkdir(parents=True)
            picture = astronaut if number % 2 else admiral
            Image.fromarray(picture[number : 512 + number]).save(person / "1.jpg")
        return tmp_path / "Lab"

    def test_is_used_with_what_is_carried_over_and_that_is_said(
        self, using, ready, own, file, people, finished, said
    ):
        finished(using.add_trained(file, "Mine", people))
        (model,) = [each for each in registered(own) if not each.built_in]
        assert (model.name, ready.session.encoder_id) == ("Mine", model.id)
        assert model.card.read_text() == "# A card"
        assert "carried over with 10 people of Lab" in ready.session.knowledge.calibration.data_set
        assert said[-1].level is Level.WARNING
        assert "With 200 people or more" in said[-1].detail

    def test_is_not_added_twice(self, using, own, file, people, finished, ready):
        finished(using.add_trained(file, "Mine", people))
        finished(using.add_trained(file, "Mine again", people))
        assert [model.name for model in registered(own) if not model.built_in] == ["Mine"]
        assert ready.session.encoder_id.startswith("mine-")

    def test_stays_unused_when_too_few_people_are_there(
        self, using, own, models, file, people, finished, said, monkeypatch, ready
    ):
        monkeypatch.setattr(measure_model, "are_kin", lambda *_: False)
        finished(using.add_trained(file, "Mine", people))
        (model,) = [each for each in registered(own) if not each.built_in]
        assert not has_grounds(model.file.parent)
        assert ready.session.models is models
        assert "at least 200" in said[-1].text

    def test_that_is_no_encoder_is_refused(self, using, own, file, people, finished, said):
        file.write_bytes(b"junk")
        finished(using.add_trained(file, "Mine", people))
        assert "does not hold an encoder" in said[-1].text
        assert all(model.built_in for model in registered(own))

    def test_of_a_name_that_is_taken_is_refused(self, using, own, file, people, finished, said):
        add_small_encoder(own, "Mine")
        finished(using.add_trained(file, "mine", people))
        assert said[-1].text == errors.ModelNameTaken(name="mine").text
