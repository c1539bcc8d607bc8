import numpy as np
import pytest

from facedesk.encoder.models import encode_photo
from facedesk.live.identify import identify
from facedesk.live.knowledge import load_knowledge
from facedesk.matching.decision import Answer
from facedesk.matching.matcher import Matcher
from facedesk.matching.recognition import Recognition
from facedesk.matching.thresholds import thresholds_for


@pytest.fixture(scope="module")
def recognition(models, astronaut):
    (face,) = encode_photo(astronaut, models)
    knowledge = load_knowledge(models.encoder.id)
    matcher = Matcher([1], ["Eileen"], face.template.vector[None], knowledge.cohort)
    return Recognition(matcher, thresholds_for(knowledge.calibration, 1))


def test_everyone_in_a_photo_gets_an_answer_from_left_to_right(
    models, recognition, astronaut, admiral
):
    both = np.concatenate([admiral[:512], astronaut], axis=1)
    left, right = identify(both, models, recognition)
    assert left.decision.answer is Answer.UNKNOWN
    assert (right.decision.answer, right.decision.match.name) == (Answer.KNOWN, "Eileen")


def test_a_photo_without_a_face_gets_no_answers(models, recognition):
    assert identify(np.zeros((300, 300, 3), np.uint8), models, recognition) == ()
