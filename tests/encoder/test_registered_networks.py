import numpy as np
import pytest
import torch
from onnx_file import encoder_file

from facedesk import errors
from facedesk.encoder.adding_models import Candidate, add_model, examine
from facedesk.encoder.models import encode_photo, load_models
from facedesk.encoder.network_file import save_network
from facedesk.encoder.pixels import Pixels
from facedesk.encoder.registered_networks import load_detector, load_encoder
from facedesk.encoder.registry import BUILT_IN, ModelChoice
from facedesk.encoder.trial import Tried
from facedesk.vision.alignment import ARCFACE_CHIP

CPU = torch.device("cpu")


@pytest.fixture
def own(tmp_path):
    return tmp_path / "models"


@pytest.fixture
def small(tmp_path, own):
    """An ONNX encoder that was added."""
    file = tmp_path / "small.onnx"
    file.write_bytes(encoder_file(np.random.default_rng(1)))
    return add_model(Candidate(file, Tried("encoder", 128), None), own, "Small", Pixels())


def test_what_comes_with_facedesk(models, astronaut):
    encoder, detector = (load(each, CPU) for load, each in zip(LOADERS, BUILT_IN, strict=True))
    assert (encoder.id, detector.id) == (models.encoder.id, models.detector.id)


LOADERS = (load_encoder, load_detector)


def test_a_trained_encoder_says_what_its_network_says(tmp_path, own, models):
    network = models.encoder.network
    file = tmp_path / "encoder.safetensors"
    file.write_bytes(save_network(network))
    encoder = load_encoder(add_model(examine(file), own, "Mine"), CPU)
    chips = np.random.default_rng(2).integers(0, 256, (2, 150, 150, 3), np.uint8)
    np.testing.assert_allclose(encoder.features(chips), models.encoder.features(chips), atol=1e-5)
    np.testing.assert_allclose(encoder.last_layer, models.encoder.head)
    assert encoder.id.startswith("mine-")


def test_photos_are_encoded_with_an_onnx_encoder_that_was_chosen(small, own, astronaut, models):
    chosen = load_models(ModelChoice(encoder=small.id, models=own))
    (face,) = encode_photo(astronaut, chosen)
    (usual,) = encode_photo(astronaut, models)
    assert face.template.encoder_id == small.id
    assert chosen.encoder.chip == ARCFACE_CHIP
    assert face.quality == usual.quality
    np.testing.assert_array_equal(face.aligned.image, usual.aligned.image)


def test_a_file_that_has_changed_is_not_run(small, own):
    small.file.write_bytes(b"anything")
    with pytest.raises(errors.ModelDamaged):
        load_models(ModelChoice(encoder=small.id, models=own))


def test_a_model_that_is_not_there_is_named(own):
    with pytest.raises(errors.ModelUnknown) as refused:
        load_models(ModelChoice(encoder="gone-1", models=own))
    assert "gone-1" in refused.value.text
