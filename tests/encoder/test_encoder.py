import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from facedesk import weights
from facedesk.encoder import dlib_weights
from facedesk.encoder.projection import load_projection
from facedesk.encoder.resnet_encoder import ResNetEncoder
from facedesk.encoder.template import unit
from facedesk.vision.alignment import AlignedFace, align


@pytest.fixture(scope="module")
def encoder(models):
    return models.encoder


@pytest.fixture(scope="module")
def reference():
    """The public implementation of the same network."""
    dlib = pytest.importorskip("dlib")
    network = dlib.face_recognition_model_v1(str(weights.locate(dlib_weights.FILE)))
    return lambda chip: np.array(network.compute_face_descriptor(chip))


@pytest.fixture(scope="module")
def faces(models, astronaut, admiral):
    """The two portraits, aligned."""
    return tuple(
        align(image, detection)
        for image in (astronaut, admiral)
        for detection in models.detector.detect(image)
    )


def random_chips(count, seed=0):
    return np.random.default_rng(seed).integers(0, 256, (count, 150, 150, 3), np.uint8)


def encoded(encoder, chips):
    """What the network says, before mirror images are added and lengths are made one."""
    with torch.inference_mode():
        return encoder._network(torch.tensor(chips).permute(0, 3, 1, 2)).numpy()


# The network is the public one -------------------------------------------------------------------


def test_the_network_equals_the_reference_on_faces(encoder, reference, faces):
    for face in faces:
        ours = encoded(encoder, face.image[None])[0]
        assert np.abs(ours - reference(face.image)).max() < 1e-5


def test_the_network_equals_the_reference_on_any_chip(encoder, reference):
    for chip in (*random_chips(2), np.zeros((150, 150, 3), np.uint8)):
        assert np.abs(encoded(encoder, chip[None])[0] - reference(chip)).max() < 1e-5


def test_with_its_own_last_layer_a_vector_is_the_sum_of_the_chip_and_its_mirror_image(
    encoder, reference, faces
):
    own = ResNetEncoder(projection=encoder.head)
    chip = faces[0].image
    both = unit(reference(chip)) + unit(reference(np.ascontiguousarray(chip[:, ::-1])))
    assert np.abs(own.vectors(chip[None])[0] - unit(both)).max() < 1e-5


def test_features_are_what_the_last_layer_is_given(encoder, faces):
    chips = np.stack([face.image for face in faces])
    np.testing.assert_allclose(
        encoder.outputs(encoder.features(chips)), encoded(encoder, chips), atol=1e-5
    )


def test_a_vector_is_made_from_all_views_and_their_mirror_images(encoder):
    features = np.random.default_rng(1).random((3, 5, 2, 256)).astype(np.float32)
    projection = load_projection(encoder.id)
    for each, vector in zip(features, encoder.combine(features), strict=True):
        views = [unit(unit(projection @ a) + unit(projection @ b)) for a, b in each]
        np.testing.assert_allclose(vector, unit(np.sum(views, axis=0)), atol=1e-5)


# Templates ---------------------------------------------------------------------------------------


def test_templates_have_unit_length_and_can_not_be_changed(encoder, faces):
    for template in encoder.encode(faces):
        assert template.vector.shape == (encoder.dimensions,)
        assert template.vector.dtype == np.float32
        assert np.linalg.norm(template.vector) == pytest.approx(1, abs=1e-6)
        assert template.encoder_id == encoder.id
        assert not template.vector.flags.writeable


@settings(max_examples=5, deadline=None)
@given(st.integers(0, 2**32))
def test_a_mirror_image_gives_the_same_template(encoder, seed):
    chips = random_chips(2, seed)
    mirrored = np.ascontiguousarray(chips[:, :, ::-1])
    assert np.allclose(encoder.vectors(chips), encoder.vectors(mirrored), atol=1e-6)


def test_a_mirrored_face_is_the_same_face(encoder, faces):
    for face in faces:
        mirrored = AlignedFace(face.image[:, ::-1], face.detection)
        (first,), (second,) = encoder.encode([face]), encoder.encode([mirrored])
        assert np.allclose(first.vector, second.vector, atol=1e-6)


@pytest.mark.parametrize("count", [2, 3, 7])
def test_a_batch_gives_what_each_face_gives_alone(encoder, count):
    chips = random_chips(count)
    alone = np.concatenate([encoder.vectors(chip[None]) for chip in chips])
    assert np.abs(encoder.vectors(chips) - alone).max() < 1e-5


def test_templates_come_in_the_order_of_the_faces(encoder, faces):
    forwards, backwards = encoder.encode(faces), encoder.encode(faces[::-1])
    assert np.allclose(forwards[0].vector, backwards[1].vector, atol=1e-5)
    assert not np.allclose(forwards[0].vector, backwards[0].vector, atol=1e-2)


def test_no_faces_give_no_templates(encoder):
    assert encoder.encode([]) == ()


def test_two_people_are_further_apart_than_two_views_of_one(encoder, faces):
    def nudged(face):
        return AlignedFace(np.roll(face.image, 3, axis=1), face.detection)

    first, second, again = encoder.encode([*faces, nudged(faces[0])])

    def distance(a, b):
        return float(((a.vector - b.vector) ** 2).sum())

    assert 10 * distance(first, again) < distance(first, second)


def test_chips_may_be_read_only_and_views(encoder):
    chips = random_chips(2)
    chips.setflags(write=False)
    expected = encoder.vectors(chips.copy())[::-1]
    assert np.allclose(encoder.vectors(chips[::-1]), expected, atol=1e-6)


def test_another_network_of_the_same_kind_can_be_encoded_with(encoder):
    other = dlib_weights.load_resnet29()
    with torch.no_grad():
        other.stem.weight.mul_(0.5)
    chips = random_chips(1)
    assert not np.allclose(
        ResNetEncoder(network=other).vectors(chips), encoder.vectors(chips), atol=1e-3
    )
