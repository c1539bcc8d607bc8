import numpy as np
import pytest
from added_encoder import add_default_again, add_small_encoder

from facedesk import errors
from facedesk.encoder.encoder_id import ENCODER_ID
from facedesk.encoder.registry import ModelChoice
from facedesk.encoder.template import unit
from facedesk.evaluation import know_encoder, measure_model
from facedesk.evaluation.carry_over import was_carried_over
from facedesk.evaluation.data_set import EncodedDataSet
from facedesk.matching.grounds import has_grounds, load_grounds


@pytest.fixture
def own(tmp_path):
    return tmp_path / "models"


@pytest.fixture
def folder(tmp_path):
    """A function that makes a folder of so many people with two photos each."""

    def make(count):
        for number in range(count):
            person = tmp_path / "Family" / f"p{number:03}"
            person.mkdir(parents=True)
            (person / "1.jpg").touch()
            (person / "2.jpg").touch()
        return tmp_path / "Family"

    return make


@pytest.fixture(autouse=True)
def encode(monkeypatch):
    """Templates that say who it is; those of other encoders are a little apart."""

    def encode_(photos, models, _cache, progress):
        vectors = []
        for done, photo in enumerate(photos):
            progress(done, len(photos))
            random = np.random.default_rng(int(photo.person[1:]))
            face, own = random.standard_normal((2, 128))
            picture = np.random.default_rng(int(photo.path.stem)).standard_normal(128)
            apart = 0.0 if models.encoder.id == ENCODER_ID else 0.1
            vectors.append(face + 0.4 * picture + apart * own)
        return EncodedDataSet(
            tuple(photos), np.zeros((len(photos), 1, 2, 1)), unit(np.array(vectors)), ()
        )

    monkeypatch.setattr(know_encoder, "encode_data_set", encode_)
    monkeypatch.setattr(measure_model, "encode_data_set", encode_)


@pytest.fixture
def trained(own, models):
    """An encoder that was trained here."""
    return add_default_again(models, own, measured=False)


@pytest.fixture
def measure(own, tmp_path):
    def run(model, images):
        choice = ModelChoice(models=own)
        return measure_model.measure_model(model, images, choice, tmp_path / "c", lambda *_: None)

    return run


def test_what_was_measured_is_what_decisions_are_based_on(measure, folder, own):
    model = add_small_encoder(own, measured=False)
    found = measure(model, folder(200))
    assert load_grounds(model.id, own).calibration == found.calibration
    assert found.calibration.people == 100
    assert found.calibration.data_set == "Family"


def test_an_encoder_from_elsewhere_takes_enough_people(measure, folder, own):
    model = add_small_encoder(own, measured=False)
    with pytest.raises(errors.TooFewPeople, match="at least 200"):
        measure(model, folder(20))
    assert not has_grounds(model.file.parent)


def test_a_trained_one_takes_over_what_is_known_of_the_default(measure, folder, own, trained):
    found = measure(trained, folder(20))
    assert was_carried_over(found.calibration)
    assert load_grounds(trained.id, own).calibration.encoder_id == trained.id


def test_unless_it_was_trained_from_something_else(measure, folder, trained, monkeypatch):
    monkeypatch.setattr(measure_model, "are_kin", lambda *_: False)
    with pytest.raises(errors.TooFewPeople, match=r"20 people.*at least 200"):
        measure(trained, folder(20))


def test_with_enough_people_a_trained_one_is_measured_as_others_are(measure, folder, trained):
    assert not was_carried_over(measure(trained, folder(200)).calibration)


def test_what_was_measured_before_stays_when_it_is_broken_off(measure, folder, own, tmp_path):
    model = add_small_encoder(own)
    before = load_grounds(model.id, own).calibration

    def stop(*_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        measure_model.measure_model(model, folder(200), ModelChoice(models=own), tmp_path, stop)
    assert load_grounds(model.id, own).calibration == before
