import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk.evaluation.reliability import reliability

said = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=2, max_size=60).filter(
    lambda found: len({same for _, same in found}) == 2
)


def by_hand(probabilities, same):
    """Bin by bin: predicted, observed, share and pairs; each answer is half of everything."""
    shares = [0.5 / sum(same) if s else 0.5 / (len(same) - sum(same)) for s in same]
    bins = []
    for number in range(10):
        inside = [i for i in range(len(same)) if min(int(probabilities[i] * 10), 9) == number]
        if inside:
            share = sum(shares[i] for i in inside)
            predicted = sum(shares[i] * probabilities[i] for i in inside) / share
            observed = sum(shares[i] for i in inside if same[i]) / share
            bins.append((predicted, observed, share, len(inside)))
    return bins


@given(said)
def test_the_bins_are_those_of_a_plain_loop(found):
    probabilities, same = [p for p, _ in found], [s for _, s in found]
    result = reliability(np.array(probabilities), np.array(same))
    expected = by_hand(probabilities, same)
    assert [each.pairs for each in result.bins] == [pairs for *_, pairs in expected]
    for each, (predicted, observed, share, _) in zip(result.bins, expected, strict=True):
        assert each.predicted == pytest.approx(predicted)
        assert each.observed == pytest.approx(observed)
        assert each.share == pytest.approx(share)
    error = sum(share * abs(observed - predicted) for predicted, observed, share, _ in expected)
    assert result.error == pytest.approx(error)


@given(said)
def test_the_shares_are_all_there_is_and_the_error_is_a_mean(found):
    probabilities, same = (np.array(each) for each in zip(*found, strict=True))
    result = reliability(probabilities, same)
    assert sum(each.share for each in result.bins) == pytest.approx(1)
    assert 0 <= result.error <= 1


def test_probabilities_that_are_kept_have_no_error():
    random = np.random.default_rng(1)
    probabilities = random.uniform(0, 1, 200_000)
    same = random.random(200_000) < probabilities
    assert reliability(probabilities, same).error < 0.01


def test_whoever_is_always_sure_and_half_the_time_wrong_has_an_error_of_one_half():
    same = np.array([True, False])
    assert reliability(np.ones(2), same).error == pytest.approx(0.5)
