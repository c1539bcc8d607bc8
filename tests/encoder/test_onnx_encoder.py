import threading

import numpy as np
import pytest
from onnx_file import encoder_file

from facedesk.encoder.onnx_encoder import OnnxEncoder
from facedesk.encoder.pixels import Pixels
from facedesk.encoder.template import unit
from facedesk.vision.alignment import align


@pytest.fixture
def encoder():
    return OnnxEncoder("small-1", encoder_file(np.random.default_rng(1)), Pixels())


@pytest.fixture
def chips():
    return np.random.default_rng(2).integers(0, 256, (3, 112, 112, 3), np.uint8)


def convolved(chip):
    """What the network says, reckoned square by square."""
    weights = np.random.default_rng(1).standard_normal((8, 3, 28, 28)) / 28**2
    squares = chip.astype(float).transpose(2, 0, 1).reshape(3, 4, 28, 4, 28)
    return np.einsum("cyaxb,ocab->oyx", squares, weights).ravel()


def test_a_template_is_the_sum_of_what_is_said_of_the_face_and_of_its_mirror_image(encoder, chips):
    for chip, vector in zip(chips, encoder.vectors(chips), strict=True):
        both = unit(convolved(chip)) + unit(convolved(chip[:, ::-1]))
        np.testing.assert_allclose(vector, unit(both), atol=1e-4)


def test_it_says_how_many_numbers_and_who_it_is(encoder, astronaut, models):
    face = align(astronaut, models.detector.detect(astronaut)[0], shape=encoder.chip)
    (template,) = encoder.encode([face])
    assert (template.encoder_id, template.vector.shape) == ("small-1", (128,))
    assert encoder.dimensions == 128
    assert not template.vector.flags.writeable


def test_several_threads_may_ask_at_once(encoder, chips):
    expected, found = encoder.vectors(chips), {}

    def ask(number):
        for _ in range(5):
            found[number] = encoder.vectors(chips[number : number + 1])[0]

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    np.testing.assert_array_equal([found[number] for number in range(3)], expected)
