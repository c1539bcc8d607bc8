import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from facedesk.matching.decide import decide
from facedesk.matching.decision import NOBODY, Answer
from facedesk.matching.matcher import Comparison
from facedesk.matching.thresholds import Thresholds

T = Thresholds(known=6.0, unsure=4.0, margin=1.0, tie=0.25)
NAMES = ("Ada", "Bob", "Cyd", "Dee")


def decisions_for(scores):
    scores = np.array(scores, np.float32)
    people = scores.shape[1]
    enrolled, ids = range(people), tuple(range(people))
    return decide(Comparison(ids, NAMES[:people], enrolled, scores, np.zeros_like(scores)), T)


def test_a_high_score_is_known():
    (decision,) = decisions_for([[8, 1]])
    assert decision.answer is Answer.KNOWN
    assert decision.match.name == "Ada"
    assert decision.runner_up.name == "Bob"


def test_a_score_between_the_thresholds_is_unsure():
    (decision,) = decisions_for([[5, 1]])
    assert decision.answer is Answer.UNSURE
    assert decision.match.name == "Ada"


def test_a_low_score_is_unknown_but_still_says_who_came_nearest():
    (decision,) = decisions_for([[1, 3]])
    assert decision.answer is Answer.UNKNOWN
    assert decision.match.name == "Bob"
    assert decision.runner_up.name == "Ada"


def test_a_near_runner_up_makes_a_name_unsure():
    assert decisions_for([[8, 7.5]])[0].answer is Answer.UNSURE


def test_a_tie_names_nobody():
    assert decisions_for([[8, 7.9]])[0].answer is Answer.UNKNOWN


def test_nobody_is_named_from_an_empty_gallery():
    assert decisions_for(np.zeros((2, 0))) == (NOBODY, NOBODY)


def test_two_faces_do_not_get_one_name():
    first, second = decisions_for([[9, 1], [8, 1]])
    assert (first.answer, first.match.name) == (Answer.KNOWN, "Ada")
    assert second.answer is Answer.UNKNOWN
    assert second.match.name == "Bob"


def test_siblings_in_one_picture_are_told_apart_by_who_is_taken():
    first, second = decisions_for([[9, 7], [8, 7.9]])
    assert (first.answer, first.match.name) == (Answer.KNOWN, "Ada")
    assert (second.answer, second.match.name) == (Answer.KNOWN, "Bob")


def test_more_faces_than_people_leaves_the_rest_without_a_match():
    decisions = decisions_for([[9], [8], [1]])
    assert [d.answer for d in decisions] == [Answer.KNOWN, Answer.UNKNOWN, Answer.UNKNOWN]
    assert decisions[1].match is None


@given(arrays(np.float32, (3, 4), elements=st.floats(-5, 12, width=32)))
def test_laws_of_every_decision(scores):
    decisions = decisions_for(scores)
    named = [d.match.name for d in decisions if d.answer is not Answer.UNKNOWN]
    assert len(named) == len(set(named)), "each person at most once"
    for d in decisions:
        if d.answer is Answer.KNOWN:
            assert d.match.score >= T.known
        if d.answer is Answer.UNSURE:
            assert d.match.score >= T.unsure
