import pytest

from facedesk.matching.verification import Verdict
from facedesk.ui.widgets.verdict_words import far_words, probability_words, verdict_words


@pytest.mark.parametrize(
    ("verdict", "name", "words"),
    [
        (Verdict.YES, "Ada", "Yes, this is Ada"),
        (Verdict.NO, "Ada", "No, this is not Ada"),
        (Verdict.UNSURE, "Ada", "Not sure it is Ada"),
        (Verdict.YES, "", "Yes, the same person"),
        (Verdict.NO, "", "No, two different people"),
        (Verdict.UNSURE, "", "Not sure"),
    ],
)
def test_the_answer_names_whom_they_claim_to_be_if_that_is_known(verdict, name, words):
    assert verdict_words(verdict, name) == words


def test_a_name_may_look_like_a_template():
    assert verdict_words(Verdict.YES, "{name} {0}") == "Yes, this is {name} {0}"


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (1.0, "More than 99 of 100"),
        (0.995, "More than 99 of 100"),
        (0.97, "97 of 100"),
        (0.01, "1 of 100"),
        (0.004, "Fewer than 1 of 100"),
        (0.0, "Fewer than 1 of 100"),
    ],
)
def test_a_probability_is_a_share_of_pairs_but_never_all_or_none(probability, words):
    assert probability_words(probability).startswith(words)


def test_a_false_accept_rate_is_one_in_so_many():
    assert "1 in 1,000 pairs of different people" in far_words(0.001)
