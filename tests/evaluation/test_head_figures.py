import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk.evaluation.head_figures import figures_of

judged = st.lists(st.tuples(st.integers(-6, 6), st.booleans()), min_size=2, max_size=40).filter(
    lambda found: len({same for _, same in found}) == 2
)


def mean(values):
    return sum(values) / len(values)


@given(judged)
def test_the_figures_are_those_of_a_plain_loop(found):
    mates, strangers = ([z for z, same in found if same is kind] for kind in (True, False))
    figures = figures_of(np.array([float(z) for z, _ in found]), np.array([s for _, s in found]))
    surprise = (
        [math.log(1 + math.exp(-z)) for z in mates],
        [math.log(1 + math.exp(z)) for z in strangers],
    )
    assert figures.log_loss == pytest.approx((mean(surprise[0]) + mean(surprise[1])) / 2)
    right = mean([z > 0 for z in mates]), mean([z <= 0 for z in strangers])
    assert figures.accuracy == pytest.approx(mean(right))
    wins = [(m > s) + (m == s) / 2 for m in mates for s in strangers]
    assert figures.auc == pytest.approx(mean(wins))
    assert figures.tar["0.01"] == pytest.approx(mean([m > max(strangers) for m in mates]))


def test_a_head_that_knows_everything():
    logits = np.array([20.0, 30.0, -20.0, -30.0, -40.0])
    figures = figures_of(logits, logits > 0)
    assert figures.log_loss == pytest.approx(0, abs=1e-6)
    assert (figures.accuracy, figures.auc, figures.tar["0.001"]) == pytest.approx((1, 1, 1))
    assert figures.calibration_error == pytest.approx(0, abs=1e-6)


def test_a_head_that_knows_nothing_loses_the_logarithm_of_two():
    figures = figures_of(np.zeros(10), np.arange(10) < 3)
    assert figures.log_loss == pytest.approx(math.log(2))
    assert (figures.accuracy, figures.auc) == pytest.approx((0.5, 0.5))
