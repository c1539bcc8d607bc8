import numpy as np
import pytest
import torch

from facedesk.encoder.models import Models, encode_photo
from facedesk.errors import EncoderOpaque, NoFace
from facedesk.matching.cohort import load_cohort
from facedesk.matching.decision import Answer
from facedesk.matching.matcher import Matcher
from facedesk.matching.recognition import Recognition
from facedesk.matching.thresholds import load_calibration, thresholds_for
from facedesk.style.disguise import disguise_as_nobody
from facedesk.style.patterns import PATTERNS, draw_pattern
from facedesk.style.perceptual import load_perceptual
from facedesk.style.pictures import to_tensor
from facedesk.style.style_settings import StyleSettings
from facedesk.style.transfer import transfer

WHO = 7


@pytest.fixture(scope="module")
def content(astronaut) -> np.ndarray:
    return np.ascontiguousarray(astronaut[:256, 96:352])


@pytest.fixture(scope="module")
def recognition(astronaut, models) -> Recognition:
    (face,) = encode_photo(astronaut, models)
    encoder_id = models.encoder.id
    matcher = Matcher([WHO], ["Eileen"], face.template.vector[None], load_cohort(encoder_id))
    return Recognition(matcher, thresholds_for(load_calibration(encoder_id), 1))


@pytest.fixture(scope="module")
def disguise(content, recognition, models):
    return disguise_as_nobody(content, WHO, recognition, models)


def test_the_target_is_beyond_where_facedesk_is_unsure(content, disguise, recognition, models):
    (face,) = encode_photo(content, models)
    compared = recognition.matcher.compare([face.template.vector])
    assert compared.scores[0, 0] > recognition.thresholds.known
    unsure = recognition.matcher.distance_at(
        recognition.thresholds.unsure, face.template.vector, WHO
    )
    assert compared.distances[0, 0] < unsure < disguise.target


def test_the_distance_is_about_that_of_the_whole_pipeline(content, disguise, recognition, models):
    (face,) = encode_photo(content, models)
    whole = recognition.matcher.compare([face.template.vector]).distances[0, 0]
    assert disguise.distance(to_tensor(content)).item() == pytest.approx(whole, abs=0.01)


def test_the_distance_can_be_derived(content, disguise):
    picture = to_tensor(content).requires_grad_(True)
    disguise.distance(picture).backward()
    slope = picture.grad.clone()
    # A step against the gradient, short enough for the distance to be straight.
    step = 1e-3 * slope / slope.norm()
    with torch.no_grad():
        more, less = (disguise.distance(picture + way * step).item() for way in (1, -1))
    assert (more - less) / 2e-3 == pytest.approx(slope.norm().item(), rel=0.05)
    eyes = (disguise.landmarks[:2] * content.shape[1]).mean(axis=0).astype(int)
    assert slope[0, :, eyes[1] - 9 : eyes[1] + 9].abs().mean() > 10 * slope[0, :, -40:].abs().mean()


def test_the_loss_is_gone_beyond_the_target(disguise):
    near, far = torch.tensor(disguise.target / 2), torch.tensor(disguise.target * 1.01)
    assert disguise.loss(near) > 1
    assert disguise.loss(far) == 0


def test_a_picture_is_drawn_until_nobody_is_recognised(content, recognition, models, disguise):
    settings = StyleSettings(size=192, steps=12)
    style = draw_pattern(PATTERNS[0], 128)
    steps = list(transfer(content, style, load_perceptual(), settings, disguise))
    assert steps[0].distance < disguise.target == steps[0].target
    assert all(each.recognised is None for each in steps[:12])
    assert steps[-1].recognised is False
    assert steps[-1].steps == max(each.step for each in steps)
    for face in encode_photo(steps[-1].picture, models):
        assert recognition.decide([face.template.vector])[0].answer is Answer.UNKNOWN


def test_a_picture_without_a_face_is_refused(recognition, models):
    with pytest.raises(NoFace):
        disguise_as_nobody(np.zeros((200, 200, 3), np.uint8), WHO, recognition, models)


def test_an_encoder_without_gradients_is_refused(content, recognition, models):
    with pytest.raises(EncoderOpaque, match="own encoder"):
        disguise_as_nobody(content, WHO, recognition, Models(models.detector, object()))
