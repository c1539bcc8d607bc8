import numpy as np
import pytest

from facedesk.encoder.encoder import Encoder
from facedesk.insight.why import why
from facedesk.opencv import cv2
from facedesk.vision.alignment import ARCFACE_CHIP, CHIP, align

EYES = (slice(30, 62), slice(30, 118))
MOUTH = (slice(85, 125), slice(40, 108))


class EyeEncoder(Encoder):
    """Sees nothing but how bright the two halves of the region around the eyes are."""

    id, chip, dimensions = "eyes", CHIP, 3

    def features(self, chips):
        eyes = chips[:, EYES[0], EYES[1], 0].astype(np.float32)
        left, right = eyes[:, :, :44].mean(axis=(1, 2)), eyes[:, :, 44:].mean(axis=(1, 2))
        return np.stack([left, right, np.full(len(chips), 60, np.float32)], axis=1)


def half_lit(left, right):
    chip = np.full((150, 150, 3), 100, np.uint8)
    chip[EYES[0], 30:74], chip[EYES[0], 74:118] = left, right
    return chip


@pytest.fixture(scope="module")
def chips(models, astronaut, admiral):
    return [align(image, models.detector.detect(image)[0]).image for image in (astronaut, admiral)]


@pytest.fixture(scope="module")
def shared_eyes(chips):
    """The admiral with the eyes of the astronaut."""
    eyes = np.zeros((150, 150), np.float32)
    cv2.ellipse(eyes, (74, 47), (48, 17), 0, 0, 360, 1, -1)
    eyes = cv2.GaussianBlur(eyes, (0, 0), 4)[:, :, None]
    return np.rint(chips[0] * eyes + chips[1] * (1 - eyes)).astype(np.uint8)


@pytest.fixture(scope="module")
def explained(chips, shared_eyes, models):
    return why(chips[0], shared_eyes, models.encoder)


def test_only_what_the_encoder_sees_speaks_for_or_against():
    found = why(half_lit(200, 160), half_lit(180, 220), EyeEncoder())
    for each in (found.for_first, found.for_second):
        assert np.abs(each[120:]).max() < 0.05 * np.abs(each[EYES]).max()


def test_what_is_alike_speaks_for_and_what_differs_against():
    alike = why(half_lit(220, 220), half_lit(220, 220), EyeEncoder())
    assert alike.for_first[EYES].min() > 0
    unlike = why(half_lit(220, 220), half_lit(100, 100), EyeEncoder())
    assert unlike.for_first[EYES].max() < 0


def test_eyes_that_are_shared_speak_for_and_the_rest_of_the_face_against(explained):
    on_second = explained.for_second
    assert on_second[EYES].mean() > 0 > on_second[MOUTH].mean()
    row, column = np.unravel_index(on_second.argmax(), on_second.shape)
    assert (30 <= row < 62, 30 <= column < 118) == (True, True)


def test_sharing_them_makes_them_speak_more_on_both_faces(explained, chips, models):
    apart = why(*chips, models.encoder)
    assert explained.similarity > apart.similarity
    assert explained.for_first[EYES].mean() > apart.for_first[EYES].mean()
    assert explained.for_second[EYES].mean() > apart.for_second[EYES].mean()


def test_the_order_of_the_faces_does_not_matter():
    one, other = half_lit(200, 160), half_lit(180, 220)
    found, turned = why(one, other, EyeEncoder()), why(other, one, EyeEncoder())
    np.testing.assert_allclose(turned.for_first, found.for_second, atol=1e-5)
    np.testing.assert_allclose(turned.for_second, found.for_first, atol=1e-5)
    assert np.abs(found.for_first - found.for_second).max() > 1e-3
    assert turned.similarity == pytest.approx(found.similarity, abs=1e-5)


def test_the_similarity_is_two_minus_the_distance(explained, chips, shared_eyes, models):
    one, other = models.encoder.vectors(np.stack([chips[0], shared_eyes]))
    assert explained.similarity == pytest.approx(2 - ((one - other) ** 2).sum(), abs=1e-5)


def test_an_encoder_that_wants_other_chips_is_given_them():
    class Other(EyeEncoder):
        chip = ARCFACE_CHIP

        def features(self, chips):
            assert chips.shape[1:] == (112, 112, 3)
            return super().features(chips)

    found = why(half_lit(200, 160), half_lit(180, 220), Other())
    assert found.for_first.shape == (150, 150)
    assert found.most > 0


def test_progress_is_told_and_can_end_it():
    seen = []
    why(half_lit(1, 2), half_lit(3, 4), EyeEncoder(), lambda *counts: seen.append(counts))
    assert seen[0] == (0, 128)
    assert seen[-1] == (128, 128)

    def stop(_done, _total):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        why(half_lit(1, 2), half_lit(3, 4), EyeEncoder(), stop)
