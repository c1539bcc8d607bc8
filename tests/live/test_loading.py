import pytest
from added_encoder import add_small_encoder

from facedesk import errors
from facedesk.encoder.encoder_id import ENCODER_ID
from facedesk.encoder.registry import ModelChoice
from facedesk.live.loading import load_parts, load_usable_parts
from facedesk.vision.detector_id import DETECTOR_ID


@pytest.fixture
def own(tmp_path):
    return tmp_path / "models"


@pytest.fixture
def load():
    """A function that loads what can be used, and tells why the rest can't be."""

    def run(choice):
        told = []
        models, knowledge = load_usable_parts(choice, told.append)
        assert knowledge.cohort.encoder_id == models.encoder.id
        return models.encoder.id, models.detector.id, [type(error) for error in told]

    return run


def test_what_was_chosen_is_loaded_with_what_is_known_of_it(own):
    model = add_small_encoder(own)
    models, knowledge = load_parts(ModelChoice(encoder=model.id, models=own))
    assert models.encoder.id == knowledge.cohort.encoder_id == model.id
    assert knowledge.calibration.data_set == "borrowed"


def test_nothing_is_told_where_all_can_be_used(load, own):
    model = add_small_encoder(own)
    assert load(ModelChoice(model.id, models=own)) == (model.id, DETECTOR_ID, [])


def test_an_encoder_that_is_gone_or_damaged_or_not_measured_gives_way(load, own):
    gone = ModelChoice("gone-1", models=own)
    assert load(gone) == (ENCODER_ID, DETECTOR_ID, [errors.ModelUnknown])
    damaged = add_small_encoder(own, "Damaged", 2)
    damaged.file.write_bytes(b"junk")
    found = load(ModelChoice(damaged.id, models=own))
    assert found == (ENCODER_ID, DETECTOR_ID, [errors.ModelDamaged])
    unmeasured = add_small_encoder(own, "Unmeasured", 3, measured=False)
    found = load(ModelChoice(unmeasured.id, models=own))
    assert found == (ENCODER_ID, DETECTOR_ID, [errors.ModelNotMeasured])


def test_the_encoder_stays_when_only_the_detector_is_gone(load, own):
    model = add_small_encoder(own)
    found = load(ModelChoice(model.id, "gone-1", own))
    assert found == (model.id, DETECTOR_ID, [errors.ModelUnknown])


def test_both_may_give_way_and_each_is_told(load, own):
    found = load(ModelChoice("gone-1", "gone-2", own))
    assert found == (ENCODER_ID, DETECTOR_ID, [errors.ModelUnknown] * 2)
