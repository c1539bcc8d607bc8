import numpy as np
import pytest

from facedesk.encoder.models import encode_photo
from facedesk.live.identify import identify
from facedesk.matching.cohort import load_cohort
from facedesk.matching.decision import Answer
from facedesk.matching.matcher import Matcher


@pytest.fixture(scope="module")
def matcher(models, astronaut):
    (face,) = encode_photo(astronaut, models)
    return Matcher([1], ["Eileen"], face.template.vector[None], load_cohort(models.encoder.id))


def test_everyone_in_a_photo_gets_an_answer_from_left_to_right(models, matcher, astronaut, admiral):
    both = np.concatenate([admiral[:512], astronaut], axis=1)
    left, right = identify(both, models, matcher)
    assert left.decision.answer is Answer.UNKNOWN
    assert (right.decision.answer, right.decision.match.name) == (Answer.KNOWN, "Eileen")


def test_a_photo_without_a_face_gets_no_answers(models, matcher):
    assert identify(np.zeros((300, 300, 3), np.uint8), models, matcher) == ()
