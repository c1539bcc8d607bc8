import numpy as np
import pytest

from facedesk.encoder.models import detect_in_photo, encode_photo
from facedesk.opencv import cv2


def resized(image, scale):
    return cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)


@pytest.mark.parametrize("scale", [3.0, 5.3])
def test_the_face_of_a_large_photo_is_found_in_its_own_pixels(models, admiral, scale):
    (face,) = detect_in_photo(admiral, models)
    (large,) = detect_in_photo(resized(admiral, scale), models)
    assert np.allclose(large.landmarks / scale, face.landmarks, atol=0.06 * face.width)
    assert np.allclose(large.box / scale, face.box, atol=0.15 * face.width)


def test_the_only_face_may_be_as_small_as_twenty_pixels(models, astronaut):
    small = cv2.resize(astronaut, (140, 140), interpolation=cv2.INTER_AREA)
    (face,) = detect_in_photo(small, models)
    assert face.width < 40


@pytest.mark.parametrize("shape", [(1, 1), (1, 5000), (5000, 1), (3, 9000), (12, 500), (20, 20)])
def test_a_photo_of_any_shape_does_no_harm(models, shape):
    assert encode_photo(np.full((*shape, 3), 90, np.uint8), models) == ()


def test_everything_known_about_a_face_comes_together(models, astronaut):
    (face,) = encode_photo(astronaut, models)
    assert face.detection is face.aligned.detection
    assert face.quality.eye_distance == face.detection.eye_distance
    assert face.template.encoder_id == models.encoder.id


def test_a_photo_and_the_same_photo_enlarged_give_nearly_one_template(models, admiral):
    (small,), (large,) = encode_photo(admiral, models), encode_photo(resized(admiral, 4), models)
    assert ((small.template.vector - large.template.vector) ** 2).sum() < 0.1


def test_every_face_of_a_photo_is_encoded(models, astronaut, admiral):
    pair = np.zeros((600, 1024, 3), np.uint8)
    pair[:512, :512], pair[:, 512:] = astronaut, admiral
    found = sorted(encode_photo(pair, models), key=lambda face: face.detection.box[0])
    assert len(found) == 2
    for face, portrait in zip(found, (astronaut, admiral), strict=True):
        (alone,) = encode_photo(portrait, models)
        assert ((face.template.vector - alone.template.vector) ** 2).sum() < 0.1
